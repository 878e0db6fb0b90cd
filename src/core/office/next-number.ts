/** What a running number follows from. */
export interface Numbering {
  /** The last that was given under the same mark in the same year; nought where there is none. */
  readonly last: number
  /** The running number that the office set to go on with, and the year for which it did; null where it set none. */
  readonly from: { readonly number: number; readonly year: number } | null
}

/**
 * The next running number of a year (发文顺号, GB/T 9704-2012, 7.2.5): one after the last, or the one to go on with where that
 * is higher; every year begins with 1.
 */
export function nextNumber(year: number, { last, from }: Numbering): number {
  return Math.max(last + 1, from !== null && from.year === year ? from.number : 1)
}
