import type { Library } from './field.ts'

/** 年度抽查计划: the tasks, announced or ad hoc. */
export const plan = {
  name: 'plan',
  table: 'task',
  id: ['code'],
  idRule: 'all',
  extras: true,
  later: [
    { name: 'cause', headings: ['检查原因', '专项原因', '专项检查原因'], type: 'text' },
    { name: 'rotate', headings: ['人员轮换', '轮换'], type: 'yesno' },
    { name: 'filed', headings: ['报送日期', '计划报送日期'], type: 'date' },
    { name: 'due', headings: ['报送截止日', '报送期限', '报送截止日期'], type: 'date' },
  ],
  fields: [
    {
      name: 'code',
      headings: ['任务编号', '计划编号', '抽查计划编号', '抽查任务编号', '编号'],
      type: 'id',
      needed: true,
      column: true,
    },
    {
      name: 'name',
      headings: ['任务名称', '抽查任务名称', '计划名称', '年度计划名称'],
      type: 'text',
      needed: true,
      column: true,
    },
    {
      name: 'kind',
      headings: ['抽查类型', '类型'],
      type: {
        choices: [
          ['定向', '定向抽查'],
          ['不定向', '不定向抽查'],
          ['专项', '专项检查', '专项抽查'],
        ],
      },
    },
    { name: 'category', headings: ['抽查类别'], type: 'text' },
    { name: 'items', headings: ['抽查事项', '事项', '事项编码'], type: 'items' },
    { name: 'scope', headings: ['检查对象范围', '抽查对象范围', '抽查对象', '检查对象'], type: 'text' },
    { name: 'base', headings: ['抽查基数', '基数'], type: 'text' },
    { name: 'rate', headings: ['抽查比例', '比例'], type: 'rate' },
    { name: 'count', headings: ['抽查数量', '数量'], type: 'count' },
    { name: 'risk_demand', headings: ['信用风险分类要求', '智慧监管(信用风险分类)要求'], type: 'text' },
    { name: 'rates', headings: ['分级比例'], type: 'rates' },
    { name: 'frequency', headings: ['频次', '抽查频次'], type: 'frequency' },
    {
      name: 'period',
      headings: ['起止时间', '抽查检查起止时间', '任务期限', '抽查时间', '检查时间', '实施时间'],
      type: 'period',
    },
    {
      name: 'lead',
      headings: ['发起部门', '牵头部门', '任务组织部门'],
      type: 'department',
      needed: true,
      column: true,
    },
    { name: 'partners', headings: ['配合部门', '参与部门', '任务参与部门'], type: 'departments' },
    {
      name: 'joint',
      headings: ['联合方式'],
      type: { choices: [['任一'], ['全部'], ['同往', '同去', '共同检查']] },
    },
    { name: 'condition', headings: ['检查对象条件', '对象条件'], type: 'condition' },
    { name: 'strata', headings: ['分层', '分层字段'], type: 'strata' },
    { name: 'minimum', headings: ['最少', '每层最少', '最少户数'], type: 'count' },
    {
      name: 'rounding',
      headings: ['取整', '取整方式'],
      type: {
        choices: [
          ['ceil', '向上取整', '向上'],
          ['round', '四舍五入'],
          ['floor', '向下取整', '向下'],
        ],
      },
    },
    { name: 'reserve', headings: ['替补', '替补数'], type: 'reserve' },
    {
      name: 'team',
      headings: ['每部门人数', '席位', '席位 (每部门人数)', '席位（每部门人数）'],
      type: 'team',
    },
    { name: 'avoid_station', headings: ['回避本所'], type: 'yesno' },
    { name: 'sources', headings: ['随机源', '种子来源'], type: 'sources' },
    { name: 'drawn_before', headings: ['已抽排除', '排除已抽'], type: 'window' },
    { name: 'balance', headings: ['全年均衡'], type: 'yesno' },
    { name: 'mode', headings: ['抽查模式', '抽查检查模式'], type: 'text' },
    { name: 'method', headings: ['检查方式', '抽查方式'], type: 'text' },
    { name: 'publish_list', headings: ['是否公示名单', '公示名单'], type: 'yesno' },
    { name: 'approver', headings: ['审批人'], type: 'text' },
    { name: 'approved', headings: ['审批日期'], type: 'date' },
  ],
} as const satisfies Library
