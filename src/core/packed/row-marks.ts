/** A small number for each row of a registry, nought at first: two bytes each while that is enough. */
export interface RowMarks {
  readonly of: Uint16Array | Uint32Array
}

/** Marks of rows from 0 up to, not with, a number. */
export function rowMarks(rows: number): RowMarks {
  return { of: new Uint16Array(rows) }
}

/** The same marks with room for marks up to a number. */
export function withMarksUpTo(marks: RowMarks, most: number): RowMarks {
  const isEnough = most <= MOST_IN_TWO_BYTES || marks.of instanceof Uint32Array
  return isEnough ? marks : { of: Uint32Array.from(marks.of) }
}

export const MOST_IN_TWO_BYTES = 0xffff
