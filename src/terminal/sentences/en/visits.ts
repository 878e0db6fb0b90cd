import type { VisitSentences } from '../topics/visits.ts'
import { orLike, ruleText } from './phrases.ts'

export const visitsEn: VisitSentences = {
  reasons: {
    'no-such-target': ({ target }) => [
      `cannot record a visit: “${target}” is not in the registry of targets`,
      'enter it first: ssj add targets or ssj import targets',
    ],
    'no-such-department': ({ name, nearest }) => [
      `cannot record a visit: there is no department “${name}”${orLike(nearest)}`,
    ],
    'invalid-visit-day': ({ day, today }) => [
      `cannot record a visit: the day ${day} is after today (${today})`,
    ],
    'unlisted-visit-cause': ({ cause, nearest, rule }) => [
      `cannot record a visit for “${cause}”: it is not among the causes of visits${orLike(nearest)}`,
      ruleText(rule),
    ],
    'duplicate-visit': ({ visit, target, department, day }) => [
      `this visit of ${department} to ${target} on ${day} stands recorded as ${visit}`,
    ],
    'missing-visit-field': ({ heading }) => [`cannot record a visit: ${heading} is empty`],
    'no-such-visit': ({ visit, nearest }) => [
      `there is no visit “${visit}” that stands${orLike(nearest)}`,
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
      wrong > 0 ? `${wrong} rows are wrong: nothing was recorded` : `recorded ${count} visits`,
    struck: visit => `struck ${visit}; the record stays`,
    calendar: 'visits of all departments',
    noVisits: '  no visit',
    drawn: (draw, from, to, departments, name, mark) =>
      `  ${from}~${to}  draw ${draw}  ${departments}  ${name}${mark === null ? '' : mark === 'void' ? ' (void, not counted)' : ` (one visit with ${mark})`}`,
    single: (day, visit, department, cause, reference, struck) =>
      `  ${day}  case ${visit}  ${department}  ${cause}  ${reference}${struck ? ' (struck, not counted)' : ''}`,
  },
  help: {
    visit: 'visits that were not drawn (single cases): they count towards the yearly caps',
    add: 'records one',
    import: 'records those of a CSV (target,department,date,cause,reference), all or none',
    list: 'lists them',
    strike: 'strikes one that was recorded by mistake; the record stays',
    target: 'the target, by any of its codes',
    department: 'the department that visited',
    date: 'the day (today)',
    cause: 'the cause, such as 投诉举报 or 转办交办; details may follow it',
    reference: 'number of the complaint, order or file',
    remark: 'a remark',
    year: 'the year',
  },
}
