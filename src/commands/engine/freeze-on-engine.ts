import { byBytes } from '../../core/bytes.ts'
import { freezeLists } from '../../core/draw/commitment/freeze.ts'
import { EXCLUSIONS, FRAME } from '../../core/draw/folder/tables.ts'
import { type Engine, writtenDialect } from '../../core/engine/engine.ts'
import { frameCells } from '../../core/engine/frame-cells.ts'
import { keysOf, keysWithFirms } from '../../core/engine/keys.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { decidingFields, valuesSql } from '../../core/engine/registry-values.ts'
import { asksForFirms } from '../../core/frame/preview.ts'
import { checkCode } from '../../core/freeze/check-published.ts'
import { type FixInput, frozenTask, type SettledTask, settleTask } from '../../core/freeze/fix.ts'
import { type FreezeInput, type FrozenDraw, frozenDraw, lateIn } from '../../core/freeze/freeze.ts'
import { sha256Hex } from '../../core/hash.ts'
import { bytesOfHex } from '../../core/hex.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { refusal } from '../../core/refusal.ts'
import type { Session } from '../../engine/drivers/session.ts'
import { type FirmsThere, firmsThere, NO_FIRMS } from '../../engine/firms.ts'
import {
  dropMade,
  type Judged,
  judgedOf,
  type MadeTables,
  type Making,
  type SortedOut,
  sortOut,
  takeSnapshot,
  targetsCalled,
} from '../../engine/snapshot.ts'
import { type Blocks, digestsOf, type SnapshotDigests } from '../../engine/snapshot-digests.ts'
import { tableName, testEngine } from '../../engine/test-engine.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { rowHashing } from '../row-hashing.ts'
import { refuseOtherValues } from './refuse-other-values.ts'
import { withEngineOf } from './with-engine-of.ts'

const refuse = refusal<EngineReasons>()

/** A draw whose frame lies in an engine, with the roots of its blocks. */
export interface FrozenOnEngine {
  readonly draw: FrozenDraw
  readonly blocks: Blocks
  readonly firms: FirmsThere
}

/** What an engine made and answered for a freeze: a snapshot that no draw names yet. */
export interface OnEngine {
  readonly engine: Engine
  /** Whose snapshot it is to be, what the names of its tables begin with, and what was asked for it. */
  readonly number: DrawNumber
  readonly tables: string
  readonly asked: string
  /** Its lists may be published. */
  readonly publishes: boolean
  readonly avoided: FixInput['avoided']
  readonly there: FirmsThere
  readonly sorted: SortedOut
  readonly judged: string
  readonly digests: SnapshotDigests
  /** Takes the tables away again: nothing came of them. */
  readonly discard: () => Promise<void>
}

/**
 * Has an engine sort its registry out and make a snapshot of frame and exclusions for a task: the same input as here but for
 * the targets, which stay where they are. What may take minutes, and needs nobody to wait. When anything goes wrong, what
 * was made in the engine is taken away again, by a connection of its own: the first may be gone.
 */
export async function askEngine(desk: Desk, input: ReadOnce, engine: Engine): Promise<OnEngine> {
  const late = lateIn(input)
  const tables = tableName(chanceOf(desk, input, engine), input.number)
  const made: MadeTables = new Set()
  const discard = async () => {
    if (made.size > 0) await withEngineOf(desk, engine, session => dropMade(session, made)).catch(() => {})
  }
  try {
    return await withEngineOf(desk, engine, async session => {
      await refuseUnfit(session, engine, { tables, made })
      const asked = await askedOf(desk, session, engine, { tables, made }, input, discard)
      // What the task is refused for by now it is refused for before anybody waits.
      frozenOf(asked, input, late)
      return asked
    })
  } catch (error) {
    await discard()
    throw error
  }
}

/**
 * The draw that an input comes to with what an engine has made of it; null where something moved since that other questions
 * follow from.
 */
export function frozenOnEngine(asked: OnEngine, input: ReadOnce): FrozenOnEngine | null {
  return frozenOf(asked, input, lateIn(input))
}

/** How many rows frame and exclusions have together. */
function rowsIn({ preview }: SettledTask): number {
  const { frame, excluded } = preview.framed.waterfall
  return Object.values(excluded).reduce((sum, count) => sum + count, frame)
}

/** Statements that somebody else asks are the same each time, and so are the names in them. */
function chanceOf(desk: Desk, { task }: FreezeInput, engine: Engine): Uint8Array {
  return writtenDialect(engine) === null
    ? desk.world.randomBytes(4)
    : bytesOfHex(sha256Hex(`${engine.name}\n${task.id}`)).slice(0, 4)
}

async function refuseUnfit(session: Session, { name }: Engine, { tables, made }: Making): Promise<void> {
  const [fault] = await testEngine(session, `${tables}_probe`, made)
  if (fault !== undefined) throw refuse('engine-unfit', { engine: name, ...fault })
}

