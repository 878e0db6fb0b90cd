/** Why a report is declined. */
export interface ReportReasons {
  'unknown-report': { name: string; known: readonly string[] }
}
