/** What a workbook has lost of a cell, or what is not seen where it stands. */
export type NoteKind =
  /** A number of 16 digits or more keeps only 15. */
  | 'rounded-number'
  /** An error value (`#REF!`) has lost its text. */
  | 'error-value'
  /** A formula whose result nobody has ever computed. */
  | 'formula-without-value'
  /** Was empty, and says what the cell it is merged with says. */
  | 'merged'
  /** The row is hidden, by hand or by a filter; the column of the note is 0. */
  | 'hidden-row'

/** Of a workbook or a CSV: a cell whose text is not what was once typed into it; counted from 1 as the spreadsheet does. */
export interface CellNote {
  readonly row: number
  readonly column: number
  readonly note: NoteKind | UndecodableBytes
}

/** The bytes of a cell of a CSV that are no text in its encoding. */
export interface UndecodableBytes {
  readonly bytes: readonly number[]
}
