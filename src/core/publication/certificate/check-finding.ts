import type { Commitment } from '../../draw/commitment/commitment.ts'
import { isIncluded } from '../../draw/folder/merkle.ts'
import type { Stratum } from '../../draw/folder/rows.ts'
import { EXCLUSIONS_OF, FRAME } from '../../draw/folder/tables.ts'
import { ticketOf } from '../../draw/selection.ts'
import { type Differs, differs } from '../../draw/verify/difference.ts'
import type { Digest } from '../../ids.ts'
import type { Boundary, Certificate, Excluded, FramedRow, InFrame } from './certificate.ts'
import { absenceDiffers } from './check-absence.ts'
import { byTicket } from './finding.ts'
import { type At, onlyRow } from './only-row.ts'

/** The first place where what a certificate finds does not follow from its keys and the commitment. */
export function findingDiffers(
  file: string,
  { target, finding, selectKey }: Certificate,
  commitment: Commitment,
): Differs | undefined {
  const at = (column: string) => ({ file, column })
  if (finding.verdict === 'unknown') return absenceDiffers(at, target.id, finding, commitment)
  if (finding.verdict === 'excluded') return exclusionDiffers(at, target.id, finding, commitment)
  const own = { target: target.id, ticket: finding.ticket, row: finding.row }
  const stratum = commitment.strata.find(other => other.stratum === finding.stratum)
  return (
    sizesDiffer(at, finding, stratum) ??
    rowDiffers(at, 'finding', own, finding.stratum, selectKey, commitment) ??
    boundaryDiffers(at, 'lastDrawn', finding, finding.take, selectKey, commitment) ??
    boundaryDiffers(at, 'lastReserve', finding, finding.reserve, selectKey, commitment) ??
    placeDiffers(at, finding, own)
  )
}

function exclusionDiffers(
  at: At,
  target: string,
  { line, reason, row }: Excluded,
  { spec, exclusions }: Commitment,
): Differs | undefined {
  const last = exclusions.rows + 1
  if (line < 2 || line > last)
    return differs({ ...at('finding.line'), check: 'finding', expected: `2…${last}`, found: String(line) })
  if (row === undefined) return undefined
  const named = onlyRow(EXCLUSIONS_OF[spec], row.line)
  if (named?.target !== target || named.reason !== reason || row.index !== line - 2)
    return differs({
      ...at('finding.row.line'),
      check: 'finding',
      expected: `${target},${reason}`,
      found: row.line,
    })
  const root = 'root' in exclusions ? exclusions.root : ''
  return isUnder(row, exclusions.rows, root)
    ? undefined
    : differs({ ...at('finding.row'), check: 'inclusion', expected: root, found: row.line })
}

function sizesDiffer(at: At, finding: InFrame, stratum: Stratum | undefined): Differs | undefined {
  for (const name of ['size', 'take', 'reserve'] as const) {
    const expected = String(stratum?.[name] ?? '')
    if (expected !== String(finding[name]))
      return differs({ ...at(`finding.${name}`), check: 'finding', expected, found: String(finding[name]) })
  }
  return undefined
}

/**
 * A row must be a line of the frame that names this target, under the root, with the ticket that the key gives. Under
 * version 2 the root is that of the stratum, and a boundary comes with its ticket alone.
 */
function rowDiffers(
  at: At,
  path: string,
  { target, ticket, row }: Boundary,
  stratum: string,
  selectKey: Digest,
  commitment: Commitment,
): Differs | undefined {
  const unframed = row && framedDiffers(at, path, { target, row }, stratum, commitment)
  if (unframed) return unframed
  const expected = ticketOf(selectKey, target)
  return ticket === expected
    ? undefined
    : differs({ ...at(`${path}.ticket`), check: 'ticket', expected, found: ticket })
}

function framedDiffers(
  at: At,
  path: string,
  { target, row }: { readonly target: string; readonly row: FramedRow },
  stratum: string,
  commitment: Commitment,
): Differs | undefined {
  const named = onlyRow(FRAME, row.line)
  if (named?.target !== target || named.stratum !== stratum)
    return differs({
      ...at(`${path}.row.line`),
      check: 'finding',
      expected: `${stratum},${target},…`,
      found: row.line,
    })
  const { size, root } = treeOf(commitment, stratum)
  return isUnder(row, size, root)
    ? undefined
    : differs({ ...at(`${path}.row`), check: 'inclusion', expected: root, found: row.line })
}

/** The tree that rows of a stratum are proven by. */
function treeOf(commitment: Commitment, stratum: string): { readonly size: number; readonly root: string } {
  if (commitment.spec === 'ssj-draw/1') return { size: commitment.frame.rows, root: commitment.frame.root }
  return commitment.strata.find(other => other.stratum === stratum)!
}

function isUnder({ line, index, proof }: FramedRow, size: number, root: string): boolean {
  return isIncluded({ leaf: new TextEncoder().encode(line), index, size, proof, root: root as Digest })
}

/** There is a last one if and only if there are places. */
function boundaryDiffers(
  at: At,
  which: 'lastDrawn' | 'lastReserve',
  finding: InFrame,
  places: number,
  selectKey: Digest,
  commitment: Commitment,
): Differs | undefined {
  const boundary = finding[which]
  if ((boundary === null) !== (places === 0))
    return differs({ ...at(`finding.${which}`), check: 'finding', expected: String(places) })
  if (boundary === null) return undefined
  return rowDiffers(at, `finding.${which}`, boundary, finding.stratum, selectKey, commitment)
}

/** Rank, verdict and the three tickets must go together: the target stands at, before or after each boundary. */
function placeDiffers(at: At, finding: InFrame, own: Boundary): Differs | undefined {
  const { rank, size, take, reserve, verdict, lastDrawn, lastReserve } = finding
  const expected =
    rank < 1 || rank > size ? '' : rank <= take ? 'drawn' : rank <= take + reserve ? 'reserve' : 'not-drawn'
  if (verdict !== expected)
    return differs({ ...at('finding.verdict'), check: 'finding', expected, found: verdict })
  const stands = (boundary: Boundary | null, last: number) =>
    boundary === null || Math.sign(byTicket(own, boundary)) === Math.sign(rank - last)
  const sound =
    stands(lastDrawn, take) &&
    stands(lastReserve, take + reserve) &&
    (lastDrawn === null || lastReserve === null || byTicket(lastDrawn, lastReserve) < 0)
  return sound
    ? undefined
    : differs({ ...at('finding.rank'), check: 'finding', expected: verdict, found: String(rank) })
}
