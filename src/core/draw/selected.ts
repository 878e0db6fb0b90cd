import { hashBytesAfter } from '../hash.ts'
import type { Digest } from '../ids.ts'
import type { Pieces } from '../pieces.ts'
import { groupBy } from '../tally.ts'
import { cutsOf } from './cuts.ts'
import { lineReaderOf } from './folder/line-reader.ts'
import { eachLine } from './folder/list-lines.ts'
import type { FrameRow, SelectionRow, Stratum } from './folder/rows.ts'
import { sameBytes } from './folder/same-bytes.ts'
import { FRAME } from './folder/tables.ts'
import { select } from './selection.ts'

/** Who was drawn, and the rows of the frame that those drawn and the reserves stand in: all that follows asks for no other. */
export interface Selected {
  readonly selection: readonly SelectionRow[]
  readonly frame: readonly FrameRow[]
}

/** Draws from the rows of a frame that are at hand. */
export function selectionFrom(
  frame: readonly FrameRow[],
  strata: readonly Stratum[],
  selectKey: Digest,
): Selected {
  return { selection: select(frame, strata, selectKey), frame }
}

/**
 * Draws as {@link select} does from a frame that is not at hand: of a verified `frame.csv` only the rows with a ticket below
 * a cut-off are kept, which are a few more than are wanted.
 */
export function selectionFromList(frame: Pieces, strata: readonly Stratum[], selectKey: Digest): Selected {
  const rows: FrameRow[] = []
  let open = strata.filter(({ take, reserve }) => take + reserve > 0)
  for (let further = 0; open.length > 0; further++) {
    const found = groupBy(belowCuts(frame, open, selectKey, further), ({ stratum }) => stratum)
    const isShort = ({ stratum, take, reserve }: Stratum): boolean =>
      (found.get(stratum)?.length ?? 0) < take + reserve
    for (const one of open) if (!isShort(one)) for (const row of found.get(one.stratum) ?? []) rows.push(row)
    open = open.filter(isShort)
  }
  const selection = select(rows, strata, selectKey)
  const targets = new Set(selection.map(({ target }) => target))
  return { selection, frame: rows.filter(({ target }) => targets.has(target)) }
}

function belowCuts(
  frame: Pieces,
  strata: readonly Stratum[],
  selectKey: Digest,
  further: number,
): FrameRow[] {
  const limits = new Map(
    cutsOf(strata, further).map(({ stratum, below }) => [
      stratum,
      below === null ? 2 ** 32 : Number.parseInt(below.slice(0, 8), 16) + 1,
    ]),
  )
  const ticket = hashBytesAfter(selectKey)
  const rowOf = lineReaderOf(FRAME)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const rows: FrameRow[] = []
  let stratum = new Uint8Array(0)
  let limit = 0
  eachLine(frame, 1, ({ bytes, from, to, targetFrom, targetTo }) => {
    if (!sameBytes(bytes, from, targetFrom - 1, stratum)) {
      stratum = bytes.slice(from, targetFrom - 1)
      limit = limits.get(decoder.decode(stratum)) ?? 0
    }
    if (limit === 0 || ticket(bytes, targetFrom, targetTo)[0]! >>> 0 >= limit) return
    rows.push(rowOf(decoder.decode(bytes.subarray(from, to)))!)
  })
  return rows
}
