import type { Commitment, SecondCommitment } from '../core/draw/commitment/commitment.ts'
import { cutsOf } from '../core/draw/cuts.ts'
import { rootOfBlocks } from '../core/draw/folder/block-proofs.ts'
import type { FrameRow } from '../core/draw/folder/rows.ts'
import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import { ticketOf } from '../core/draw/selection.ts'
import { ANSWER_SHAPES } from '../core/engine/answer-shapes.ts'
import type { Engine } from '../core/engine/engine.ts'
import { rowIn } from '../core/engine/list-reader.ts'
import type { EngineReasons } from '../core/engine/reasons.ts'
import { namesOf } from '../core/engine/tables.ts'
import { ticketsSql } from '../core/engine/ticket-sql.ts'
import type { Snapshot } from '../core/freeze/fix.ts'
import type { Digest } from '../core/ids.ts'
import { refusal } from '../core/refusal.ts'
import { groupBy } from '../core/tally.ts'
import { AnswerError, type Session, shapedLines } from './drivers/session.ts'
import { refuseOther } from './snapshot-changed.ts'
import { type Blocks, blocksOf, filesOf, type Reading } from './snapshot-digests.ts'

const refuse = refusal<EngineReasons>()

/** A row of a frame with what its registry said of the target. */
export interface DrawnRow {
  readonly row: FrameRow
  readonly cells: string
}

/** What a snapshot must still be, and what tells whether it is. */
export interface Committed {
  readonly engine: Engine
  readonly draw: string
  readonly snapshot: Snapshot
  readonly commitment: Commitment
  /** What tickets will be asked for by, where that is known. */
  readonly selectKey: Digest | null
  readonly reading: Reading
}

/**
 * Refuses a snapshot that is not what was committed to any more. An engine that hashes trees is asked for their roots, so that
 * no row moves; what it gives otherwise than it should is no proof, for it may hash wrongly: then, and on other engines, the
 * lists are read.
 */
export async function refuseChanged(session: Session, committed: Committed): Promise<void> {
  const { engine, draw, snapshot, commitment, selectKey, reading } = committed
  const { strata } = commitment
  const names = namesOf(snapshot.tables)
  if (selectKey !== null) session.ahead?.(ticketsSql(session.dialect, names, selectKey, cutsOf(strata, 0)))
  if (session.dialect.hashesTree && rootsAgree(await blocksOf(session, names), commitment)) return
  const files = await filesOf(session, engine, snapshot.tables, reading)
  for (const [file, expected, found] of [
    [FRAME.file, commitment.frame, files.frame],
    [EXCLUSIONS.file, commitment.exclusions, files.exclusions],
  ] as const)
    refuseOther({ engine, draw }, file, expected.sha256, found.sha256)
}

function rootsAgree(blocks: Blocks, commitment: Commitment): boolean {
  const { strata, exclusions } = commitment as SecondCommitment
  return (
    blocks.strata.size === strata.length &&
    strata.every(({ stratum, root }) => rootOfBlocks(blocks.strata.get(stratum) ?? []) === root) &&
    rootOfBlocks(blocks.exclusions) === exclusions.root
  )
}

/** The rows of a frame that can be drawn or be reserves: those with the lowest tickets of each stratum, and a few more. */
export async function lowestTickets(
  session: Session,
  engine: Engine,
  { tables }: Snapshot,
  { strata }: Commitment,
  selectKey: Digest,
): Promise<DrawnRow[]> {
  const found: DrawnRow[] = []
  let open = strata.filter(({ take, reserve }) => take + reserve > 0)
  for (let further = 0; open.length > 0; further++) {
    const cuts = cutsOf(open, further)
    const sql = ticketsSql(session.dialect, namesOf(tables), selectKey, cuts)
    const rows = readTickets(await shapedLines(session, sql, ANSWER_SHAPES.tickets), selectKey, sql)
    const byStratum = groupBy(rows, ({ row }) => row.stratum)
    const short = open.filter(
      ({ stratum, take, reserve }) => (byStratum.get(stratum)?.length ?? 0) < take + reserve,
    )
    for (const { stratum, take, reserve } of short)
      if (cuts.find(cut => cut.stratum === stratum)!.below === null)
        throw refuse('engine-too-few', {
          engine: engine.name,
          stratum,
          wanted: take + reserve,
          found: String(byStratum.get(stratum)?.length ?? 0),
        })
    for (const [stratum, own] of byStratum)
      if (!short.some(other => other.stratum === stratum)) for (const one of own) found.push(one)
    open = short
  }
  return found
}

/** Every ticket is computed again here: it is what decides. */
function readTickets(lines: readonly string[], selectKey: Digest, sql: string): DrawnRow[] {
  if (lines.length === 0) return []
  const parts = lines.map(line => {
    const [ticket, csv] = line.split('\t', 2) as [string, string]
    return { ticket, csv, cells: line.slice(ticket.length + csv.length + 2) }
  })
  return parts.map(({ ticket, csv, cells }) => {
    const row = rowIn(FRAME, csv)
    if (row === null || ticketOf(selectKey, row.target) !== ticket)
      throw new AnswerError(sql, `${ticket}\t${csv}\t${cells}`, {
        ...{ field: row === null ? 2 : 1, expected: row === null ? 'row' : 'ticket' },
        found: row === null ? csv : ticket,
      })
    return { row, cells }
  })
}
