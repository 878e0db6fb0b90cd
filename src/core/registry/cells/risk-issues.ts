/** What can be wrong with a decision on a proposal of another class of risk. */
export interface RiskIssues {
  /** The class of the target has changed since the proposal was made. */
  'risk-class-moved': { now: string }
  /** Results do not ask for this, or not any more; `now`: what they ask for, empty for nothing. */
  'risk-proposal-stale': { now: string }
  /** The class came from another body: `expected` is the word that changes it all the same. */
  'risk-class-of-others': { source: string; expected: string }
  'risk-decided-otherwise': { decision: string; to: string }
}
