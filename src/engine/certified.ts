import { base64OfBytes } from '../core/base64.ts'
import { sortByBytes } from '../core/bytes.ts'
import type { SecondCommitment } from '../core/draw/commitment/commitment.ts'
import {
  BLOCK_LEAVES,
  type BlockTree,
  neighboursInBlocks,
  proofInBlocks,
  rootOfBlocks,
} from '../core/draw/folder/block-proofs.ts'
import { merkleTree } from '../core/draw/folder/merkle.ts'
import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import { ticketOf } from '../core/draw/selection.ts'
import { ANSWER_SHAPES } from '../core/engine/answer-shapes.ts'
import type { Engine } from '../core/engine/engine.ts'
import {
  beforeSql,
  blockSql,
  calledSql,
  lowerSql,
  registeredSql,
  standsSql,
} from '../core/engine/place-sql.ts'
import { namesOf } from '../core/engine/tables.ts'
import type { Snapshot } from '../core/freeze/fix.ts'
import { bytesOfHex } from '../core/hex.ts'
import type { Digest, TargetId } from '../core/ids.ts'
import type { FramedRow, Gap } from '../core/publication/certificate/certificate.ts'
import { allLines, type Session, shapedLines } from './drivers/session.ts'
import { refuseOther } from './snapshot-changed.ts'

/** Where a target stands in a snapshot, with what proves it. */
export type Stands =
  | {
      readonly kind: 'framed'
      readonly stratum: string
      readonly rank: number
      readonly row: FramedRow
      readonly cells: string
    }
  | { readonly kind: 'excluded'; readonly reason: string; readonly row: FramedRow; readonly cells: string }
  | {
      readonly kind: 'absent'
      readonly gaps: readonly Gap[]
      /** What the registry says of it by now; null where it has no such target. */
      readonly cells: string | null
    }

/** What a certificate is made from: the snapshot, what was committed to, and the roots of its blocks. */
export interface Proven {
  readonly engine: Engine
  readonly draw: string
  readonly snapshot: Snapshot
  readonly commitment: SecondCommitment
  readonly blocks: {
    readonly strata: ReadonlyMap<string, readonly Digest[]>
    readonly exclusions: readonly Digest[]
  }
  readonly selectKey: Digest
}

/**
 * The targets that go by one of these texts: the one with this id in the snapshot, else in the registry by now those with this id, else with it for another
 * code, else for a name.
 */
export async function targetsNamedIn(
  session: Session,
  { engine, snapshot }: Pick<Proven, 'engine' | 'snapshot'>,
  texts: readonly string[],
): Promise<readonly TargetId[]> {
  const { dialect } = session
  const names = namesOf(snapshot.tables)
  const called = calledSql(dialect, engine, texts)
  session.ahead?.(called)
  for (const text of texts)
    for (const sql of [standsSql, beforeSql]) session.ahead?.(sql(dialect, names, text as TargetId))
  for (const text of texts) {
    const found = await allLines(session, standsSql(dialect, names, text as TargetId))
    if (found.length > 0) return [text as TargetId]
  }
  const lines = await shapedLines(session, called, ANSWER_SHAPES.called)
  const best = lines.map(line => line[0]!).sort()[0]
  const ids = lines.filter(line => line[0] === best).map(line => line.slice(2) as TargetId)
  return sortByBytes([...new Set(ids)])
}

/** Finds where a target stands: a few counts, and the lines of one block; two for each list that it is not in. */
export async function standsIn(session: Session, proven: Proven, target: TargetId): Promise<Stands> {
  const { snapshot, selectKey } = proven
  const { dialect } = session
  const names = namesOf(snapshot.tables)
  for (const sql of [standsSql, beforeSql]) session.ahead?.(sql(dialect, names, target))
  const [found] = await shapedLines(session, standsSql(dialect, names, target), ANSWER_SHAPES.stands)
  const before = await placesBefore(session, snapshot, target)
  if (found === undefined) {
    const [cells] = await allLines(session, registeredSql(dialect, proven.engine, target))
    return { kind: 'absent', gaps: await gapsOf(session, proven, before), cells: cells ?? null }
  }
  const [kind, detail] = found.split('\t') as ['f' | 'x', string]
  const cells = found.slice(kind.length + detail.length + 2)
  if (kind === 'x') {
    const row = await rowAt(session, proven, null, before.get('x\t') ?? 0)
    return { kind: 'excluded', reason: detail, row, cells }
  }
  const own = { stratum: detail, target, ticket: ticketOf(selectKey, target) }
  const [lower] = await shapedLines(session, lowerSql(dialect, names, own, selectKey), ANSWER_SHAPES.lower)
  const row = await rowAt(session, proven, detail, before.get(`f\t${detail}`) ?? 0)
  return { kind: 'framed', stratum: detail, rank: Number(lower) + 1, row, cells }
}

