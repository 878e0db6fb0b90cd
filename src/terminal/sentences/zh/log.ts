import { zoneZh } from '../../../core/publication/chinese-time.ts'
import type { LogSentences } from '../topics/log.ts'
import { LIBRARIES } from './phrases.ts'

export const logZh: LogSentences = {
  words: {
    entry: (number, digest) => `台账第 ${number} 条，摘要 ${digest}`,
    done: (action, what) => (what === '' ? actionZh(action) : `${actionZh(action)} ${what}`),
    rows: (table, written, ended) => `${TABLES[table] ?? table} ${written}/${ended}`,
    columns: {
      entry: '条目',
      at: offset => `时间（${zoneZh(offset)}）`,
      actor: '操作人',
      action: '操作',
      rows: '写入/停用',
      digest: '摘要',
    },
    holds: entries => `台账 ${entries} 条，逐条核对无误`,
    broken: (entry, what) => `台账第 ${entry} 条对不上：${what}`,
    misbuilt: what => `各条摘要无误，但数据库的结构不是 ssj 建立的样子：${what}`,
    problems: {
      chain: '前后摘要不衔接',
      digest: '条目内容与摘要不符',
      rows: table => `表 ${table} 的内容与条目摘要不符`,
      seal: '条目没有封记',
      time: '时间早于前一条，台账中也没有时钟有误的登记',
      orphan: table => `表 ${table} 中有不属于任何条目的内容`,
      schema: {
        missing: object => `缺少 ${object}`,
        changed: object => `${object} 被改过`,
        strange: object => `多出 ${object}`,
      },
      integrity: message => `索引或数据页已损坏（SQLite：${message}）`,
    },
  },
  help: {
    log: '显示台账',
    verify: '核对台账的全部摘要',
  },
}

/** 台账里的动作，用办公的话说；名录库的动作带上库名。 */
const ACTIONS: Readonly<Record<string, string>> = {
  import: '导入',
  add: '录入',
  retire: '停用',
  freeze: '冻结',
  run: '抽取',
  reveal: '公开种子',
  lapse: '逾期失效',
  void: '作废',
  substitute: '替换',
  merge: '合并检查',
  'split plan': '恢复任务',
  'number papers': '文书编号',
  'visit add': '登记检查',
  'visit import': '导入检查登记',
  'visit strike': '撤销检查登记',
  'rules set': '设定规则',
  'rules import': '导入规则',
  'office set': '公文设置',
  'office number': '公文编号',
  'results review': '审核结果',
  'results return': '退回结果',
  'results publish': '公示结果',
  'results takedown': '撤下结果',
  'results correct': '更正结果',
  'exchange in': '取入',
  'key add': '登记签名密钥',
  'key lost': '签名密钥挂失',
  'engine add': '登记外部数据库',
  'engine change': '改动外部数据库',
  'engine remove': '停用外部数据库',
  'log checkpoint': '签检查点',
  'log cosigned': '收见证签名',
  'log stamp': '收时间戳',
  'log clock': '更正时钟',
}

function actionZh(action: string): string {
  const [verb = '', ...rest] = action.split(' ')
  const library = LIBRARIES[rest.join(' ') as keyof typeof LIBRARIES]
  return ACTIONS[action] ?? (library === undefined ? action : `${ACTIONS[verb] ?? verb}${library}`)
}

/** 各表的内容，用办公的话说。 */
const TABLES: Readonly<Record<string, string>> = {
  department: '部门',
  item: '抽查事项',
  target: '检查对象',
  inspector: '检查人员',
  expert: '专家',
  recusal: '回避',
  task: '任务',
  result: '检查结果',
  holiday: '节假日',
  heading_map: '表头对应',
  rule: '规则',
  office: '公文设置',
  engine: '外部数据库',
  visit: '检查登记',
  draw: '抽取',
  draw_file: '抽取文件',
  draw_part: '抽取文件分段',
  run: '抽取结果',
  drawn: '抽中对象',
  seated: '派出人员',
  void: '作废',
  merged: '合并检查',
  substitution: '替换',
  secret: '封存的种子',
  reveal: '公开的种子',
  checkpoint: '检查点',
  time_stamp: '时间戳',
  clock: '时钟登记',
  result_step: '结果办理',
  ended: '没有抽成',
  signing_key: '签名密钥',
  risk_decision: '风险等级决定',
  paper_number: '文书编号',
  visit_code: '检查任务码',
}
