import { base64OfBytes } from '../../base64.ts'
import { compareBytes } from '../../bytes.ts'
import { type Content, piecesOf } from '../../draw/folder/content.ts'
import { lineReaderOf } from '../../draw/folder/line-reader.ts'
import { eachLine, type FieldsBefore, type ListLine } from '../../draw/folder/list-lines.ts'
import type { SelectionRow } from '../../draw/folder/rows.ts'
import { sameBytes } from '../../draw/folder/same-bytes.ts'
import { EXCLUSIONS, EXCLUSIONS_OF, FRAME, SELECTION } from '../../draw/folder/tables.ts'
import { ticketOf } from '../../draw/selection.ts'
import { hashBytesAfter } from '../../hash.ts'
import { bytesOfHex, hexOfWords } from '../../hex.ts'
import type { TargetId } from '../../ids.ts'
import { textLines } from '../text-lines.ts'
import type { Boundary, Excluded, Finding, FramedRow, Gap, Unknown } from './certificate.ts'
import { byTicket, type Find } from './finding.ts'
import { onlyRow } from './only-row.ts'
import type { OpenLists } from './open-lists.ts'
import { type StreamedProof, streamedProof } from './streamed-proof.ts'

/**
 * Finds what a draw did with a target as {@link finder} does, of a folder whose lists are known to be those that were committed to:
 * they pass a few times, and nothing of them is held but the lines and roots of the proof.
 */
export function findInLists(draw: OpenLists): Find {
  const { commitment, folder } = draw
  const isFirst = commitment.spec === 'ssj-draw/1'
  const frame = folder.get(FRAME.file)!
  const exclusions = folder.get(EXCLUSIONS.file)
  return (target, registered) => {
    const places = placesIn(frame, 1, target)
    const framed = places.find(({ line }) => line !== null)
    if (framed !== undefined) return inFrame(draw, target, framed)
    const [excluded] = exclusions === undefined ? [] : placesIn(exclusions, 0, target)
    if (exclusions !== undefined && excluded !== undefined && excluded.line !== null) {
      const { reason } = onlyRow(EXCLUSIONS_OF[commitment.spec], excluded.line)!
      const size = commitment.exclusions.rows
      return {
        ...{ verdict: 'excluded', reason, line: excluded.next + 2 },
        ...(isFirst ? {} : { row: rowIn(exclusions, 0, () => true, size, excluded.next) }),
      } satisfies Excluded
    }
    const absence = isFirst
      ? {}
      : { absence: exclusions === undefined ? null : gapsIn(draw, places, excluded) }
    return { verdict: 'unknown', registered, ...absence } satisfies Unknown
  }
}

/** Where a target stands in one stratum of a list, or would stand; a list without strata has one whose name is empty. */
interface Place {
  readonly stratum: string
  /** Where the stratum begins, and how many lines of it come before the target. */
  readonly first: number
  next: number
  size: number
  /** The target's own line; null where it is not there. */
  line: string | null
}

function placesIn(list: Content, before: FieldsBefore, target: string): Place[] {
  const own = new TextEncoder().encode(target)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const places: Place[] = []
  let stratum: Uint8Array | null = null
  let at = 0
  eachLine(piecesOf(list), before, line => {
    const { bytes, from, to, targetFrom, targetTo } = line
    const end = before === 0 ? from : targetFrom - 1
    if (stratum === null || !sameBytes(bytes, from, end, stratum)) {
      stratum = bytes.slice(from, end)
      places.push({ stratum: decoder.decode(stratum), first: at, next: 0, size: 0, line: null })
    }
    const place = places.at(-1)!
    const order = compareBytes(bytes, targetFrom, targetTo, own, 0, own.length)
    if (order < 0) place.next++
    if (order === 0) place.line = decoder.decode(bytes.subarray(from, to))
    place.size++
    at++
  })
  return places
}

/** The row at one place of a tree over the lines of a list that belong to it. */
function rowIn(
  list: Content,
  before: FieldsBefore,
  belongs: (line: ListLine) => boolean,
  size: number,
  index: number,
): FramedRow {
  const proof = streamedProof(size, index, index + 1)
  eachLine(piecesOf(list), before, line => {
    if (belongs(line)) proof.add(line.bytes, line.from, line.to)
  })
  return { line: proof.lines()[0]!, index, proof: proof.path() }
}

function inFrame(draw: OpenLists, target: TargetId, standing: Place): Finding {
  const { stratum } = standing
  const { commitment, selectKey, folder } = draw
  const own = commitment.strata.find(one => one.stratum === stratum)!
  const frame = folder.get(FRAME.file)!
  const ticket = ticketOf(selectKey, target)
  const isOwn = ofStratum(stratum)
  const rank = rankIn(frame, isOwn, selectKey, { ticket, target })
  const rowAt = (place: Place): FramedRow =>
    commitment.spec === 'ssj-draw/1'
      ? rowIn(frame, 1, () => true, commitment.frame.rows, place.first + place.next)
      : rowIn(frame, 1, isOwn, own.size, place.next)
  const row = (of: TargetId) => rowAt(placesIn(frame, 1, of).find(({ line }) => line !== null)!)
  const { drawn, reserve } = boundariesInLists(draw, stratum, row)
  const { size, take, reserve: spare } = own
  const verdict = rank <= take ? 'drawn' : rank <= take + spare ? 'reserve' : 'not-drawn'
  return {
    ...{ verdict, stratum, size, take, reserve: spare, rank, ticket, row: rowAt(standing) },
    ...{ lastDrawn: drawn, lastReserve: reserve },
  }
}

