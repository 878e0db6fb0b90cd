import { OUTCOME_WORDS } from '../../../core/registry/cells/result-codes.ts'
import type { ResultIssues } from '../../../core/registry/cells/result-issues.ts'
import type { ResultState } from '../../../core/results/result-state.ts'
import { riskZh } from '../risk/words-zh.ts'
import type { IssueSentences } from '../topics/message.ts'
import type { ResultSentences } from '../topics/results.ts'
import { beside, listed, orLike } from './phrases.ts'

/** 结果所处的状态。 */
const STATES: Readonly<Record<ResultState, string>> = {
  entered: '待审核',
  reviewed: '已审核',
  returned: '审核退回',
  published: '已公示',
  'taken-down': '已下架',
}

const STEP = { review: '审核', return: '退回', publish: '公示', correct: '更正' } as const
const WHERE = {
  review: '待审核的才能审核',
  return: '未公示的才能退回',
  publish: '已审核的才能公示：先用 ssj results review 审核',
  correct: '已公示的才用更正；未公示的再导入一次即可',
} as const

export const resultsZh: ResultSentences = {
  reasons: {
    ...riskZh.reasons,
    'no-published-results': ({ reviewed, withheld }) => [
      `没有已公示的结果可以发布${reviewed === 0 ? '' : `；已审核待公示 ${reviewed} 项`}${withheld === 0 ? '' : `；按规则不公示的个案结果 ${withheld} 项`}`,
      '先用 ssj results publish 公示已审核的结果',
    ],
    'nothing-to-take-down': () => ['没有公示期满应当下架的结果'],
    'which-results': () => [
      '没有写明是哪些结果',
      '写明抽取编号、个案编号或结果编号，或用 --department 部门、--file 录入表',
    ],
    'no-such-result': ({ result, nearest }) => [
      `没有检查结果“${result}”${orLike(nearest)}`,
      '编号如 2026-0001/对象/部门/事项：ssj results list 查看',
    ],
    'no-results-there': ({ where }) => [`“${where}”没有检查结果可办`],
    'results-not-ready': ({ step, states, example }) => [
      `不能${STEP[step]}：${shown(states)}（如 ${example}）`,
      WHERE[step],
    ],
    'approver-entered-result': ({ approver, example }) => [
      `“${approver}”是录入人，不能审批自己录入的结果（如 ${example}）`,
      '由他人审核',
    ],
    'published-before-inspected': ({ result, inspected, day }) => [
      `不能公示：${day} 在 ${result} 的检查日期 ${inspected} 之前`,
    ],
    'reviewed-before-inspected': ({ result, inspected, day }) => [
      `不能审核：${day} 在 ${result} 的检查日期 ${inspected} 之前`,
    ],
    'review-day-ahead': ({ day, today }) => [`不能审核：${day} 在今天（${today}）之后`],
    'publication-day-ahead': ({ day, today }) => [`不能公示：${day} 在今天（${today}）之后`],
    'not-your-results': ({ actor, departments, result }) => [
      departments.length === 0
        ? `规则 result-writers 中没有操作人“${actor}”，不能办理 ${result}`
        : `操作人“${actor}”只办理${beside(listed(departments))}的结果，不能办理 ${result}`,
      '用 ssj rules show result-writers 查看谁属于哪个部门',
    ],
    'results-stand': ({ draw, target, count, published, example }) => [
      `抽取 ${draw} ${target === '' ? '' : `的${beside(target)}`}已有 ${count} 条检查结果（其中已公示 ${published} 条，如 ${example}）`,
      '检查已经进行，仍计入年度上限，结果保留；确要如此的，加 --despite-results',
    ],
    'inspector-went': ({ draw, inspector, count, example, others }) => [
      `抽取 ${draw} 中${beside(inspector)}参加的检查已有 ${count} 条检查结果（如 ${example}）`,
      others.length === 0
        ? '检查已经进行；确要改动检查组的，加 --despite-results'
        : `检查已经进行；只替换尚未检查的：加 --visit ${others.join(' --visit ')}；确要改动检查组的，加 --despite-results`,
    ],
    'published-result-stays': ({ result }) => [
      `不能停用 ${result}：已经公示`,
      '有误的，用 ssj results correct 更正',
    ],
    'correction-elsewhere': ({ result, becomes }) => [
      `不能更正 ${result}：改后成为另一条结果 ${becomes}，检查对象、部门、事项不能更正`,
      '另一条结果用 ssj import results 或 ssj add results 录入；这一条更正为该处实际检查的结果',
    ],
    'nothing-corrected': ({ result }) => [`没有更正：${result} 本来如此`],
  },
  words: {
    risk: riskZh.words,
    columns: {
      result: '结果编号',
      target: '检查对象',
      department: '检查部门',
      item: '抽查事项',
      inspected: '检查日期',
      outcome: '检查结果',
      state: '状态',
      published: '公示日期',
      settled: '完结状态',
      deadline: '整改期限',
      deviation: '与抽取不一致',
      because: '换人原因',
    },
    states: STATES,
    beforeReview: (count, example) =>
      `请核对：${count} 条的公示日期在审核日期之前（如 ${example}），已照办；审核在先而登记在后的，审核时用 --date 写明`,
    deviations: {
      'other-team': '他人检查',
      'outside-period': '期限外检查',
      'lone-inspector': '一人检查',
    },
    sheets: folder => `已写出检查结果录入表：${folder}（填好后用 ssj import results 导入）`,
    taken: (verb, count, day) => `已${STEP[verb]} ${count} 条检查结果（${day}）`,
    passed: states =>
      states.length === 0
        ? []
        : [`  另有 ${shown(states.map(([state, count]) => ({ state, count })))}，未动`],
    outcome: code => OUTCOME_WORDS.get(code) ?? code,
    standing: (state, published) => (published === '' ? STATES[state] : `${published} ${STATES[state]}`),
    openSince: deadline => (deadline === '' ? '未完结' : `未完结，整改期限 ${deadline}`),
    beside: '本机关记录的检查结果（不在证明之内）',
    basis: (basis, content) => `依据：${basis}${content === '' ? '' : `；内容：${content}`}`,
    takenDown: count => `已下架 ${count} 项公示期满的结果`,
    corrected: (result, day) => `已更正 ${result}（${day}），更正一并公示`,
  },
  help: {
    results: '检查结果：录入表、审核、公示、更正',
    sheet: '写出录入表：抽取（或个案）的每一对象、部门、事项一行，填好后原样导入',
    list: '列出检查结果及其状态',
    review: '审核已录入的结果（审批人不能是录入人）',
    return: '退回已录入或已审核的结果',
    publish: '公示已审核的结果',
    takeDown: '下架公示期满的结果',
    correct: '更正已公示的结果',
    to: '写到哪个文件夹',
    format: 'csv 或 xlsx（默认 xlsx，带下拉选项）',
    department: '只限这个部门的',
    cases: '某年度的全部个案',
    oneFile: '写成一个文件，不按部门分开',
    state: 'entered 待审核、reviewed 已审核、returned 审核退回、published 已公示、taken-down 已下架',
    open: '只列未完结的',
    deviating: '只列与抽取不一致的：他人检查、期限外检查、一人检查',
    file: '录入表中各行所指的结果',
    approver: '审批人，不能是录入人',
    despite: '该抽取（或该户）已有检查结果，仍照办',
    propose: '按检查结果提出建议',
    proposeRisk: '按检查结果提出风险等级升降的建议，由人决定，不自行生效',
    proposeTo: '写到哪个文件（*.csv 或 *.xlsx，xlsx 带下拉选项）',
    date: '公示日期（默认今天）',
    reviewDate: '审核日期（默认今天）',
  },
}

