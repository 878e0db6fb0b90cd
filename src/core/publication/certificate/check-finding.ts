import type { FirstCommitment } from '../../draw/commitment/commitment.ts'
import { isIncluded } from '../../draw/folder/merkle.ts'
import { readTableText } from '../../draw/folder/read-table.ts'
import type { Stratum } from '../../draw/folder/rows.ts'
import { headingOf } from '../../draw/folder/table.ts'
import { FRAME } from '../../draw/folder/tables.ts'
import { ticketOf } from '../../draw/selection.ts'
import { type Differs, differs } from '../../draw/verify/difference.ts'
import type { Digest } from '../../ids.ts'
import type { Boundary, Certificate, FramedRow, InFrame } from './certificate.ts'
import { byTicket } from './finding.ts'

/** The first place where what a certificate finds does not follow from its keys and the commitment. */
export function findingDiffers(
  file: string,
  { target, finding, selectKey }: Certificate,
  commitment: FirstCommitment,
): Differs | undefined {
  if (finding.verdict === 'unknown') return undefined
  const at = (column: string) => ({ file, column })
  if (finding.verdict === 'excluded') {
    const last = commitment.exclusions.rows + 1
    return finding.line >= 2 && finding.line <= last
      ? undefined
      : differs({
          ...at('finding.line'),
          check: 'finding',
          expected: `2…${last}`,
          found: String(finding.line),
        })
  }
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

type At = (column: string) => { readonly file: string; readonly column: string }

function sizesDiffer(at: At, finding: InFrame, stratum: Stratum | undefined): Differs | undefined {
  for (const name of ['size', 'take', 'reserve'] as const) {
    const expected = String(stratum?.[name] ?? '')
    if (expected !== String(finding[name]))
      return differs({ ...at(`finding.${name}`), check: 'finding', expected, found: String(finding[name]) })
  }
  return undefined
}

/** A row must be a line of the frame that names this target, under the root, with the ticket that the key gives. */
function rowDiffers(
  at: At,
  path: string,
  { target, ticket, row }: Boundary,
  stratum: string,
  selectKey: Digest,
  { frame }: FirstCommitment,
): Differs | undefined {
  const reading = readTableText(FRAME, `${headingOf(FRAME)}${row.line}\n`)
  const named = reading.kind === 'rows' && reading.rows.length === 1 ? reading.rows[0] : undefined
  if (named?.target !== target || named.stratum !== stratum)
    return differs({
      ...at(`${path}.row.line`),
      check: 'finding',
      expected: `${stratum},${target},…`,
      found: row.line,
    })
  if (!isFramed(row, frame))
    return differs({ ...at(`${path}.row`), check: 'inclusion', expected: frame.root, found: row.line })
  const expected = ticketOf(selectKey, target)
  return ticket === expected
    ? undefined
    : differs({ ...at(`${path}.ticket`), check: 'ticket', expected, found: ticket })
}

function isFramed({ line, index, proof }: FramedRow, { rows, root }: FirstCommitment['frame']): boolean {
  return isIncluded({ leaf: new TextEncoder().encode(line), index, size: rows, proof, root })
}

/** There is a last one if and only if there are places. */
function boundaryDiffers(
  at: At,
  which: 'lastDrawn' | 'lastReserve',
  finding: InFrame,
  places: number,
  selectKey: Digest,
  commitment: FirstCommitment,
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
