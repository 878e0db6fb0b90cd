import type { Library } from './field.ts'

/** 专家库: who may sit beside enforcement staff. */
export const experts = {
  name: 'experts',
  table: 'expert',
  id: ['code'],
  idRule: 'all',
  extras: true,
  fields: [
    { name: 'code', headings: ['编号', '专家编号', '人员编号'], type: 'id', needed: true, column: true },
    { name: 'name', headings: ['姓名', '专家姓名'], type: 'text', needed: true, column: true },
    { name: 'organisation', headings: ['单位', '工作单位', '所在单位'], type: 'text' },
    { name: 'skills', headings: ['专业领域', '专业', '专业资质', '研究方向'], type: 'tags' },
    { name: 'title', headings: ['职称', '技术职称'], type: 'text' },
    { name: 'items', headings: ['可协助事项', '协助事项'], type: 'list' },
    { name: 'contact', headings: ['联系方式', '联系电话', '电话', '手机号'], type: 'narrow' },
    { name: 'valid_until', headings: ['有效期', '有效期至', '聘期至', '聘期截止'], type: 'date' },
    { name: 'avoids', headings: ['回避单位', '回避对象'], type: 'list' },
    { name: 'department', headings: ['聘请部门', '聘用部门', '所属部门'], type: 'department' },
  ],
} as const satisfies Library
