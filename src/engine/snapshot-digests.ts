import type { FixedFile } from '../core/draw/commitment/commitment.ts'
import type { ListDigests } from '../core/draw/commitment/freeze.ts'
import { rootOfBlocks } from '../core/draw/folder/block-proofs.ts'
import type { Table } from '../core/draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import { ANSWER_SHAPES } from '../core/engine/answer-shapes.ts'
import type { Engine } from '../core/engine/engine.ts'
import { exclusionLinesSql, frameLinesSql } from '../core/engine/freeze-sql.ts'
import { type ListDigest, listReader } from '../core/engine/list-reader.ts'
import type { EngineReasons } from '../core/engine/reasons.ts'
import { namesOf, type SnapshotNames } from '../core/engine/tables.ts'
import { blocksIn, exclusionBlocksSql, frameBlocksSql } from '../core/engine/tree-sql.ts'
import type { Digest, TargetId } from '../core/ids.ts'
import type { RowHashing } from '../core/packed/hashing/row-hashing.ts'
import { refusal } from '../core/refusal.ts'
import { AnswerError, EngineError, type Session, shapedLines } from './drivers/session.ts'

const refuse = refusal<EngineReasons>()

/** The digests of a snapshot, with the roots of the blocks of its trees. */
export interface SnapshotDigests extends ListDigests {
  readonly blocks: Blocks
}

export interface Blocks {
  readonly strata: ReadonlyMap<string, readonly Digest[]>
  readonly exclusions: readonly Digest[]
}

/** How lists are read: what their rows are hashed by, what is told to whom, and what every target in them is asked. */
export interface Reading {
  readonly hashing: RowHashing
  readonly see?: (target: TargetId) => void
  readonly progress?: (targets: number) => void
}

/** Reads a whole snapshot once, as the law's files have it, and hashes its trees as it passes. */
export async function digestsOf(
  session: Session,
  engine: Engine,
  snapshot: string,
  reading: Reading,
): Promise<SnapshotDigests> {
  const { frame, exclusions } = await listsOf(session, engine, snapshot, 'trees', reading)
  const strata = frame.blocks
  const own = exclusions.blocks.get('') ?? []
  return {
    frame: frame.file,
    exclusions: exclusions.file,
    blocks: { strata, exclusions: own },
    rootOfFrame: () => {
      throw new RangeError('only version 1 of the law has one tree over all strata')
    },
    rootsOfStrata: () => new Map([...strata].map(([stratum, roots]) => [stratum, rootOfBlocks(roots)])),
    rootOfExclusions: () => rootOfBlocks(own),
  }
}

/** The digests of the files that a snapshot makes, without their trees. */
export async function filesOf(
  session: Session,
  engine: Engine,
  snapshot: string,
  reading: Reading,
): Promise<{ readonly frame: FixedFile; readonly exclusions: FixedFile }> {
  const { frame, exclusions } = await listsOf(session, engine, snapshot, 'digest', reading)
  return { frame: frame.file, exclusions: exclusions.file }
}

async function listsOf(
  session: Session,
  engine: Engine,
  snapshot: string,
  wanted: 'trees' | 'digest',
  { progress, ...reading }: Reading,
): Promise<{ readonly frame: ListDigest; readonly exclusions: ListDigest }> {
  const { dialect } = session
  const names = namesOf(snapshot)
  for (const sql of [frameLinesSql, exclusionLinesSql]) session.ahead?.(sql(dialect, names))
  const read = <Row>(table: Table<Row>, sql: string, from: number) =>
    listOf(session, engine, table, sql, wanted, {
      ...reading,
      ...(progress === undefined ? {} : { progress: count => progress(from + count) }),
    })
  const frame = await read(FRAME, frameLinesSql(dialect, names), 0)
  return { frame, exclusions: await read(EXCLUSIONS, exclusionLinesSql(dialect, names), frame.file.rows) }
}

/** The roots of the blocks of all trees, hashed by the engine. */
export async function blocksOf(session: Session, names: SnapshotNames): Promise<Blocks> {
  const { dialect } = session
  const read = async (sql: string) => {
    const blocks = blocksIn(await shapedLines(session, sql, ANSWER_SHAPES.blocks))
    if (blocks === null) throw new EngineError(sql, 'a block is missing or stands twice')
    return blocks
  }
  session.ahead?.(exclusionBlocksSql(dialect, names))
  const strata = await read(frameBlocksSql(dialect, names))
  const exclusions = await read(exclusionBlocksSql(dialect, names))
  return { strata, exclusions: exclusions.get('') ?? [] }
}

async function listOf<Row>(
  session: Session,
  engine: Engine,
  table: Table<Row>,
  sql: string,
  wanted: 'trees' | 'digest',
  { hashing, see, progress }: Reading,
): Promise<ListDigest> {
  const reader = listReader(table, hashing, wanted, see)
  let count = 0
  for await (const lines of session.lines(sql)) {
    const fault = reader.take(lines)
    if (fault?.problem === 'line')
      throw new AnswerError(sql, fault.line, { field: 1, expected: 'row', found: fault.line })
    if (fault !== null)
      throw refuse('engine-value', {
        engine: engine.name,
        heading: table.file,
        target: fault.target,
        found: fault.target,
        expected: fault.problem,
      })
    count += lines.length
    progress?.(count)
  }
  return reader.end()
}
