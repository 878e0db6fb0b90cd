import { byBytes } from '../../bytes.ts'
import type { DrawnCounts } from '../../draw/drawn-rows.ts'
import type { SelectionRow, Stratum } from '../../draw/folder/rows.ts'
import { headingOf } from '../../draw/folder/table.ts'
import { SELECTION } from '../../draw/folder/tables.ts'
import type { Digest } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
import { MOST_AT_ONCE, type RowHashing } from '../hashing/row-hashing.ts'
import { writtenInPieces } from './line-writer.ts'
import type { LowRows } from './low-rows.ts'
import { inTicketOrder } from './row-orders.ts'
import { rowsInPieces } from './rows-in-pieces.ts'

/** Whom a seed draws: in each stratum the rows with the lowest tickets, first those that are drawn, then the reserves. */
export interface ChosenRows {
  readonly tickets: Int32Array
  /** Strata in byte order of their names; the rows of each in the order of (ticket, target). */
  readonly strata: readonly ChosenOfStratum[]
}

interface ChosenOfStratum {
  readonly stratum: string
  readonly order: Uint32Array
  readonly take: number
}

/** The same as `select` (draw.md, section 5), from rows among which all are that may be drawn or be reserves. */
export function chooseRows(
  rows: LowRows,
  strata: readonly Stratum[],
  selectKey: Digest,
  hashing: RowHashing,
): ChosenRows {
  const tickets = ticketsOf(rows, selectKey, hashing)
  const found = new Map(rows.strata.map(one => [one.stratum, one]))
  const chosen = strata
    .toSorted((a, b) => byBytes(a.stratum, b.stratum))
    .flatMap(({ stratum, take, reserve }): ChosenOfStratum[] => {
      const own = found.get(stratum)
      if (own === undefined) return []
      const members = Uint32Array.from({ length: own.to - own.from }, (_, i) => own.from + i)
      const order = inTicketOrder(rows, tickets, members).slice(0, take + reserve)
      return [{ stratum, order, take: Math.min(take, order.length) }]
    })
  return { tickets, strata: chosen }
}

/** The drawn rows, in the order of (ticket, target). */
export function drawnRows(rows: LowRows, { tickets, strata }: ChosenRows): Uint32Array {
  const parts = strata.map(({ order, take }) => order.subarray(0, take))
  if (parts.length === 1) return parts[0]!
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return inTicketOrder(rows, tickets, all)
}

/** How many rows are drawn, and how many are reserves. */
export function countsOf({ strata }: ChosenRows): Omit<DrawnCounts, 'teams'> {
  const drawn = strata.reduce((sum, { take }) => sum + take, 0)
  const all = strata.reduce((sum, { order }) => sum + order.length, 0)
  return { drawn, reserves: all - drawn }
}

/** `selection.csv`. */
export function selectionFile({ bytes, ids }: LowRows, { tickets, strata }: ChosenRows): Pieces {
  const encoder = new TextEncoder()
  const [comma, drawn, reserve] = [',', ',drawn\n', ',reserve\n'].map(text => encoder.encode(text))
  return writtenInPieces(headingOf(SELECTION), function* lines(to) {
    for (const { stratum, order, take } of strata) {
      const name = encoder.encode(`${stratum},`)
      for (let i = 0; i < order.length; i++) {
        const row = order[i]!
        to.bytes(name, 0, name.length)
        to.number(i + 1)
        to.bytes(comma!, 0, 1)
        to.bytes(bytes, ids[2 * row]!, ids[2 * row + 1]!)
        to.bytes(comma!, 0, 1)
        for (let word = 8 * row; word < 8 * row + 8; word++) to.word(tickets[word]!)
        const end = i < take ? drawn! : reserve!
        to.bytes(end, 0, end.length)
        if (to.isFull()) yield
      }
    }
  })
}

/** The rows of a `selection.csv` that was written so. */
export function selectionRows(file: Pieces): Iterable<SelectionRow> {
  return rowsInPieces(
    file,
    ([stratum, rank, target, ticket, status]) =>
      ({ stratum, rank: Number(rank), target, ticket, status }) as SelectionRow,
  )
}

function ticketsOf({ bytes, ids, count }: LowRows, selectKey: Digest, hashing: RowHashing): Int32Array {
  const tickets = new Int32Array(8 * count)
  for (let from = 0; from < count; from += MOST_AT_ONCE) {
    const to = Math.min(count, from + MOST_AT_ONCE)
    const texts = { bytes, bounds: ids.subarray(2 * from, 2 * to), count: to - from }
    hashing.digests(selectKey, texts, tickets.subarray(8 * from, 8 * to))
  }
  return tickets
}
