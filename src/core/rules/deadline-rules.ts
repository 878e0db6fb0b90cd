import { either, type Rule, type RuleKind } from './rule.ts'

const days = (least: number): RuleKind => ({ kind: 'count', least, most: 366 })

/** When results are entered, reviewed, published and settled, and how long they stay public. */
export const DEADLINE_RULES = [
  {
    name: 'result-entry-days',
    zh: '检查后录入结果的工作日数',
    en: 'working days after an inspection within which its result is entered',
    kind: days(1),
    preset: '10',
    source: '没有统一规定：须早于公示期限（20个工作日），由各地自定',
  },
  {
    name: 'result-review-days',
    zh: '检查后审核结果的工作日数',
    en: 'working days after an inspection within which its result is reviewed',
    kind: days(1),
    preset: '15',
    source: '没有统一规定：须早于公示期限（20个工作日），由各地自定',
  },
  {
    name: 'result-publication-days',
    zh: '公示结果的工作日数',
    en: 'working days within which a result is published',
    kind: days(1),
    preset: '20',
    source: '冀政办发〔2015〕22号：检查结束后20个工作日内公示；起算见 publication-of-problems',
  },
  {
    name: 'publication-of-problems',
    zh: '有问题的结果公示期限的起算',
    en: 'what the days to publish a result with a problem are counted from',
    kind: either('处理完结', '检查'),
    preset: '处理完结',
    source: '冀政办发〔2015〕22号：发现问题的，依法处理后公示；处理期限见 rectification-days',
  },
  {
    name: 'rectification-days',
    zh: '未写明整改期限时的整改天数',
    en: 'days to put a problem right where the result states no deadline',
    kind: days(1),
    preset: '30',
    source: '没有统一规定：责令改正的期限由文书写明；末日为节假日的顺延（民法典 第二百零三条）',
  },
  {
    name: 'closing-day',
    zh: '全年抽查任务完成截止日',
    en: 'last day to complete the tasks of the year',
    kind: { kind: 'month-day' },
    preset: '12-31',
    source: '没有统一规定：年度计划至年底；如濉溪县2025年为11月10日',
  },
  {
    name: 'cases-published',
    zh: '个案的检查结果是否公示',
    en: 'whether results of visits that were not drawn are published',
    kind: either('公示', '不公示'),
    preset: '公示',
    source: '离政发〔2019〕34号 三（六）：个案处理结果；国办发〔2024〕54号：检查结果依法公开，由各地自定',
  },
  {
    name: 'cases-withheld',
    zh: '不公示的个案检查原因',
    en: 'causes of visits whose results are not published',
    kind: { kind: 'words', choices: null },
    preset: '',
    source: '政府信息公开条例 第十五、十六条：如投诉举报会暴露投诉举报人的，由各地自定',
  },
  {
    name: 'result-years-published',
    zh: '检查结果公示年数',
    en: 'years for which a result stays public',
    kind: { kind: 'count', least: 1, most: 50 },
    preset: '5',
    source: '冀政办发〔2015〕22号：公示满5年的撤下',
  },
  {
    name: 'result-years-published-persons',
    zh: '自然人检查结果公示年数',
    en: 'years for which a result of a natural person stays public',
    kind: { kind: 'count', least: 1, most: 50 },
    preset: '2',
    source: '冀政办发〔2015〕22号：自然人公示满2年的撤下；个人信息保护法 第十九条：保存期限最短',
  },
] as const satisfies readonly Rule[]
