import { OUTCOME_WORDS } from '../../../core/registry/cells/result-codes.ts'
import type { ResultIssues } from '../../../core/registry/cells/result-issues.ts'
import type { ResultState } from '../../../core/results/result-state.ts'
import { riskEn } from '../risk/words-en.ts'
import type { IssueSentences } from '../topics/message.ts'
import type { ResultSentences } from '../topics/results.ts'
import { counted, listed, orLike } from './phrases.ts'

/** The states of a result. */
const STATES: Readonly<Record<ResultState, string>> = {
  entered: 'entered',
  reviewed: 'reviewed',
  returned: 'returned',
  published: 'published',
  'taken-down': 'taken down',
}

const STEP = { review: 'review', return: 'return', publish: 'publish', correct: 'correct' } as const
const DONE = { review: 'reviewed', return: 'returned', publish: 'published' } as const
const WHERE = {
  review: 'only what was entered can be reviewed',
  return: 'only what is not published can be returned',
  publish: 'only what was reviewed can be published: ssj results review first',
  correct: 'only what is published is corrected; anything else is simply imported again',
} as const

export const resultsEn: ResultSentences = {
  reasons: {
    ...riskEn.reasons,
    'no-published-results': ({ reviewed, withheld }) => [
      `there is no published result to write${reviewed === 0 ? '' : `; ${reviewed} reviewed ones wait`}${withheld === 0 ? '' : `; the rules keep back ${withheld} of cases`}`,
      'publish what is reviewed with ssj results publish first',
    ],
    'nothing-to-take-down': () => ['no result has been public for all its years'],
    'which-results': () => [
      'nothing says which results are meant',
      'name draws, cases or results, or use --department NAME or --file SHEET',
    ],
    'no-such-result': ({ result, nearest }) => [
      `there is no result “${result}”${orLike(nearest)}`,
      'results are named like 2026-0001/TARGET/DEPARTMENT/ITEM: ssj results list shows them',
    ],
    'no-results-there': ({ where }) => [`“${where}” has no results to work on`],
    'results-not-ready': ({ step, states, example }) => [
      `cannot ${STEP[step]}: ${shown(states)} (such as ${example})`,
      WHERE[step],
    ],
    'approver-entered-result': ({ approver, example }) => [
      `“${approver}” entered this result and cannot approve it (such as ${example})`,
      'somebody else must review it',
    ],
    'published-before-inspected': ({ result, inspected, day }) => [
      `cannot publish: ${day} is before ${result} was inspected (${inspected})`,
    ],
    'reviewed-before-inspected': ({ result, inspected, day }) => [
      `cannot review: ${day} is before ${result} was inspected (${inspected})`,
    ],
    'review-day-ahead': ({ day, today }) => [`cannot review: ${day} is after today (${today})`],
    'publication-day-ahead': ({ day, today }) => [`cannot publish: ${day} is after today (${today})`],
    'not-your-results': ({ actor, departments, result }) => [
      departments.length === 0
        ? `the rule result-writers does not name the operator “${actor}”, who cannot work on ${result}`
        : `“${actor}” works on results of ${listed(departments)} only, not on ${result}`,
      'ssj rules show result-writers says who belongs to which department',
    ],
    'results-stand': ({ draw, target, count, published, example }) => [
      `draw ${draw} has ${counted(count, 'result')}${target === '' ? '' : ` of ${target}`} (${published} of them published, such as ${example})`,
      'those visits took place, count towards the caps, and their results stay; if that is meant, add --despite-results',
    ],
    'inspector-went': ({ draw, inspector, count, example, others }) => [
      `${counted(count, 'result')} of visits of ${inspector} in draw ${draw} stand (such as ${example})`,
      others.length === 0
        ? 'those visits took place; if their team is to change all the same, add --despite-results'
        : `those visits took place; for the others alone, add --visit ${others.join(' --visit ')}; if their team is to change all the same, add --despite-results`,
    ],
    'published-result-stays': ({ result }) => [
      `cannot retire ${result}: it was published`,
      'what is wrong in it is corrected: ssj results correct',
    ],
    'correction-elsewhere': ({ result, becomes }) => [
      `cannot correct ${result}: it would become the result ${becomes}, of another target, department or item`,
      'enter the other result by ssj import results or ssj add results, and correct this one to what was found there',
    ],
    'nothing-corrected': ({ result }) => [`nothing to correct: ${result} says so already`],
  },
  words: {
    risk: riskEn.words,
    columns: {
      result: 'result',
      target: 'target',
      department: 'department',
      item: 'item',
      inspected: 'inspected',
      outcome: 'outcome',
      state: 'state',
      published: 'published',
      settled: 'settled',
      deadline: 'deadline',
      deviation: 'otherwise than drawn',
      because: 'reason',
    },
    states: STATES,
    beforeReview: (count, example) =>
      `please check: ${counted(count, 'result')} public before the day of the review (such as ${example}); done as said. Of a review that is recorded late, --date says the day`,
    deviations: {
      'other-team': 'others went',
      'outside-period': 'outside the period',
      'lone-inspector': 'one inspector alone',
    },
    sheets: folder => `sheets of results written to ${folder} (fill them in, then ssj import results)`,
    taken: (verb, count, day) => `${counted(count, 'result')} ${DONE[verb]} (${day})`,
    passed: states =>
      states.length === 0
        ? []
        : [`  left as they are: ${shown(states.map(([state, count]) => ({ state, count })))}`],
    outcome: code => (OUTCOME_WORDS.has(code) ? `${code} ${OUTCOME_WORDS.get(code)}` : code),
    standing: (state, published) => (published === '' ? STATES[state] : `${STATES[state]} ${published}`),
    openSince: deadline => (deadline === '' ? 'open' : `open, to be put right by ${deadline}`),
    beside: 'results on record at the office (beside what the certificate proves)',
    basis: (basis, content) => `by ${basis}${content === '' ? '' : `; checked: ${content}`}`,
    takenDown: count => `took down ${count} results that were public for their years`,
    corrected: (result, day) => `corrected ${result} (${day}); the correction is published with it`,
  },
  help: {
    results: 'results of inspections: sheets, review, publication, correction',
    sheet:
      'write sheets to fill in: one row for each target, department and item of draws or cases, imported as they are',
    list: 'list results and where they stand',
    review: 'review results that were entered (the approver is not who entered them)',
    return: 'return results that were entered or reviewed',
    publish: 'publish results that were reviewed',
    takeDown: 'take down results that were public for their years',
    correct: 'correct a published result',
    to: 'the folder to write',
    format: 'csv or xlsx (default: xlsx, with drop-downs)',
    department: 'of this department only',
    cases: 'all cases of a year',
    oneFile: 'one file, not one for each department',
    state: 'entered, reviewed, returned, published or taken-down',
    open: 'only what is not settled',
    deviating:
      'only what was inspected otherwise than it was drawn: by others, outside the period, by one alone',
    file: 'the results that the rows of a sheet name',
    approver: 'who approves; not who entered',
    despite: 'go on although results of the draw, or of the target, stand',
    propose: 'propose what follows from results',
    proposeRisk:
      'propose steps of the class of risk from results, for a person to decide on; nothing is applied by itself',
    proposeTo: 'the file to write (*.csv or *.xlsx, the latter with drop-downs)',
    date: 'the day of publication (default: today)',
    reviewDate: 'the day of the review (default: today)',
  },
}

