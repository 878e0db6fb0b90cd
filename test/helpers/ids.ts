import type { Digest, DrawNumber, EntryNumber } from '../../src/core/ids.ts'

/** A draw and an entry as the store would have numbered them, a digest as a hash would have given it. */
export const drawNumber = (text: string) => text as DrawNumber
export const digest = (text: string) => text as Digest
export const entryNumber = (count: number) => count as EntryNumber
