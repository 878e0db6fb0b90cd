import type { Library } from './field.ts'

/** 检查结果: what inspections ended with. */
export const results = {
  name: 'results',
  table: 'result',
  id: ['task', 'target', 'department'],
  idRule: 'all',
  extras: true,
  fields: [
    {
      name: 'task',
      headings: ['任务编号', '抽查计划编号', '抽查任务编号', '计划编号', '抽查编号'],
      type: 'id',
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
      name: 'department',
      headings: ['检查部门', '检查机关', '检查单位', '部门'],
      type: 'department',
      needed: true,
      column: true,
    },
    { name: 'inspected', headings: ['检查日期', '检查时间', '检查完成日期'], type: 'date' },
    { name: 'inspectors', headings: ['检查人员', '执法人员', '检查人员编号'], type: 'inspectors' },
    { name: 'method', headings: ['核查方式', '检查方式', '检查方法'], type: 'list' },
    { name: 'outcome', headings: ['检查结果代码', '检查结果', '抽查结果', '抽查检查结果'], type: 'outcomes' },
    { name: 'found', headings: ['发现问题', '问题描述', '存在问题'], type: 'text' },
    { name: 'measures', headings: ['处置措施', '后续处置措施', '处置', '后续处置'], type: 'list' },
    {
      name: 'settled',
      headings: ['完结状态', '是否完结'],
      type: {
        choices: [
          ['已完结', '完结', '是'],
          ['未完结', '否'],
        ],
      },
    },
    { name: 'recorder', headings: ['录入人', '录入人员'], type: 'text' },
    {
      name: 'review',
      headings: ['审核状态', '状态'],
      type: {
        choices: [['未录入'], ['待审核'], ['审核退回', '退回'], ['不通过', '审核不通过'], ['已公示', '公示']],
      },
    },
    { name: 'published', headings: ['公示日期', '公示时间'], type: 'date' },
  ],
} as const satisfies Library
