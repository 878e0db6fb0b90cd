import type { ReportSentences } from '../topics/report.ts'
import { listed } from './phrases.ts'

export const reportEn: ReportSentences = {
  reasons: {
    'unknown-report': ({ name, known }) => [
      `there is no report “${name}”`,
      `the reports are ${listed(known)}`,
    ],
  },
  words: {
    fairness: (year, frozen, drawn) =>
      `Fairness of the draws of ${year}: ${frozen} frozen, ${drawn} of them drawn and not void`,
    voided: count => `${count} void`,
    voidedOne: (draw, task, attempt, reason, approver) =>
      `  ${draw}, task ${task}, attempt ${attempt}: ${reason} (approved by ${approver})`,
    substituted: count => `${count} substitutions`,
    substitutedOne: (draw, out, into, reason, approver) =>
      `  ${draw}: ${out} → ${into === '' ? 'nobody' : into}, ${reason} (approved by ${approver})`,
    pairs: (met, possible) => `Teams: ${met} pairs met, ${possible} are possible`,
    pair: (a, b, times) => `  ${a} ${b}: ${times} targets`,
    further: count => `  … and ${count} more`,
    department: 'department',
    station: 'station',
    people: 'people',
    visits: 'visits',
    mean: 'mean',
    range: 'least–most',
    attributes: {
      station: 'station',
      class: 'class of risk',
      order: 'order of the register (tenths)',
    },
    attribute: (name, verdict) => `Drawn against frame by ${name}: ${verdict}`,
    tested: (statistic, freedom, p) => `χ² = ${statistic}, ${freedom} degrees of freedom, p = ${p}`,
    untested: 'too few to test',
    cell: 'group',
    drawn: 'drawn',
    expected: 'expected',
    none: '(empty)',
    method:
      'Expected = take of each stratum × the share of the group in it, summed over strata and draws; Pearson’s χ² as an exact fraction, groups with an expectation below 5 taken together; p by the incomplete gamma function, for display. Draws are without replacement, so p is rather too large than too small.',
    coverage: (year, targets, visited, visits) =>
      `Coverage of ${year}: ${targets} targets registered and in force, ${visited} of them drawn (${visits} visits)`,
    byTimes: 'by times drawn',
    times: (times, targets) => `  ${times} times: ${targets} targets`,
    byDepartment: 'by department',
    byClass: 'by class of risk',
    byStation: 'by station',
    group: 'group',
    registered: 'registered',
    reached: 'drawn',
    share: 'coverage',
    workload: (year, people, visits) => `Workload of ${year}: ${people} inspectors, ${visits} visits`,
    inspector: 'inspector',
    limit: 'yearly limit',
    left: 'left',
  },
  help: {
    report: 'a year in figures: fairness, coverage, workload',
    year: 'the year (this one)',
  },
}
