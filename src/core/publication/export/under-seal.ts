import { EXCLUSIONS, FRAME } from '../../draw/folder/tables.ts'
import type { DrawNumber } from '../../ids.ts'

/**
 * What may be announced of a draw whose rules looked at others that are under seal (`seen`): neither frame nor exclusions,
 * for who is missing in the one or named in the other was drawn there. The law lets an announcement leave both out
 * (draw-2.md, section 8); of a draw that was run it does not, so that one is not published before those are opened.
 */
export function withoutSealed<Bytes>(
  files: ReadonlyMap<string, Bytes>,
  seen: readonly DrawNumber[],
): Map<string, Bytes> {
  return new Map([...files].filter(([file]) => seen.length === 0 || !TELLS.has(file)))
}

const TELLS: ReadonlySet<string> = new Set([FRAME.file, EXCLUSIONS.file])
