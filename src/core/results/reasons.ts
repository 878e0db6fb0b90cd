import type { ResultState } from './result-state.ts'

/** Why a step is not taken with results. */
export interface ResultReasons {
  /** Nothing says which results are meant. */
  'which-results': Record<never, never>
  'no-such-result': { result: string; nearest: string | null }
  'no-results-there': { where: string }
  /** None of those that are meant may take the step; how many stand where. */
  'results-not-ready': {
    step: 'review' | 'return' | 'publish' | 'correct'
    states: readonly { readonly state: ResultState; readonly count: number }[]
    example: string
  }
  'approver-entered-result': { approver: string; count: number; example: string }
  'reviewed-before-inspected': { result: string; inspected: string; day: string }
  'published-before-inspected': { result: string; inspected: string; day: string }
  'review-day-ahead': { day: string; today: string }
  'publication-day-ahead': { day: string; today: string }
  'not-your-results': { actor: string; departments: readonly string[]; result: string }
  /** A draw is to be void, drawn again or changed where results of it stand; `target` is the one that would fall out, or empty. */
  'results-stand': { draw: string; target: string; count: number; published: number; example: string }
  /** Somebody is to fall out of visits that took place. */
  'inspector-went': {
    draw: string
    inspector: string
    count: number
    example: string
    others: readonly string[]
  }
  /** What is public is corrected, not retired; nor is what was taken down. */
  'published-result-stays': { result: string }
  /** Nothing of what is meant is public; so many results are reviewed and wait, so many of cases the rules withhold. */
  'no-published-results': { reviewed: number; withheld: number }
  'nothing-to-take-down': Record<never, never>
  /** A correction that would make it the result of another target, department or item. */
  'correction-elsewhere': { result: string; becomes: string }
  /** A correction that changes nothing. */
  'nothing-corrected': { result: string }
}