async function askedOf(
  desk: Desk,
  session: Session,
  engine: Engine,
  { tables, made }: Making,
  read: ReadOnce,
  discard: () => Promise<void>,
): Promise<OnEngine> {
  const { task, rules, next } = read
  const strict = next.kind === 'new'
  const { ahead } = session
  // Before anything is made; of who writes its questions down it is asked with others.
  if (ahead === undefined) await refuseOtherValues(session, engine, read)
  else ahead(valuesSql(session.dialect, engine, decidingFields(engine, task, rules)))
  const avoided = await targetsCalled(session, engine, namesIn(read))
  const there = await firmsThere(session, engine, { tables, made })
  const firms = firmsIn(read, avoided, there)
  const keys = keysWithFirms({ ...read, avoided, firms })
  const sorted = await sortOut(session, engine, { tables, made }, { task, rules, keys })
  if (ahead !== undefined) await refuseOtherValues(session, engine, read)
  const settled = settledOf({ ...read, firms }, avoided, sorted, strict)
  const judged = judgedIn(read, sorted, settled)
  await takeSnapshot(session, { tables, made }, judged)
  const progress = progressOf(desk, desk.say.common.reading, rowsIn(settled))
  const see = strict && task.publishList ? (target: string) => checkCode(task, target) : undefined
  const digests = await digestsOf(session, engine, tables, {
    hashing: rowHashing(desk),
    progress: progress.at,
    ...(see === undefined ? {} : { see }),
  })
  progress.end()
  return {
    ...{ engine, number: read.number, tables, avoided, there, sorted, digests, discard },
    publishes: task.publishList,
    asked: questionsIn(read, avoided, firms),
    judged: JSON.stringify(judged),
  }
}

function frozenOf(on: OnEngine, given: ReadOnce, late: string | null): FrozenOnEngine | null {
  const { engine, number, tables, avoided, there, sorted, digests } = on
  const firms = firmsIn(given, avoided, there)
  const read = { ...given, firms }
  if (number !== read.number || questionsIn(read, avoided, firms) !== on.asked) return null
  const strict = read.next.kind === 'new'
  const settled = settledOf(read, avoided, sorted, strict)
  if (JSON.stringify(judgedIn(read, sorted, settled)) !== on.judged) return null
  refuseOtherRows(engine, settled, digests)
  const input = { ...read, avoided }
  const kept = firms.size > 0 ? firms : there.firms
  const frozen = freezeLists(settled.parts, digests)
  const what = { ...frozenTask(input, settled, frozen, strict), snapshot: { engine: engine.name, tables } }
  return { draw: frozenDraw(input, late, what), blocks: digests.blocks, firms: { ...there, firms: kept } }
}

/** Refuses lists that were cut short, or have rows twice: they have not as many as were counted when the registry was sorted out. */
function refuseOtherRows(engine: Engine, { preview }: SettledTask, lists: SnapshotDigests): void {
  const { frame, excluded } = preview.framed.waterfall
  const counted = [
    [FRAME.file, frame, lists.frame.rows],
    [EXCLUSIONS.file, Object.values(excluded).reduce((sum, count) => sum + count, 0), lists.exclusions.rows],
  ] as const
  for (const [file, expected, found] of counted)
    if (expected !== found)
      throw refuse('engine-rows', {
        ...{ engine: engine.name, file },
        ...{ expected: String(expected), found: String(found) },
      })
}

/** What a freeze is decided from, of which everything may be read as often as it is asked for. */
export type ReadOnce = ReturnType<typeof readOnce>

/** The same as lists. */
export function readOnce(given: FreezeInput) {
  const { announcing } = given
  return {
    ...given,
    announcing: announcing === null ? null : { ...announcing, waiting: [...announcing.waiting] },
    ...{ inspectors: [...given.inspectors], experts: [...given.experts] },
    ...{ awaited: [...given.awaited], recusals: [...given.recusals] },
  }
}

function namesIn({ experts }: ReadOnce): readonly string[] {
  return experts.flatMap(expert => expert.list('avoids'))
}

/** All that the statements follow from which sort the registry out. */
function questionsIn(read: ReadOnce, avoided: FixInput['avoided'], firms: FixInput['firms']): string {
  const { task, rules } = read
  const lists = (_: string, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value
  const keys = [...keysWithFirms({ ...read, avoided, firms })].sort()
  return JSON.stringify([task, rules, namesIn(read), keys, [...firms].sort(byTarget)], lists)
}

function byTarget([a]: readonly [TargetId, TargetId], [b]: readonly [TargetId, TargetId]): number {
  return byBytes(a, b)
}

/**
 * Who answers for what, where the rules ask for it: as the engine says, and of targets of the past that its registry does not have any
 * more as they said last.
 */
function firmsIn(read: ReadOnce, avoided: FixInput['avoided'], { firms }: FirmsThere): FixInput['firms'] {
  if (!asksForFirms(read.task, read.rules, read.items)) return NO_FIRMS.firms
  const past = keysOf({ ...read, avoided })
  return new Map([...[...read.firms].filter(([target]) => past.has(target)), ...firms])
}

function settledOf(
  read: ReadOnce,
  avoided: FixInput['avoided'],
  { asked, rest }: SortedOut,
  strict: boolean,
): SettledTask {
  const cellsOf = frameCells(read.task, read.rules)
  const targets = asked.map(({ record }) => cellsOf(record))
  return settleTask({ ...read, avoided, targets, rest }, strict)
}

function judgedIn({ rules }: ReadOnce, sorted: SortedOut, { parts, unstaffable }: SettledTask): Judged {
  return judgedOf(sorted, {
    framed: parts.frame,
    excluded: parts.exclusions,
    unstaffable: rules.unstaffableOut ? unstaffable : new Map(),
  })
}
