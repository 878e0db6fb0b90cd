import { tableName, testEngine } from '../../engine/test-engine.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState } from '../session.ts'
import { engineNamed } from './engine-named.ts'
import { withEngineOf } from './with-engine-of.ts'

/** engine check — try everything that a draw asks of an engine, tell each thing that it does otherwise. */
export async function checkEngine(desk: Desk, name: string): Promise<number> {
  const engine = await inOneState(desk, store => engineNamed(store, name))
  const table = tableName(desk.world.randomBytes(8))
  const faults = await withEngineOf(desk, engine, session => testEngine(session, table))
  const say = desk.say.engine
  const { agrees, differs } = desk.colours.out
  desk.result({ engine: name, fit: faults.length === 0, faults }, () =>
    faults.length === 0
      ? [agrees(say.fit(name))]
      : [
          differs(say.unfit(name)),
          ...faults.map(({ trap: which, expected, found }) => `  ${say.trap(which, expected, found)}`),
        ],
  )
  return faults.length === 0 ? 0 : 1
}