/** How many lines stand before a target, by list. */
async function placesBefore(
  session: Session,
  { tables }: Snapshot,
  target: TargetId,
): Promise<ReadonlyMap<string, number>> {
  const lines = await shapedLines(
    session,
    beforeSql(session.dialect, namesOf(tables), target),
    ANSWER_SHAPES.before,
  )
  return new Map(
    lines.map(line => {
      const [kind, stratum, count] = line.split('\t') as [string, string, string]
      return [`${kind}\t${stratum}`, Number(count)]
    }),
  )
}

async function rowAt(
  session: Session,
  proven: Proven,
  stratum: string | null,
  index: number,
): Promise<FramedRow> {
  const tree = await treeWith(session, proven, stratum, [index])
  const line = lineAt(tree, index)
  return { line, index, proof: proofInBlocks(tree, index) }
}

async function gapsOf(
  session: Session,
  proven: Proven,
  before: ReadonlyMap<string, number>,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = []
  for (const { stratum } of proven.commitment.strata)
    gaps.push(await gapAt(session, proven, stratum, before.get(`f\t${stratum}`) ?? 0))
  if (proven.commitment.exclusions.rows > 0)
    gaps.push(await gapAt(session, proven, null, before.get('x\t') ?? 0))
  return gaps
}

async function gapAt(session: Session, proven: Proven, stratum: string | null, next: number): Promise<Gap> {
  const size = sizeOf(proven, stratum)
  const [from, to] = [Math.max(0, next - 1), Math.min(size, next + 1)]
  const places = Array.from({ length: to - from }, (_, i) => from + i)
  const tree = await treeWith(session, proven, stratum, places)
  const digests = neighboursInBlocks(tree, from, to).map(bytesOfHex)
  const proof = new Uint8Array(32 * digests.length)
  for (const [i, digest] of digests.entries()) proof.set(digest, 32 * i)
  return {
    stratum,
    lines: places.map(place => lineAt(tree, place)),
    index: from,
    proof: base64OfBytes(proof),
  }
}

function sizeOf({ commitment }: Proven, stratum: string | null): number {
  return stratum === null
    ? commitment.exclusions.rows
    : commitment.strata.find(one => one.stratum === stratum)!.size
}

function lineAt({ leaves }: BlockTree, index: number): string {
  const block = leaves.get(Math.floor(index / BLOCK_LEAVES))!
  return new TextDecoder().decode(block[index % BLOCK_LEAVES])
}

/** The tree of a list with the blocks that these places lie in; each must still have the root that it had. */
async function treeWith(
  session: Session,
  proven: Proven,
  stratum: string | null,
  places: readonly number[],
): Promise<BlockTree> {
  const { blocks: kept, snapshot } = proven
  const names = namesOf(snapshot.tables)
  const blocks = stratum === null ? kept.exclusions : (kept.strata.get(stratum) ?? [])
  const leaves = new Map<number, readonly Uint8Array[]>()
  const encoder = new TextEncoder()
  for (const block of new Set(places.map(place => Math.floor(place / BLOCK_LEAVES)))) {
    const lines = await allLines(session, blockSql(session.dialect, names, stratum, block))
    const own = lines.map(line => encoder.encode(line))
    const tree = merkleTree()
    for (const leaf of own) tree.add(leaf)
    refuseOther(proven, listCalled(stratum), blocks[block] ?? '', tree.root())
    leaves.set(block, own)
  }
  refuseOther(proven, listCalled(stratum), rootIn(proven, stratum), rootOfBlocks(blocks))
  return { size: sizeOf(proven, stratum), blocks, leaves }
}

function rootIn({ commitment }: Proven, stratum: string | null): string {
  return stratum === null
    ? commitment.exclusions.root
    : commitment.strata.find(one => one.stratum === stratum)!.root
}

/** What a list is called where its tree is another one. */
function listCalled(stratum: string | null): string {
  return stratum === null ? EXCLUSIONS.file : `${FRAME.file} ${stratum}`
}
