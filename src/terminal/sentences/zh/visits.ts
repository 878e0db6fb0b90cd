import type { Frequent } from '../../../core/visits/frequency.ts'
import type { VisitSentences } from '../topics/visits.ts'
import { beside, orLike, ruleText } from './phrases.ts'

export const visitsZh: VisitSentences = {
  reasons: {
    'no-such-target': ({ target }) => [
      `不能登记检查：检查对象名录库中没有“${target}”`,
      '先用 ssj add targets 或 ssj import targets 录入该对象',
    ],
    'no-such-department': ({ name, nearest }) => [`不能登记检查：没有部门“${name}”${orLike(nearest)}`],
    'invalid-visit-day': ({ day, today }) => [`不能登记检查：日期 ${day} 在今天（${today}）之后`],
    'unlisted-visit-cause': ({ cause, nearest, rule }) => [
      `不能登记检查原因“${cause}”：不在检查原因之列${orLike(nearest)}`,
      ruleText(rule),
    ],
    'duplicate-visit': ({ visit, target, department, day }) => [
      `${beside(department).trimStart()}于 ${day} 对${beside(target)}的这次检查已登记为 ${visit}`,
    ],
    'visit-too-frequent': found => [
      `不能登记检查：${beside(found.target).trimStart()}${tooMany(found)}`,
      ruleText(found.rule),
    ],
    'missing-visit-field': ({ heading }) => [`不能登记检查：${heading}是空的`],
    'no-such-visit': ({ visit, nearest }) => [
      `没有编号为“${visit}”的有效检查登记${orLike(nearest)}`,
      '用 ssj visit list 查看',
    ],
  },
  words: {
    columns: {
      visit: '编号',
      day: '日期',
      target: '检查对象',
      department: '部门',
      cause: '原因',
      reference: '依据文号或线索',
      state: '计入上限',
    },
    state: {
      counted: '是',
      exempt: '否（免计）',
      struck: '已撤销',
    },
    added: (visit, target, department, day, cause) =>
      `已登记 ${visit}：${beside(department).trimStart()}于 ${day} 检查${beside(target).trimEnd()}（${cause}）`,
    exempt: cause => `原因“${cause}”不计入年度上限`,
    imported: (count, wrong) => (wrong > 0 ? `${wrong} 行有问题，全部未登记` : `已登记 ${count} 次检查`),
    struck: visit => `已撤销 ${visit}，记录保留`,
    struckResults: (count, published) =>
      `请核对：该次检查已有 ${count} 条检查结果（其中已公示 ${published} 条）；撤销后不再计数，也不再公示`,
    calendar: '各部门检查',
    frequent: count => `近期检查已达次数上限的对象 ${count} 户，期满之前再去即为过频：`,
    full: ({ target, ...found }) => `${beside(target).trimStart()}${tooMany(found)}`,
    elsewhere: (count, draw) =>
      `其他部门查过的对象 ${count} 户（本年的结果和未完结的问题，结果互认；逐户见 ssj results sheet ${draw} 的“其他部门检查情况”）：`,
    elsewhereAt: (target, found) => `${target}：${found}`,
    elsewhereHere: found => `其他部门检查情况（结果互认）：${found}`,
    tooFrequent: found => `请核对：${tooMany(found)}，已照登记`,
    answeredFor: target => `（检查 ${target}，由本单位负责）`,
    results: '检查结果',
    noVisits: '  没有检查记录',
    drawn: (draw, from, to, departments, name, mark) =>
      `  ${from}~${to}  抽取 ${draw}  ${departments}  ${name}${mark === null ? '' : mark === 'void' ? '（已作废，不计）' : `（与 ${mark} 合并为一次）`}`,
    single: (day, visit, department, cause, reference, struck) =>
      `  ${day}  个案 ${visit}  ${department}  ${cause}  ${reference}${struck ? '（已撤销，不计）' : ''}`,
  },
  help: {
    visit: '未经抽取的检查（个案）：登记后计入年度上限',
    add: '登记一次个案检查',
    import: '从 CSV（检查对象,部门,日期,原因,依据文号或线索）登记多次检查，全部或全不',
    list: '列出个案检查',
    strike: '撤销登记有误的个案检查，记录保留',
    target: '检查对象，任一代码',
    department: '检查部门',
    date: '检查日期（默认今天）',
    cause: '原因，如 投诉举报、转办交办；后面可写明细',
    reference: '线索、文件或交办单的编号',
    remark: '备注',
    year: '年度',
  },
}

const WINDOW = { day: '当日', week: '本周', month: '本月' } as const

function tooMany({ window, from, to, visits, most }: Frequent): string {
  const days = from === to ? from : `${from}~${to}`
  return `${WINDOW[window]}（${days}）检查 ${visits} 次，上限 ${most} 次（规则 visits-per-${window}）`
}
