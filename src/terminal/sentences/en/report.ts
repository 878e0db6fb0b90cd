import { figuresEn } from '../figures/words-en.ts'
import type { ReportSentences } from '../topics/report.ts'
import { counted, listed } from './phrases.ts'

export const reportEn: ReportSentences = {
  reasons: {
    'unknown-report': ({ name, known }) => [
      `there is no report “${name}”`,
      `the reports are ${listed(known)}`,
    ],
  },
  words: {
    fairness: (year, frozen, drawn) =>
      `Fairness of the draws in ${year}: ${frozen} frozen, of which ${drawn} drawn and not void`,
    voided: count => `${count} void`,
    voidedOne: (draw, task, attempt, reason, approver) =>
      `  ${draw}, task ${task}, attempt ${attempt}: ${reason} (approved by ${approver})`,
    endedOne: (draw, task, attempt, how) =>
      `  draw ${draw} (${task}, attempt ${attempt}) ${how === 'failed' ? 'had a seed that found no teams, and no result' : 'was not run in time and has lapsed'}`,
    substituted: count => counted(count, 'substitution'),
    substitutedOne: (draw, out, into, reason, approver) =>
      `  ${draw}: ${out} → ${into === '' ? 'nobody' : into}, ${reason} (approved by ${approver})`,
    pairs: (met, possible) => `Teams: ${met} of ${possible} possible pairs occurred`,
    pair: (a, b, times) => `  ${listed([a, b])}: ${counted(times, 'target')}`,
    further: count => `  … and ${count} more`,
    department: 'department',
    station: 'station',
    people: 'people',
    visits: 'visits',
    mean: 'mean',
    range: 'min–max',
    attributes: {
      station: 'station',
      class: 'risk class',
      order: 'order of registration (deciles)',
    },
    attribute: (name, verdict) => `Drawn compared with the frame, by ${name}: ${verdict}`,
    tested: (statistic, freedom, p) => `χ² = ${statistic}, ${freedom} degrees of freedom, p = ${p}`,
    untested: 'too few to test',
    cell: 'group',
    drawn: 'drawn',
    expected: 'expected',
    none: '(empty)',
    method:
      'Expected = take of each stratum × the group’s share of it, summed over strata and draws; Pearson’s χ² is computed as an exact fraction, with groups expecting fewer than 5 pooled; p comes from the incomplete gamma function and is for display only. Draws are without replacement, so p errs on the large side.',
    coverage: (year, targets, visited, visits) =>
      `Coverage in ${year}: ${counted(targets, 'target')} registered and in force, ${visited} of them drawn (${counted(visits, 'visit')})`,
    joint: (visits, share) =>
      `of these ${counted(visits, 'visit')} of two departments or more (${share}); a common visit is counted once`,
    visitedClosed: visits =>
      `${counted(visits, 'visit')} to targets that are no longer in force or registered`,
    casesBeside: (visits, targets) =>
      `beside them ${counted(visits, 'visit')} that ${visits === 1 ? 'was' : 'were'} not drawn, to ${counted(targets, 'target')}`,
    drew: 'visits it drew',
    went: 'visits it goes to',
    cases: 'cases',
    reachedItself: 'it goes to',
    closed: 'not in force',
    byTimes: 'by number of times drawn',
    times: (times, targets) => `  ${counted(times, 'time')}: ${counted(targets, 'target')}`,
    byDepartment: 'by department',
    byClass: 'by risk class',
    byStation: 'by station',
    group: 'group',
    registered: 'registered',
    reached: 'drawn',
    share: 'coverage',
    workload: (year, people, visits) =>
      `Workload in ${year}: ${counted(people, 'inspector')}, ${counted(visits, 'visit')}`,
    inspector: 'inspector',
    limit: 'yearly limit',
    left: 'remaining',
    figures: figuresEn,
    reckoning: 'reckoning, draws done',
    written: file => `wrote ${file}`,
  },
  help: {
    report:
      'a year in figures: deadlines, calendar, results, assessment, year, coverage, workload, fairness, matrix (who met whom); or one draw: timeline',
    draw: 'which draw (timeline)',
    targets: 'also who went to which firm (matrix)',
    to: 'write to a file: .csv .xlsx .docx .html .txt (default: the terminal)',
    year: 'the year (default: this year)',
  },
}
