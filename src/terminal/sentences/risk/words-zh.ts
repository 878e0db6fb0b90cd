import type { RiskSentences } from '../topics/risk.ts'

/** 风险等级调整建议。 */
export const riskZh: RiskSentences = {
  reasons: {
    'nothing-decided': ({ rows }) => [
      `建议表中没有一行写了“决定”（共 ${rows} 行），未作任何变更`,
      '在“决定”一列写 同意、不同意 或 同意并改动来源等级，再导入；没有决定的行不生效',
    ],
  },
  issues: {
    'risk-class-moved': ({ now }) =>
      `建议之后该户的等级已变，现为“${now === '' ? '未分类' : now}”；请用 ssj propose risk 重新提出`,
    'risk-proposal-stale': ({ now }) =>
      now === ''
        ? '按现在的检查结果和规则，对该户没有这项建议；请用 ssj propose risk 重新提出'
        : `按现在的检查结果和规则，应为 ${now}；请用 ssj propose risk 重新提出`,
    'risk-class-of-others': ({ source, expected }) =>
      `现等级不是本机关定的，来自 ${source}；确要改动的写“${expected}”，并写明决定理由`,
    'risk-decided-otherwise': ({ decision, to }) =>
      `这些结果已经决定过：${decision}（${to}）；同一依据不再决定`,
  },
  issueKinds: {
    'risk-class-moved': '等级已变',
    'risk-proposal-stale': '建议已不成立',
    'risk-class-of-others': '等级来自上级或其他部门',
    'risk-decided-otherwise': '已经决定过',
  },
  words: {
    columns: {
      target: '对象',
      name: '名称',
      from: '现等级',
      to: '建议等级',
      rule: '所依规则',
      evidence: '所依结果',
    },
    down: visits => `连续 ${visits} 次检查未发现问题，降一级（规则 risk-down-visits）`,
    up: (grounds, added) =>
      `${grounds.map(([ground, steps]) => `${ground}升 ${steps} 级`).join('、')}${grounds.length < 2 ? '' : added ? '，相加' : '，取最高'}（规则 risk-up）`,
    proposed: (count, ofOthers) =>
      count === 0
        ? '没有风险等级调整建议'
        : `风险等级调整建议 ${count} 户${ofOthers === 0 ? '' : `，其中 ${ofOthers} 户的现等级来自上级或其他部门`}；未作任何变更`,
    without: counts => [
      ...(counts.unclassed === 0
        ? []
        : [`  另有 ${counts.unclassed} 户未分类，不提建议（规则 risk-unclassed）`]),
      ...(counts['unknown-class'] === 0
        ? []
        : [`  另有 ${counts['unknown-class']} 户的等级不在规则 risk-classes 之列，不提建议`]),
      ...(counts['at-end'] === 0 ? [] : [`  另有 ${counts['at-end']} 户已在最高或最低一级`]),
      ...(counts.gone === 0 ? [] : [`  另有 ${counts.gone} 户已注销、停业或不在名录库`]),
    ],
    written: (file, decisions) =>
      `已写出 ${file}：由人在“决定”一列逐行写 ${decisions.join('、')}，再用 ssj import targets 导入；没有决定的行不生效`,
    toDecide: '用 --to 写成表格（*.csv 或 *.xlsx），由人决定后用 ssj import targets 导入',
  },
}
