import { freezeLists } from '../../core/draw/commitment/freeze.ts'
import { type Engine, writtenDialect } from '../../core/engine/engine.ts'
import { frameCells } from '../../core/engine/frame-cells.ts'
import { keysOf } from '../../core/engine/keys.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { checkCode } from '../../core/freeze/check-published.ts'
import { frozenTask, settleTask } from '../../core/freeze/fix.ts'
import { type FreezeInput, type FrozenDraw, frozenDraw, lateIn } from '../../core/freeze/freeze.ts'
import { sha256Hex } from '../../core/hash.ts'
import { bytesOfHex } from '../../core/hex.ts'
import { refusal } from '../../core/refusal.ts'
import type { Session } from '../../engine/drivers/session.ts'
import { withEngine } from '../../engine/open-engine.ts'
import {
  dropMade,
  judgedOf,
  type MadeTables,
  sortOut,
  takeSnapshot,
  targetsCalled,
} from '../../engine/snapshot.ts'
import { type Blocks, digestsOf } from '../../engine/snapshot-digests.ts'
import { tableName, testEngine } from '../../engine/test-engine.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { openedWith } from './engine-named.ts'

const refuse = refusal<EngineReasons>()

/** A draw whose frame lies in an engine, with the roots of its blocks. */
export interface FrozenOnEngine {
  readonly draw: FrozenDraw
  readonly blocks: Blocks
}

/**
 * Freezes a task on an engine: the same input but for the targets, which stay where they are. When anything goes wrong, what
 * was made in the engine is taken away again, by a connection of its own: the first may be gone.
 */
export async function freezeOnEngine(
  desk: Desk,
  input: FreezeInput,
  engine: Engine,
): Promise<FrozenOnEngine> {
  const late = lateIn(input)
  const tables = tableName(chanceOf(desk, input, engine), input.number)
  const made: MadeTables = new Set()
  const secrets = openedWith(desk, engine)
  const discard = () => withEngine(engine, secrets, session => dropMade(session, made)).catch(() => {})
  try {
    const frozen = await withEngine(engine, secrets, async session => {
      await refuseUnfit(session, engine, tables)
      return frozenIn(desk, session, engine, { tables, made }, input, late)
    })
    if (frozen.draw.before) await discard()
    return frozen
  } catch (error) {
    if (made.size > 0) await discard()
    throw error
  }
}

/** Statements that somebody else asks are the same each time, and so are the names in them. */
function chanceOf(desk: Desk, { task }: FreezeInput, engine: Engine): Uint8Array {
  return writtenDialect(engine) === null
    ? desk.world.randomBytes(4)
    : bytesOfHex(sha256Hex(`${engine.name}\n${task.id}`)).slice(0, 4)
}

async function refuseUnfit(session: Session, { name }: Engine, tables: string): Promise<void> {
  const [fault] = await testEngine(session, `${tables}_probe`)
  if (fault !== undefined) throw refuse('engine-unfit', { engine: name, ...fault })
}

async function frozenIn(
  desk: Desk,
  session: Session,
  engine: Engine,
  { tables, made }: { readonly tables: string; readonly made: MadeTables },
  given: FreezeInput,
  late: string | null,
): Promise<FrozenOnEngine> {
  const strict = given.next.kind === 'new'
  const { task, rules } = given
  const [experts, awaited, recusals] = [[...given.experts], [...given.awaited], [...given.recusals]]
  const names = experts.flatMap(expert => expert.list('avoids'))
  const avoided = await targetsCalled(session, engine, names)
  const past = { ...given, experts, awaited, recusals, avoided, firms: new Map() }
  const sorted = await sortOut(session, engine, { tables, made }, { task, rules, keys: keysOf(past) })
  const cellsOf = frameCells(task, rules)
  const input = { ...past, targets: sorted.asked.map(({ record }) => cellsOf(record)), rest: sorted.rest }
  const settled = settleTask(input, strict)
  const { frame, exclusions } = settled.parts
  const { unstaffable } = settled
  const judged = judgedOf(sorted, {
    framed: frame,
    excluded: exclusions,
    unstaffable: rules.unstaffableOut ? unstaffable : new Map(),
  })
  await takeSnapshot(session, { tables, made }, judged)
  const progress = progressOf(desk, desk.say.common.reading)
  const see = strict && task.publishList ? (target: string) => checkCode(task, target) : undefined
  const digests = await digestsOf(session, engine, tables, {
    progress: progress.at,
    ...(see === undefined ? {} : { see }),
  })
  progress.end()
  const frozen = freezeLists(settled.parts, digests)
  const what = { ...frozenTask(input, settled, frozen, strict), snapshot: { engine: engine.name, tables } }
  return { draw: frozenDraw(input, late, what), blocks: digests.blocks }
}
