import type { Library } from './field.ts'

/** 执法检查人员名录库: whoever may be drawn to inspect. */
export const inspectors = {
  name: 'inspectors',
  table: 'inspector',
  id: ['code'],
  idRule: 'all',
  ownCodes: 'RY-',
  extras: true,
  fields: [
    {
      name: 'code',
      headings: ['人员编号', '编号', '单位工号', '工号'],
      pattern: /^(?:行政)?(?:执法|检查)?人员(?:编号|编码|代码|工号)$|^(?:警|员工)号$/,
      type: 'id',
      needed: true,
      column: true,
    },
    {
      name: 'name',
      headings: ['姓名', '人员姓名'],
      pattern: /^(?:行政)?(?:执法|检查)人员(?:姓名|名称)$/,
      type: 'text',
      needed: true,
      column: true,
    },
    {
      name: 'sex',
      headings: ['性别'],
      type: {
        choices: [
          ['男', '男性'],
          ['女', '女性'],
        ],
      },
    },
    {
      name: 'department',
      headings: ['所属部门', '工作单位', '所在单位', '执法主体', '部门', '所在业务部门（机构）'],
      type: 'department',
      needed: true,
      column: true,
    },
    {
      name: 'station',
      headings: ['科室或监管所', '监管所', '科室', '管辖所', '属地监管所'],
      pattern:
        /^所[在属](?:科室|监管所|内设机构|中队|大队|股室)$|^所?[在属]?(?:科室?|股室?)[（(/、或]所[）)]?$|^内设机构(?:名称)?$|^股室$/,
      type: 'text',
    },
    { name: 'post', headings: ['职务', '担任职务', '具体职务'], type: 'text' },
    { name: 'level', headings: ['层级'], type: 'text' },
    {
      name: 'certificate',
      headings: ['执法证号', '执法证编号', '证件号', '行政执法证号', '省执法证编号', '工商执法证编号'],
      pattern: /^(?:行政)?(?:检查)?执法证件?(?:号码?|编号)$/,
      type: 'narrow',
    },
    {
      name: 'certificate_until',
      headings: ['证件有效期', '执法证有效期', '有效期至', '工商执法证有效期'],
      type: 'date',
    },
    { name: 'scope', headings: ['执法事项范围', '事项范围'], type: 'list' },
    { name: 'skills', headings: ['专业资质', '岗位资质资格', '专业资质资格', '业务专长'], type: 'tags' },
    { name: 'leader', headings: ['可任组长', '是否组长', '组长'], type: 'yesno' },
    {
      name: 'status',
      headings: ['状态', '执法人员状态', '人员状态'],
      type: {
        choices: [
          ['有效', '在岗', '在职', '在编', '正常'],
          ['无效', '失效', '注销', '停用', '离岗', '离职', '退休', '调离', '借调'],
        ],
      },
    },
    { name: 'days_off', headings: ['不可用日期', '请假日期', '不在岗日期', '休假'], type: 'days' },
    { name: 'yearly_limit', headings: ['年度上限', '年度检查上限'], type: 'count' },
    { name: 'remark', headings: ['备注'], type: 'text' },
  ],
} as const satisfies Library
