import type { Library } from './field.ts'

/** 检查结果: what inspections ended with. */
export const results = {
  name: 'results',
  table: 'result',
  id: ['task', 'target', 'department'],
  idRule: 'all',
  extras: true,
  later: [
    { name: 'draw', headings: ['抽取编号', '抽取号'], type: 'id' },
    {
      name: 'item',
      headings: [
        '抽查事项',
        '检查事项',
        '抽查事项编码',
        '检查事项编码',
        '事项编码',
        '抽查事项名称',
        '检查事项名称',
      ],
      type: 'text',
    },
    { name: 'went', headings: ['实际检查人员', '实际检查人'], type: 'list' },
    { name: 'because', headings: ['换人原因', '实际检查人员原因'], type: 'text' },
    { name: 'deadline', headings: ['整改期限', '责令改正期限', '改正期限'], type: 'date' },
    { name: 'recheck', headings: ['复查日期', '复查时间'], type: 'date' },
    { name: 'recheck_outcome', headings: ['复查结果'], type: 'outcomes' },
    { name: 'case_number', headings: ['立案号', '立案编号'], type: 'text' },
    { name: 'receiver', headings: ['接收部门', '移送部门'], type: 'text' },
    { name: 'transferred', headings: ['移送日期'], type: 'date' },
    { name: 'penalty', headings: ['处罚结果', '行政处罚', '处罚决定'], type: 'text' },
    { name: 'closed', headings: ['完结日期', '办结日期'], type: 'date' },
    { name: 'closing', headings: ['处理结果', '办结结果'], type: 'text' },
    // What a sheet shows beside the codes, read where these are empty and not kept.
    { name: 'task_name', headings: ['任务名称', '抽查任务名称', '抽查计划名称'], type: 'text' },
    {
      name: 'target_name',
      headings: [
        '检查对象名称',
        '对象名称',
        '名称',
        '企业名称',
        '单位名称',
        '市场主体名称',
        '抽查市场主体名称',
      ],
      type: 'text',
    },
    { name: 'item_name', headings: ['事项名称'], type: 'text' },
    { name: 'certificates', headings: ['执法证号', '执法证编号'], type: 'list' },
    { name: 'due', headings: ['检查期限', '检查起止时间'], type: 'text' },
  ],
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
      type: 'named',
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
    { name: 'inspectors', headings: ['检查人员', '执法人员', '检查人员编号'], type: 'list' },
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