/** The last that were drawn of a stratum, and the last reserve; under the first law with their rows. */
export function boundariesInLists(
  draw: OpenLists,
  stratum: string,
  row?: (target: TargetId) => FramedRow,
): { readonly drawn: Boundary | null; readonly reserve: Boundary | null } {
  const last = lastPlaces(draw, stratum)
  const isFirst = draw.commitment.spec === 'ssj-draw/1'
  const boundary = (of: typeof last.drawn): Boundary | null =>
    of && {
      target: of.target,
      ticket: ticketOf(draw.selectKey, of.target),
      ...(isFirst && row !== undefined ? { row: row(of.target) } : {}),
    }
  return { drawn: boundary(last.drawn), reserve: boundary(last.reserve) }
}

function ofStratum(stratum: string): (line: ListLine) => boolean {
  const own = new TextEncoder().encode(stratum)
  return ({ bytes, from, targetFrom }) => sameBytes(bytes, from, targetFrom - 1, own)
}

/** How many of a stratum stand at or before this target. */
function rankIn(
  frame: Content,
  isOwn: (line: ListLine) => boolean,
  selectKey: OpenLists['selectKey'],
  own: { readonly ticket: string; readonly target: TargetId },
): number {
  const digest = hashBytesAfter(selectKey)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const first = Number.parseInt(own.ticket.slice(0, 8), 16)
  let lower = 0
  eachLine(piecesOf(frame), 1, line => {
    if (!isOwn(line)) return
    const { bytes, targetFrom, targetTo } = line
    const words = digest(bytes, targetFrom, targetTo)
    const head = words[0]! >>> 0
    if (head > first) return
    const target = () => decoder.decode(bytes.subarray(targetFrom, targetTo)) as TargetId
    if (head < first || byTicket({ ticket: hexOfWords(words), target: target() }, own) < 0) lower++
  })
  return lower + 1
}

/** For every stratum, and then for the exclusions if there are any, where the target would stand. */
function gapsIn(
  { commitment, folder }: OpenLists,
  places: readonly Place[],
  excluded: Place | undefined,
): readonly Gap[] {
  const proofs = places.map(place => gapProof(place))
  const starts = places.map(({ first }) => first)
  let [at, own] = [0, -1]
  eachLine(piecesOf(folder.get(FRAME.file)!), 1, ({ bytes, from, to }) => {
    if (at++ === starts[own + 1]) own++
    proofs[own]!.proof.add(bytes, from, to)
  })
  const gaps = commitment.strata.map(({ stratum }) => {
    const i = places.findIndex(place => place.stratum === stratum)
    return gapOf(stratum, proofs[i]!)
  })
  if (excluded === undefined) return gaps
  const last = gapProof(excluded)
  eachLine(piecesOf(folder.get(EXCLUSIONS.file)!), 0, ({ bytes, from, to }) =>
    last.proof.add(bytes, from, to),
  )
  return [...gaps, gapOf(null, last)]
}

interface GapProof {
  readonly index: number
  readonly proof: StreamedProof
}

function gapProof({ next, size }: Place): GapProof {
  const [from, to] = [Math.max(0, next - 1), Math.min(size, next + 1)]
  return { index: from, proof: streamedProof(size, from, to) }
}

function gapOf(stratum: string | null, { index, proof }: GapProof): Gap {
  const digests = proof.beside().map(bytesOfHex)
  const bytes = new Uint8Array(32 * digests.length)
  for (const [i, digest] of digests.entries()) bytes.set(digest, 32 * i)
  return { stratum, lines: proof.lines(), index, proof: base64OfBytes(bytes) }
}

/** Who took the last place of a stratum and who is its last reserve, as the selection passes. */
function lastPlaces({ folder }: Pick<OpenLists, 'folder'>, stratum: string): LastPlaces {
  const lines = new Map<string, string>()
  const begin = `${stratum},`
  for (const line of textLines(piecesOf(folder.get(SELECTION.file)!)))
    if (line.startsWith(begin)) lines.set(line.slice(line.lastIndexOf(',') + 1), line)
  const rowOf = lineReaderOf(SELECTION)
  const last = (status: SelectionRow['status']): SelectionRow | null => {
    const line = lines.get(status)
    return line === undefined ? null : rowOf(line)
  }
  return { drawn: last('drawn'), reserve: last('reserve') }
}

interface LastPlaces {
  readonly drawn: SelectionRow | null
  readonly reserve: SelectionRow | null
}