function shown(states: readonly { readonly state: ResultState; readonly count: number }[]): string {
  return listed(states.map(({ state, count }) => `${counted(count, 'result')} ${STATES[state]}`))
}

/** What can be wrong with a result. */
export const resultIssuesEn: Pick<IssueSentences, keyof ResultIssues> = {
  'result-unknown-occasion': ({ nearest }) =>
    `there is no task, draw or case of this number${orLike(nearest)}; a visit that was not drawn here is recorded by ssj visit add`,
  'result-not-drawn-yet': ({ draws }) => `not drawn yet (frozen: ${listed(draws)}); results follow the draw`,
  'result-draw-void': ({ draw }) =>
    `draw ${draw} is void; a visit that took place all the same is recorded by ssj visit add`,
  'result-visit-struck': ({ visit }) =>
    `case ${visit} was struck; a visit that took place all the same is recorded anew by ssj visit add`,
  'result-ambiguous-draw': ({ draws }) =>
    `several draws visit this target (${listed(draws)}); say in 抽取编号 which one`,
  'result-other-task': ({ draw, task }) => `draw ${draw} is of task ${task}, which is not what 任务编号 says`,
  'result-reserve': ({ draw }) => `in reserve in draw ${draw} and not called in: it is not inspected`,
  'result-fallen': ({ draw, instead }) =>
    `fell out of draw ${draw}${instead === '' ? '' : `, ${instead} came in`}; a visit that took place all the same is recorded by ssj visit add`,
  'result-stranger': ({ draw }) =>
    `not drawn in draw ${draw} (ssj draw show ${draw} lists who was); a visit to a target that was not drawn is recorded by ssj visit add`,
  'result-two-targets': ({ draw, numbered, named }) =>
    `not the target of the number: in draw ${draw} this is the name of ${named}, and the number is that of ${numbered}; perhaps one column was sorted alone: make both of one target`,
  'result-two-items': ({ numbered, named }) =>
    `not the item of the code: this is the name of ${named}, and the code is ${numbered}; make both of one item`,
  'result-ambiguous-target': ({ draw, targets }) =>
    `several targets of draw ${draw} are called so (${listed(targets)}); give the code`,
  'result-other-visit': ({ visit, expected }) => `case ${visit} is recorded with ${expected}`,
  'result-not-their-turn': ({ draw, departments }) =>
    `this department does not inspect the target in draw ${draw}; expected ${listed(departments)}`,
  'result-not-their-item': ({ department, items }) =>
    items.length === 0
      ? `${department} has no item at this target; leave it empty`
      : `not an item of ${department} at this target; expected ${listed(items)}`,
  'result-item-needed': ({ department, items }) =>
    `${department} has several items at this target; say which, one to a row: ${listed(items)}`,
  'result-other-team': ({ seated }) =>
    `not the seated team, which is ${listed(seated)}; whoever went instead stands in 实际检查人员, the reason in 换人原因`,
  'result-team-unexplained': ({ seated }) =>
    `not the seated team (${listed(seated)}): give the reason in 换人原因`,
  'ambiguous-inspector': ({ ids }) =>
    `several inspectors are called so (${listed(ids)}); give the id or the certificate`,
  'result-day-ahead': ({ today }) => `after today (${today})`,
  'result-before-draw': ({ draw, day }) => `before draw ${draw} was drawn (${day})`,
  'result-other-day': ({ visit, day }) => `case ${visit} is recorded on ${day}`,
  'result-day-order': ({ inspected }) => `before the inspection (${inspected})`,
  'result-outcomes-exclude': ({ alone, others }) => `${alone} excludes ${listed(others)}: keep one`,
  'result-measures-exclude': ({ alone, others }) => `“${alone}” excludes “${listed(others)}”: keep one`,
  'result-open-without-need': ({ measure }) => `the measure is “${measure}”: expected 已完结`,
  'result-open-though-closed': ({ closed }) =>
    `it was settled on ${closed}: expected 已完结, or no day where it is not settled`,
  'result-closed-without-end': ({ expected }) =>
    `a problem is closed by a result: fill in one of ${listed(expected)}, or 无需后续处置 as the measure`,
  'result-private-data': ({ masked }) => `holds a number of a person; take it out: ${masked}`,
  'result-state-by-verb': ({ state }) =>
    `the state is “${STATES[state as ResultState] ?? state}” and no cell changes it: ssj results review, ssj results publish, ssj results return`,
  'result-published-before-inspected': ({ inspected }) => `published before the inspection (${inspected})`,
  'result-published': ({ id }) =>
    `${id} is published; a correction needs a reason and an approver: ssj results correct`,
  'result-not-your-department': ({ actor, departments }) =>
    departments.length === 0
      ? `the rule result-writers does not name the operator “${actor}”`
      : `by the rule result-writers, “${actor}” enters results of ${listed(departments)} only`,
}
