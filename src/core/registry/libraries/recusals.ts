import type { Library } from './field.ts'

/** 回避: which inspector keeps away from which target. */
export const recusals = {
  name: 'recusals',
  table: 'recusal',
  id: ['inspector', 'target'],
  idRule: 'all',
  extras: false,
  fields: [
    {
      name: 'inspector',
      headings: ['人员编号', '执法人员编号', '人员'],
      type: 'inspector',
      needed: true,
      column: true,
    },
    {
      name: 'target',
      headings: ['对象编号', '检查对象编号', '对象', '统一社会信用代码', '统一社会信用代码/注册号'],
      type: 'target',
      needed: true,
      column: true,
    },
    {
      name: 'cause',
      headings: ['事由', '回避事由', '原因', '事由(近亲属/原任职/投资/举报/其他)'],
      type: 'text',
    },
    { name: 'registered', headings: ['登记日期', '登记时间'], type: 'date' },
    { name: 'registrar', headings: ['登记人'], type: 'text' },
    { name: 'ends', headings: ['失效日期', '截止日期', '有效期至'], type: 'date' },
  ],
} as const satisfies Library
