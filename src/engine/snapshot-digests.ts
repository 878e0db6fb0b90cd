import type { ListDigests } from '../core/draw/commitment/freeze.ts'
import { rootOfBlocks } from '../core/draw/folder/block-proofs.ts'
import type { Table } from '../core/draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import type { Engine } from '../core/engine/engine.ts'
import { exclusionLinesSql, frameLinesSql } from '../core/engine/freeze-sql.ts'
import { type ListDigest, listReader } from '../core/engine/list-reader.ts'
import type { EngineReasons } from '../core/engine/reasons.ts'
import { namesOf, type SnapshotNames } from '../core/engine/tables.ts'
import { blocksIn, exclusionBlocksSql, frameBlocksSql } from '../core/engine/tree-sql.ts'
import type { Digest, TargetId } from '../core/ids.ts'
import { refusal } from '../core/refusal.ts'
import { allLines, EngineError, type Session } from './drivers/session.ts'

const refuse = refusal<EngineReasons>()

/** The digests of a snapshot, with the roots of the blocks of its trees. */
export interface SnapshotDigests extends ListDigests {
  readonly blocks: Blocks
}

export interface Blocks {
  readonly strata: ReadonlyMap<string, readonly Digest[]>
  readonly exclusions: readonly Digest[]
}

/** Which lists to read: what is told to whom, and what every target in them is asked. */
export interface Reading {
  readonly see?: (target: TargetId) => void
  readonly progress?: (targets: number) => void
}

/** Reads a whole snapshot once, as the law's files have it. */
export async function digestsOf(
  session: Session,
  engine: Engine,
  snapshot: string,
  reading: Reading = {},
): Promise<SnapshotDigests> {
  const { dialect } = session
  const names = namesOf(snapshot)
  for (const sql of [frameLinesSql, exclusionLinesSql]) session.ahead?.(sql(dialect, names))
  if (dialect.hashesTree)
    for (const sql of [frameBlocksSql, exclusionBlocksSql]) session.ahead?.(sql(dialect, names))
  const frame = await listOf(session, engine, FRAME, frameLinesSql(dialect, names), reading)
  const excluded = await listOf(session, engine, EXCLUSIONS, exclusionLinesSql(dialect, names), {
    ...(reading.see === undefined ? {} : { see: reading.see }),
  })
  const blocks = dialect.hashesTree
    ? await blocksOf(session, names)
    : { strata: frame.blocks, exclusions: excluded.blocks.get('') ?? [] }
  return {
    frame: frame.file,
    exclusions: excluded.file,
    blocks,
    rootOfFrame: () => {
      throw new RangeError('only version 1 of the law has one tree over all strata')
    },
    rootsOfStrata: () =>
      new Map([...blocks.strata].map(([stratum, roots]) => [stratum, rootOfBlocks(roots)])),
    rootOfExclusions: () => rootOfBlocks(blocks.exclusions),
  }
}

/** The roots of the blocks of all trees, hashed by the engine. */
export async function blocksOf(session: Session, names: SnapshotNames): Promise<Blocks> {
  const { dialect } = session
  const read = async (sql: string) => {
    const blocks = blocksIn(await allLines(session, sql))
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
  { see, progress }: Reading,
): Promise<ListDigest> {
  const reader = listReader(table, !session.dialect.hashesTree, see)
  let count = 0
  for await (const lines of session.lines(sql)) {
    const fault = reader.take(lines)
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
