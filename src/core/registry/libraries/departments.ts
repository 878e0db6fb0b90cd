import type { Library } from './field.ts'

/** 部门: who inspects, and by which names each is known. */
export const departments = {
  name: 'departments',
  table: 'department',
  id: ['code'],
  idRule: 'all',
  extras: false,
  fields: [
    {
      name: 'code',
      headings: ['部门编码', '编码', '部门代码', '代码'],
      type: 'id',
      needed: true,
      column: true,
    },
    {
      name: 'name',
      headings: ['部门名称', '部门', '名称', '单位名称'],
      type: 'text',
      needed: true,
      column: true,
    },
    { name: 'short_name', headings: ['简称', '部门简称'], type: 'text' },
    { name: 'aliases', headings: ['别名', '曾用名', '其他名称'], type: 'list' },
    { name: 'level', headings: ['层级', '级别'], type: 'text' },
    { name: 'contact', headings: ['联系人岗位', '联系岗位', '联系科室'], type: 'text' },
    { name: 'leading', headings: ['是否牵头', '牵头'], type: 'yesno' },
  ],
} as const satisfies Library