function shown(states: readonly { readonly state: ResultState; readonly count: number }[]): string {
  return listed(states.map(({ state, count }) => `${STATES[state]} ${count} 条`))
}

/** 检查结果可能有的问题。 */
export const resultIssuesZh: Pick<IssueSentences, keyof ResultIssues> = {
  'result-unknown-occasion': ({ nearest }) =>
    `没有这个任务、抽取或个案${orLike(nearest)}；不是本库抽取的检查，用 ssj visit add 登记为个案`,
  'result-not-drawn-yet': ({ draws }) => `尚未抽取（已冻结：${listed(draws)}），抽取后才有结果`,
  'result-draw-void': ({ draw }) => `抽取 ${draw} 已作废；确已进行的检查，用 ssj visit add 登记为个案`,
  'result-visit-struck': ({ visit }) => `个案 ${visit} 已撤销；确已进行的检查，用 ssj visit add 重新登记`,
  'result-ambiguous-draw': ({ draws }) =>
    `几次抽取都查这一户（${listed(draws)}），请在“抽取编号”写明是哪一次`,
  'result-other-task': ({ draw, task }) => `抽取 ${draw} 是任务${beside(task)}的，与任务编号不一致`,
  'result-reserve': ({ draw }) => `在抽取 ${draw} 中是替补，没有递补，不在检查之列`,
  'result-fallen': ({ draw, instead }) =>
    `已从抽取 ${draw} 换出${instead === '' ? '' : `，由${beside(instead)}递补`}；确已去过的，用 ssj visit add 登记为个案`,
  'result-stranger': ({ draw }) =>
    `不在抽取 ${draw} 抽中之列（ssj draw show ${draw} 列出抽中的）；没有抽到而检查的，用 ssj visit add 登记为个案`,
  'result-two-targets': ({ draw, numbered, named }) =>
    `与代码不是同一户：抽取 ${draw} 中这个名称是 ${named}，本行的代码是 ${numbered}；可能只排序了其中一列，请改成同一户的`,
  'result-two-items': ({ numbered, named }) =>
    `与编码不是同一事项：这个名称是 ${named}，本行的编码是 ${numbered}；请改成同一项的`,
  'result-ambiguous-target': ({ draw, targets }) =>
    `抽取 ${draw} 中有几户叫这个名称（${listed(targets)}），请写代码`,
  'result-other-visit': ({ visit, expected }) => `个案 ${visit} 登记的是 ${expected}`,
  'result-not-their-turn': ({ draw, departments }) =>
    `抽取 ${draw} 中这一户不由该部门检查，应为${beside(listed(departments)).trimEnd()}`,
  'result-not-their-item': ({ department, items }) =>
    items.length === 0
      ? `${beside(department).trimStart()}在这一户没有抽查事项，请留空`
      : `不是${beside(department)}在这一户的抽查事项，应为 ${listed(items)}`,
  'result-item-needed': ({ department, items }) =>
    `${beside(department).trimStart()}在这一户有几项，请写明是哪一项，每项一行：${listed(items)}`,
  'result-other-team': ({ seated }) =>
    `与检查组不同，检查组是 ${listed(seated)}；另派他人的，写在“实际检查人员”并在“换人原因”写明原因`,
  'result-team-unexplained': ({ seated }) => `与检查组（${listed(seated)}）不同，请在“换人原因”写明原因`,
  'ambiguous-inspector': ({ ids }) => `有几人叫这个姓名（${listed(ids)}），请写人员编号或执法证号`,
  'result-day-ahead': ({ today }) => `在今天（${today}）之后`,
  'result-before-draw': ({ draw, day }) => `在抽取 ${draw} 抽取之日（${day}）之前`,
  'result-other-day': ({ visit, day }) => `个案 ${visit} 登记的日期是 ${day}`,
  'result-day-order': ({ inspected }) => `在检查日期（${inspected}）之前`,
  'result-outcomes-exclude': ({ alone, others }) => `${alone} 与 ${listed(others)} 不能同时选，只留一种`,
  'result-measures-exclude': ({ alone, others }) => `“${alone}”与“${listed(others)}”互相矛盾，只留一种`,
  'result-open-without-need': ({ measure }) => `处置措施是“${measure}”，应为 已完结`,
  'result-open-though-closed': ({ closed }) => `写有完结日期 ${closed}，应为 已完结；未完结的，删去完结日期`,
  'result-closed-without-end': ({ expected }) =>
    `有问题的，完结须有结果：${listed(expected)}至少填一项，或处置措施写“无需后续处置”`,
  'result-private-data': ({ masked }) => `含身份证号、电话之类个人信息，请删去：${masked}`,
  'result-state-by-verb': ({ state }) =>
    `状态现为“${STATES[state as ResultState] ?? state}”，不能由表格改；用 ssj results review 审核、ssj results publish 公示、ssj results return 退回`,
  'result-published-before-inspected': ({ inspected }) => `公示在检查日期（${inspected}）之前`,
  'result-published': ({ id }) => `${id} 已公示，更正须写明原因并经批准：用 ssj results correct`,
  'result-not-your-department': ({ actor, departments }) =>
    departments.length === 0
      ? `规则 result-writers 中没有操作人“${actor}”，不能录入`
      : `操作人“${actor}”按规则 result-writers 只录入${beside(listed(departments))}的结果`,
}
