/** The reports that there are, in the order in which an office asks for them. */
export const REPORT_KINDS = [
  'deadlines',
  'calendar',
  'results',
  'assessment',
  'year',
  'coverage',
  'workload',
  'fairness',
  'matrix',
  'timeline',
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]
