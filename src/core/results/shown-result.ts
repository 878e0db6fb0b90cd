import type { TargetId } from '../ids.ts'
import type { Result } from './result.ts'

/** A result as other departments and the firm see it: with who went, and the item as the list had it on the day of the freeze. */
export interface ShownResult {
  readonly id: string
  readonly occasion: string
  readonly task: string
  readonly target: TargetId
  readonly department: string
  readonly inspected: string
  readonly outcome: string
  readonly found: string
  /** What was checked by the list of that day; null of a result that is of no single item. */
  readonly item: {
    readonly code: string
    readonly name: string
    readonly content: string
    readonly basis: string
  } | null
  readonly team: readonly { readonly id: string; readonly name: string; readonly certificate: string }[]
  readonly state: Result['state']
  readonly published: string
  readonly followUp: Result['followUp']
}
