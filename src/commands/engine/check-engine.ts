import type { Engine } from '../../core/engine/engine.ts'
import { namesOfDepartments, type OtherField, repeatingFields } from '../../core/engine/registry-values.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { Session } from '../../engine/drivers/session.ts'
import { oneTarget, otherValuesIn } from '../../engine/registry-values.ts'
import { dropMade, type MadeTables } from '../../engine/snapshot.ts'
import { type Found, tableName, testEngine } from '../../engine/test-engine.ts'
import { readRecords } from '../../store/registry/registry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState } from '../session.ts'
import { engineNamed } from './engine-named.ts'
import { withEngineOf } from './with-engine-of.ts'

/** engine check — try everything that a draw asks of an engine, and read its registry: tell each thing that is otherwise. */
export async function checkEngine(desk: Desk, name: string): Promise<number> {
  const { engine, departments } = await inOneState(desk, store => ({
    engine: engineNamed(store, name),
    departments: namesOfDepartments([...readRecords(store, 'departments')]),
  }))
  const table = tableName(desk.world.randomBytes(8))
  const made = new Set<string>()
  const { faults, registry } = await withEngineOf(desk, engine, async session => {
    const faults = await testEngine(session, table, made)
    // What an engine that is not fit says of its registry is not to be relied on.
    return { faults, registry: faults.length > 0 ? null : await registryIn(session, engine, departments) }
  }).finally(() => takenAway(desk, engine, made))
  const isFit = faults.length === 0
  desk.result({ engine: name, fit: isFit, faults, registry }, () => linesOf(desk, name, faults, registry))
  return isFit && registry!.values.length === 0 ? 0 : 1
}

/** Takes away what a check that broke off has left. */
async function takenAway(desk: Desk, engine: Engine, made: MadeTables): Promise<void> {
  if (made.size > 0) await withEngineOf(desk, engine, session => dropMade(session, made)).catch(() => {})
}

/** What a registry of an engine is like: one target of it by headings, and what is written otherwise than a file should have it. */
interface RegistryThere {
  readonly target: Readonly<Record<string, string>> | null
  readonly values: readonly OtherField[]
}

async function registryIn(
  session: Session,
  engine: Engine,
  departments: ReadonlyMap<string, string>,
): Promise<RegistryThere> {
  const cells = await oneTarget(session, engine)
  const values = await otherValuesIn(session, engine, { fields: repeatingFields(engine), departments })
  if (cells === null) return { target: null, values }
  const record = asRecord('targets', cells)
  const pairs = [...engine.columns.keys()].map(field => {
    const known = library('targets').fields.find(one => one.name === field)
    return [
      known?.headings[0] ?? field,
      known === undefined ? record.extra(field) : record.get(known.name),
    ] as const
  })
  return { target: Object.fromEntries(pairs), values }
}

function linesOf(
  desk: Desk,
  name: string,
  faults: readonly Found[],
  registry: RegistryThere | null,
): readonly string[] {
  const say = desk.say.engine
  const { agrees, differs } = desk.colours.out
  if (registry === null)
    return [
      differs(say.unfit(name)),
      ...faults.map(({ trap, expected, found }) => `  ${say.trap(trap, expected, found)}`),
    ]
  const { target, values } = registry
  return [
    agrees(say.fit(name)),
    target === null ? say.emptyRegistry : say.oneTarget(Object.entries(target)),
    ...values.flatMap(({ heading, kinds, examples }) => [
      differs(say.otherValues(heading, kinds)),
      ...examples.map(value => `  ${say.otherValue(value)}`),
      ...(kinds > examples.length ? ['  …'] : []),
    ]),
  ]
}
