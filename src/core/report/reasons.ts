/** Why a report is declined. */
export interface ReportReasons {
  'report-unknown': { name: string; known: readonly string[] }
}
