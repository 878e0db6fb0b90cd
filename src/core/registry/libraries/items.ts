import type { Library } from './field.ts'

/** 抽查事项清单: what may be inspected at all, and within which limits. */
export const items = {
  name: 'items',
  table: 'item',
  id: ['code'],
  idRule: 'all',
  ownCodes: 'SX-',
  extras: true,
  fields: [
    {
      name: 'code',
      headings: ['事项编码', '编号', '事项编号', '检查事项编码'],
      pattern: /^(?:随机抽查|抽查|检查|监管|执法)?事项(?:编码|编号|代码)$/,
      type: 'id',
      needed: true,
      column: true,
    },
    { name: 'category', headings: ['抽查类别', '类别', '抽查领域'], type: 'text' },
    {
      name: 'name',
      headings: ['抽查事项', '抽查事项名称', '事项名称', '检查事项'],
      pattern: /^(?:随机抽查|抽查|检查|监管|执法)事项(?:名称)?$/,
      type: 'text',
      needed: true,
      column: true,
    },
    { name: 'content', headings: ['抽查内容', '检查内容', '抽查子项'], type: 'text' },
    { name: 'subjects', headings: ['检查对象', '抽查对象'], type: 'text' },
    {
      name: 'class',
      headings: ['事项类别', '事项类型'],
      type: {
        choices: [
          ['重点检查事项', '重点', '重点事项', '重点检查'],
          ['一般检查事项', '一般', '一般事项', '一般检查'],
        ],
      },
    },
    { name: 'methods', headings: ['检查方式', '抽查方式', '随机抽查方式'], type: 'list' },
    {
      name: 'body',
      headings: ['检查主体', '抽查主体', '发起部门', '实施主体', '责任部门'],
      type: 'department',
    },
    { name: 'basis', headings: ['检查依据', '抽查依据', '依据'], type: 'text' },
    { name: 'rate', headings: ['抽查比例', '比例'], type: 'text' },
    { name: 'frequency', headings: ['抽查频次', '频次', '抽查周期', '检查频次'], type: 'frequency' },
    { name: 'skills', headings: ['专业要求', '检查人员要求'], type: 'list' },
    { name: 'partners', headings: ['参检部门', '配合部门', '参检单位'], type: 'departments' },
    { name: 'valid', headings: ['有效', '是否有效'], type: 'yesno' },
  ],
} as const satisfies Library
