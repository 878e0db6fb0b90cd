import { figuresZh } from '../figures/words-zh.ts'
import type { ReportSentences } from '../topics/report.ts'
import { listed } from './phrases.ts'

export const reportZh: ReportSentences = {
  reasons: {
    'unknown-report': ({ name, known }) => [`没有名为“${name}”的报表`, `可用的报表：${listed(known)}`],
  },
  words: {
    fairness: (year, frozen, drawn) =>
      `${year} 年抽取公平性报告：冻结 ${frozen} 次，其中已抽取且未作废 ${drawn} 次`,
    voided: count => `作废 ${count} 次`,
    voidedOne: (draw, task, attempt, reason, approver) =>
      `  ${draw} 任务 ${task} 第 ${attempt} 次：${reason}（批准人 ${approver}）`,
    endedOne: (draw, task, attempt, how) =>
      `  抽取 ${draw}（${task} 第 ${attempt} 次）${how === 'failed' ? '种子组不成检查组，没有结果' : '逾期未抽取，已失效'}`,
    substituted: count => `替换 ${count} 次`,
    substitutedOne: (draw, out, into, reason, approver) =>
      `  ${draw}：${out} → ${into === '' ? '无替补' : into}，${reason}（批准人 ${approver}）`,
    pairs: (met, possible) => `同组：出现过 ${met} 对，可能有 ${possible} 对`,
    pair: (a, b, times) => `  ${listed([a, b])}：${times} 户`,
    further: count => `  ……还有 ${count} 项`,
    department: '部门',
    station: '科室或监管所',
    people: '人数',
    visits: '户次',
    mean: '人均',
    range: '最少–最多',
    attributes: {
      station: '管辖所',
      class: '信用风险等级',
      order: '入库次序（十等分）',
    },
    attribute: (name, verdict) => `抽中与抽样框对照，按${name}：${verdict}`,
    tested: (statistic, freedom, p) => `χ² = ${statistic}，自由度 ${freedom}，p = ${p}`,
    untested: '户数太少，不作检验',
    cell: '分组',
    drawn: '抽中',
    expected: '期望',
    none: '（空）',
    method:
      '期望数 = 各层抽取数 × 该组在层中的比例，逐层逐次相加；皮尔逊 χ² 以分数精确计算，期望不足 5 的组并作一组；p 值由不完全伽马函数近似，仅供参考。抽取不放回，p 偏大而不偏小。',
    coverage: (year, targets, visited, visits) =>
      `${year} 年抽查覆盖：在册且有效 ${targets} 户，其中已抽中 ${visited} 户（共 ${visits} 户次）`,
    joint: (visits, share) => `其中两个以上部门同去 ${visits} 户次，占 ${share}；合并为一次的检查只计一次`,
    visitedClosed: visits => `其中 ${visits} 户次的对象现已不在有效状态或不在册`,
    casesBeside: (visits, targets) => `另有未经抽取的个案检查 ${visits} 次，涉及 ${targets} 户`,
    drew: '发起抽中户次',
    went: '前往户次',
    cases: '个案',
    reachedItself: '本部门已去',
    closed: '不在有效状态',
    byTimes: '按次数',
    times: (times, targets) => `  ${times} 次：${targets} 户`,
    byDepartment: '按部门（在册：本部门名录库中有效的对象）',
    byClass: '按信用风险等级',
    byStation: '按管辖所',
    group: '分组',
    registered: '在册',
    reached: '已抽中',
    share: '覆盖率',
    workload: (year, people, visits) => `${year} 年检查人员工作量：${people} 人，共 ${visits} 户次`,
    inspector: '人员',
    limit: '年度上限',
    left: '还可承担',
    figures: figuresZh,
    reckoning: '逐项计算，已处理抽取',
    written: file => `已写入 ${file}`,
  },
  help: {
    report:
      '统计报表：deadlines 到期事项、calendar 检查日历、results 结果、assessment 考核、year 全年统计、coverage 覆盖、workload 工作量、fairness 公平性、matrix 同组情况、timeline 一次抽取的时间线',
    draw: '哪一次抽取（timeline）',
    targets: '另列谁去过哪一户（matrix）',
    to: '写入文件：.csv .xlsx .docx .html .txt（默认显示在终端）',
    year: '年份（默认今年）',
  },
}
