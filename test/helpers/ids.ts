import type { DrawNumber, EntryNumber } from '../../src/core/ids.ts'

/** A draw and an entry as the store would have numbered them. */
export const drawNumber = (text: string) => text as DrawNumber
export const entryNumber = (count: number) => count as EntryNumber
