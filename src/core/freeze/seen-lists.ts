import type { UnreadableCell } from '../draw/folder/unreadable-cell.ts'
import type { TargetId } from '../ids.ts'

/** The first cell of a list that would be written so that nobody reads it back, and the file that it would stand in. */
export interface UnreadableRow extends UnreadableCell {
  readonly file: string
}

/**
 * What was seen of frame and exclusions while their rows passed as bytes: the rows that are at hand stand for many, so that
 * nobody finds the first of all among them.
 */
export interface SeenLists {
  readonly unreadable: UnreadableRow | null
  /** The first code of each that holds a number of a person. */
  readonly privateCodes: { readonly exclusions: TargetId | null; readonly frame: TargetId | null }
}
