/** Why proposals of other classes of risk are not made or taken. */
export interface RiskReasons {
  /** A sheet of proposals in which nobody decided on a row. */
  'nothing-decided': { rows: number }
}
