import { DIALECTS, writtenDialect } from '../../core/engine/engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { enginesIn } from '../../store/engines.ts'
import { answeringAs, type Desk } from '../../terminal/desk.ts'
import { RESULTS } from '../engine/engine-named.ts'
import { unansweredIn } from '../engine/with-engine-of.ts'
import { inOneState } from '../session.ts'
import { freeze } from './freeze.ts'
import { runDraw } from './run.ts'

const refuse = refusal<EngineReasons & OptionReasons>()

export interface EngineSqlOptions {
  readonly dialect?: string
  readonly engine?: string
  readonly results?: string
  readonly seed?: readonly string[]
}

/**
 * engine sql — freeze or run a task on a database that nobody here can speak to: print what is to be asked next (exit code 1),
 * or go on where the file of answers has all of it, with the answer of `draw freeze` or `draw run`.
 */
export async function engineSql(desk: Desk, task: string, options: EngineSqlOptions): Promise<number> {
  const engine = await inOneState(desk, store => namedIn(enginesIn(store), options))
  const { results, seed } = options
  const env = { ...desk.world.env, [RESULTS]: results ?? desk.world.env[RESULTS] ?? '' }
  const asking: Desk = { ...desk, world: { ...desk.world, env } }
  try {
    return seed === undefined
      ? await freeze(answeringAs(asking, 'draw-freeze'), task, { engine })
      : await runDraw(answeringAs(asking, 'draw-run'), task, { seed })
  } catch (error) {
    const open = unansweredIn(error)
    if (open === null) throw error
    const { statements } = open
    if (desk.json) desk.result({ task, engine, statements }, () => [])
    else desk.remark(desk.say.engine.toAsk(statements.length))
    return 1
  }
}

/** The engine that is named, or the only one of a dialect. */
function namedIn(engines: ReturnType<typeof enginesIn>, { dialect, engine }: EngineSqlOptions): string {
  if (engine !== undefined) return engine
  if (dialect === undefined) throw refuse('one-of-options', { options: ['--dialect', '--engine'] })
  if (!(DIALECTS as readonly string[]).includes(dialect))
    throw refuse('invalid-option', { option: '--dialect', value: dialect, expected: DIALECTS.join(' | ') })
  const found = engines.filter(one => writtenDialect(one) === dialect)
  if (found.length === 1) return found[0]!.name
  throw refuse('engine-of-dialect', { dialect, engines: found.map(({ name }) => name) })
}
