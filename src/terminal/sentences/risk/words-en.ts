import type { RiskSentences } from '../topics/risk.ts'

const rows = (count: number) => `${count} ${count === 1 ? 'target' : 'targets'}`

/** Proposals of other classes of risk. */
export const riskEn: RiskSentences = {
  reasons: {
    'nothing-decided': ({ rows }) => [
      `no row of the proposals has a decision (rows: ${rows}); nothing has changed`,
      'write 同意 (yes), 不同意 (no) or 同意并改动来源等级 (yes, over its source) under 决定 and import again; rows without a decision change nothing',
    ],
  },
  issues: {
    'risk-class-moved': ({ now }) =>
      `the class has changed since the proposal and is “${now === '' ? '未分类' : now}” now; make the proposals again with ssj propose risk`,
    'risk-proposal-stale': ({ now }) =>
      now === ''
        ? 'by the results and rules of today there is no such proposal; make the proposals again with ssj propose risk'
        : `by the results and rules of today the proposal is ${now}; make the proposals again with ssj propose risk`,
    'risk-class-of-others': ({ source, expected }) =>
      `the office did not set this class, it came from ${source}; to change it all the same write “${expected}” and a reason under 决定理由`,
    'risk-decided-otherwise': ({ decision, to }) =>
      `these results have been decided on: ${decision} (${to}); the same evidence is not decided on twice`,
  },
  issueKinds: {
    'risk-class-moved': 'class has changed',
    'risk-proposal-stale': 'no such proposal now',
    'risk-class-of-others': 'class set by another body',
    'risk-decided-otherwise': 'decided before',
  },
  words: {
    columns: {
      ...{
        target: 'target',
        name: 'name',
        from: 'class',
        to: 'proposed',
        rule: 'by rule',
        evidence: 'by results',
      },
    },
    down: visits => `down one class after ${visits} visits without a problem (rule risk-down-visits)`,
    up: (grounds, added) =>
      `${grounds.map(([ground, steps]) => `${ground}: up ${steps}`).join(', ')}${grounds.length < 2 ? '' : added ? ', added up' : ', the highest counts'} (rule risk-up)`,
    proposed: (count, ofOthers) =>
      count === 0
        ? 'no other class of risk is proposed'
        : `another class of risk is proposed for ${rows(count)}${ofOthers === 0 ? '' : `, ${ofOthers} of them with a class that came from another body`}; nothing has changed`,
    without: counts => [
      ...(counts.unclassed === 0
        ? []
        : [`  nothing is proposed for ${rows(counts.unclassed)} without a class (rule risk-unclassed)`]),
      ...(counts['unknown-class'] === 0
        ? []
        : [
            `  nothing is proposed for ${rows(counts['unknown-class'])} with a class outside the rule risk-classes`,
          ]),
      ...(counts['at-end'] === 0
        ? []
        : [`  ${rows(counts['at-end'])} in the highest or lowest class already`]),
      ...(counts.gone === 0 ? [] : [`  ${rows(counts.gone)} out of force or not in the registry`]),
    ],
    written: (file, decisions) =>
      `written: ${file}. Somebody writes ${decisions.join(', ')} under 决定, row by row; then ssj import targets takes it. Rows without a decision change nothing`,
    toDecide:
      'write it as a table with --to (*.csv or *.xlsx), to be decided on and taken by ssj import targets',
  },
}
