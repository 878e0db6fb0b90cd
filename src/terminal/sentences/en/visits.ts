import type { Frequent } from '../../../core/visits/frequency.ts'
import type { VisitSentences } from '../topics/visits.ts'
import { counted, orLike, ruleText } from './phrases.ts'

export const visitsEn: VisitSentences = {
  reasons: {
    'no-such-target': ({ target }) => [
      `cannot record a visit: “${target}” is not in the registry of targets`,
      'enter it first: ssj add targets or ssj import targets',
    ],
    'no-such-department': ({ name, nearest }) => [
      `cannot record a visit: there is no department “${name}”${orLike(nearest)}`,
    ],
    'invalid-visit-day': ({ day, today }) => [`cannot record a visit: ${day} is after today (${today})`],
    'unlisted-visit-cause': ({ cause, nearest, rule }) => [
      `cannot record a visit for “${cause}”: it is not among the causes of visits${orLike(nearest)}`,
      ruleText(rule),
    ],
    'duplicate-visit': ({ visit, target, department, day }) => [
      `the visit of ${department} to ${target} on ${day} is already recorded as ${visit}`,
    ],
    'visit-too-frequent': found => [
      `cannot record a visit to ${found.target}: ${tooMany(found)}`,
      ruleText(found.rule),
    ],
    'missing-visit-field': ({ heading }) => [`cannot record a visit: ${heading} is empty`],
    'no-such-visit': ({ visit, nearest }) => [
      `there is no valid visit “${visit}”${orLike(nearest)}`,
      'ssj visit list shows them',
    ],
  },
  words: {
    columns: {
      visit: 'number',
      day: 'day',
      target: 'target',
      department: 'department',
      cause: 'cause',
      reference: 'reference',
      state: 'counts',
    },
    state: {
      counted: 'yes',
      exempt: 'no (exempt)',
      struck: 'struck',
    },
    added: (visit, target, department, day, cause) =>
      `recorded ${visit}: ${department} visited ${target} on ${day} (${cause})`,
    exempt: cause => `visits for “${cause}” do not count towards the yearly caps`,
    imported: (count, wrong) =>
      wrong > 0
        ? `${counted(wrong, 'row')} with issues: nothing was recorded`
        : `recorded ${counted(count, 'visit')}`,
    struck: visit => `struck ${visit}; the record is kept`,
    struckResults: (count, published) =>
      `please check: ${counted(count, 'result')} of this visit (${published} of them published) counted and were shown until now, and are no more`,
    calendar: 'visits by all departments',
    frequent: count =>
      `${counted(count, 'target')} had as many visits lately as a rule allows; another before the span is over would be one too many:`,
    full: ({ target, ...found }) => `${target}: ${tooMany(found)}`,
    elsewhere: (count, draw) =>
      `${counted(count, 'target')} inspected by other departments (results of the year and open problems; of each in 其他部门检查情况 of ssj results sheet ${draw}):`,
    elsewhereAt: (target, found) => `${target}: ${found}`,
    elsewhereHere: found => `what other departments found there: ${found}`,
    tooFrequent: found => `please check: ${tooMany(found)}; recorded all the same`,
    answeredFor: target => ` (to ${target}, for which this firm answers)`,
    results: 'results',
    noVisits: '  no visits',
    drawn: (draw, from, to, departments, name, mark) =>
      `  ${from}~${to}  draw ${draw}  ${departments}  ${name}${mark === null ? '' : mark === 'void' ? ' (void, not counted)' : ` (one visit with ${mark})`}`,
    single: (day, visit, department, cause, reference, struck) =>
      `  ${day}  case ${visit}  ${department}  ${cause}  ${reference}${struck ? ' (struck, not counted)' : ''}`,
  },
  help: {
    visit: 'visits outside any draw (single cases), which count towards the yearly caps',
    add: 'record a visit',
    import: 'record visits from a CSV file (target,department,date,cause,reference): all of them or none',
    list: 'list visits',
    strike: 'strike a visit recorded by mistake; the record is kept',
    target: 'the target, by any of its codes',
    department: 'the department that visited',
    date: 'the day of the visit (default: today)',
    cause: 'the cause, such as 投诉举报 or 转办交办; details may follow',
    reference: 'number of the complaint, order or file',
    remark: 'remark',
    year: 'the year',
  },
}

const WINDOW = { day: 'that day', week: 'that week', month: 'that month' } as const

function tooMany({ window, from, to, visits, most }: Frequent): string {
  const days = from === to ? from : `${from} to ${to}`
  return `${counted(visits, 'visit')} ${WINDOW[window]} (${days}), limit ${most} (rule visits-per-${window})`
}
