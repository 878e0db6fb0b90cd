import { byBytes } from '../../bytes.ts'
import type { SelectionRow, Stratum } from '../../draw/folder/rows.ts'
import { ticketOf } from '../../draw/selection.ts'
import { hashAfter } from '../../hash.ts'
import { hexOfWords } from '../../hex.ts'
import type { Digest, TargetId } from '../../ids.ts'
import type { Boundary, Finding, FramedRow, InFrame } from './certificate.ts'
import type { OpenedDraw } from './opened-draw.ts'
import { type Prover, proverOf } from './prover.ts'

/** What a draw did with a target; `registered` says whether any registry knows it. */
export type Find = (target: TargetId, registered: boolean) => Finding

/**
 * Finds what a draw did with a target, one after the other; `registered` says whether any registry knows it. Whoever
 * shows the frame itself need not prove rows of it, and gives another `prover`.
 */
export function finder(draw: OpenedDraw, prover: Prover = proverOf(draw)): Find {
  const { frame, exclusions, commitment } = draw
  const places = new Map(frame.map(({ target }, index) => [target, index]))
  const boundaries = new Map(
    commitment.strata.map(({ stratum }) => [stratum, boundariesOf(draw, stratum, places, prover)] as const),
  )
  return (target, registered) => {
    const index = places.get(target)
    if (index !== undefined) {
      const own = commitment.strata.find(({ stratum }) => stratum === frame[index]!.stratum)!
      return { ...inFrame(draw, own, target, prover.framed(index)), ...boundaries.get(own.stratum)! }
    }
    const place = exclusions?.findIndex(row => row.target === target) ?? -1
    return place < 0
      ? { verdict: 'unknown', registered, ...prover.absent(target) }
      : {
          verdict: 'excluded',
          reason: exclusions![place]!.reason,
          line: place + 2,
          ...prover.excluded(place),
        }
  }
}

function inFrame(
  { selectKey, frame }: OpenedDraw,
  { stratum, size, take, reserve }: Stratum,
  target: TargetId,
  row: FramedRow,
): Omit<InFrame, keyof Boundaries> {
  const ticket = ticketOf(selectKey, target)
  const members = frame.filter(other => other.stratum === stratum).map(other => other.target)
  const rank = rankOf(selectKey, members, { ticket, target })
  const verdict = rank <= take ? 'drawn' : rank <= take + reserve ? 'reserve' : 'not-drawn'
  return { verdict, stratum, size, take, reserve, rank, ticket, row }
}

/** How many of a stratum stand at or before this target. */
function rankOf(selectKey: Digest, members: readonly string[], own: Holder): number {
  const digest = hashAfter(selectKey)
  const first = Number.parseInt(own.ticket.slice(0, 8), 16)
  let before = 0
  for (const target of members) {
    const words = digest(target)
    const head = words[0]! >>> 0
    if (head < first || (head === first && byTicket({ ticket: hexOfWords(words), target }, own) < 0)) before++
  }
  return before + 1
}

interface Holder {
  readonly ticket: string
  readonly target: TargetId
}

/** The order of section 5: by ticket, equal ones by target. */
export function byTicket(a: Holder, b: Holder): number {
  return a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : byBytes(a.target, b.target)
}

export type Boundaries = Pick<InFrame, 'lastDrawn' | 'lastReserve'>

function boundariesOf(
  { selection, selectKey }: OpenedDraw,
  stratum: string,
  places: ReadonlyMap<string, number>,
  prover: Prover,
): Boundaries {
  const last = (status: SelectionRow['status']): Boundary | null => {
    const row = selection.findLast(other => other.stratum === stratum && other.status === status)
    const index = row && places.get(row.target)
    if (row === undefined || index === undefined) return null
    return { target: row.target, ticket: ticketOf(selectKey, row.target), ...prover.boundary(index) }
  }
  return { lastDrawn: last('drawn'), lastReserve: last('reserve') }
}
