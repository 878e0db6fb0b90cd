import type { FigureWords } from '../../../core/report/figure-words.ts'

/** The words of reports that are handed in. */
export const figuresEn: FigureWords = {
  office: 'office of the leading group',
  none: '—',
  all: 'all',
  duties: {
    enter: 'inspect and enter',
    correct: 'enter again',
    review: 'review',
    publish: 'publish',
    rectify: 'recheck and settle',
    'take-down': 'take down',
    'carry-out': 'carry out the task',
  },
  kinds: {
    none: 'no problem',
    corrected: 'put right on the spot',
    problem: 'problem',
    absent: 'not in business',
    gone: 'closed or gone',
  },
  columns: {
    department: 'department',
    duty: 'duty',
    owed: 'owed',
    overdue: 'overdue',
    firstDue: 'first due',
    due: 'due',
    since: 'since',
    occasion: 'draw or task',
    target: 'target',
    name: 'name',
    item: 'item',
  },
  deadlines: {
    title: 'Duties after the draw',
    subtitle: today => `on ${today}`,
    sums: 'By department',
    rows: (shown, all) => (shown === all ? `One by one (${all})` : `The ${shown} most pressing of ${all}`),
    nothing: 'Nothing is owed.',
    unknownYear: years =>
      `the holidays of ${years.join(', ')} are not on record, so that deadlines which hang on them are not reckoned: import holidays FILE`,
    sources: (year, sources) => `working days of ${year} by ${sources.join(', ')}`,
    unknown: year => `needs the holidays of ${year}`,
    overdue: ' (overdue)',
    picture: 'Overdue, by department',
  },
}
