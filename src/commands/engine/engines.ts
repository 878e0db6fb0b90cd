import { movedEngine, newEngine } from '../../core/engine/new-engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { headingFor } from '../../core/frame/frame.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { drawsOn } from '../../store/draws/draws.ts'
import { endEngine, enginesIn, writeEngine } from '../../store/engines.ts'
import { inEntry } from '../../store/entry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { table } from '../../terminal/table.ts'
import { inOneState, occasionOf, withStore } from '../session.ts'
import { engineNamed } from './engine-named.ts'

const refuse = refusal<EngineReasons & OptionReasons>()

export interface EngineOptions {
  readonly registry?: string
  readonly column?: readonly string[]
  readonly password?: string
}

/** engine add — name a database that the registry of targets lies in already, its table, and which columns are which fields. */
export async function addEngine(
  desk: Desk,
  name: string,
  url: string,
  options: EngineOptions,
): Promise<number> {
  if (options.registry === undefined) throw refuse('missing-option', { option: '--registry' })
  const engine = newEngine({
    name,
    url,
    registry: options.registry,
    columns: options.column ?? [],
    password: options.password,
  })
  return withStore(desk, async store => {
    const { entry } = await inEntry(store, occasionOf(desk), 'engine add', writer => {
      if (enginesIn(store).some(other => other.name === name)) throw refuse('engine-exists', { name })
      writeEngine(writer, engine)
      const { columns, ...kept } = engine
      return { subject: { ...kept, columns: Object.fromEntries(columns) }, result: null }
    })
    desk.result({ engine: engineData(engine), entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.engine.added(name),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

/** engine change — another address of an engine, or another place of its password: draws whose frames lie in it stay. */
export async function changeEngine(
  desk: Desk,
  name: string,
  { url, password }: { readonly url?: string; readonly password?: string },
): Promise<number> {
  if (url === undefined && password === undefined)
    throw refuse('one-of-options', { options: ['--url', '--password'] })
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'engine change', writer => {
      const engine = engineNamed(store, name)
      const changed = movedEngine(engine, {
        ...(url === undefined ? {} : { url }),
        ...(password === undefined ? {} : { password }),
      })
      endEngine(writer, engine)
      writeEngine(writer, changed)
      return { subject: { name, url: changed.url, password: changed.password }, result: changed }
    })
    desk.result({ engine: engineData(result), entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.engine.changed(name),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

/** engine list — the engines by name. */
export async function listEngines(desk: Desk): Promise<number> {
  return inOneState(desk, store => {
    const { columns: words, none } = desk.say.engine
    const engines = enginesIn(store).map(engine => ({
      ...engineData(engine),
      draws: drawsOn(store, engine.name).length,
    }))
    desk.result({ engines }, () =>
      engines.length === 0
        ? [none]
        : table(
            desk.window,
            [words.name, words.url, words.registry, words.fields, words.draws],
            engines.map(({ name, url, registry, columns, draws }) => [
              name,
              url,
              registry,
              Object.entries(columns)
                .map(([field, column]) => `${headingFor(field)}=${column}`)
                .join(' '),
              String(draws),
            ]),
          ),
    )
    return 0
  })
}

/** engine remove — forget an engine; refused where frames of draws lie in it. */
export async function removeEngine(desk: Desk, name: string): Promise<number> {
  return withStore(desk, async store => {
    const { entry } = await inEntry(store, occasionOf(desk), 'engine remove', writer => {
      const engine = engineNamed(store, name)
      const draws = drawsOn(store, name)
      if (draws.length > 0) throw refuse('engine-has-draws', { name, draws })
      endEngine(writer, engine)
      return { subject: { name }, result: null }
    })
    desk.result({ removed: name, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.engine.removed(name),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

function engineData({ name, url, registry, columns, password }: ReturnType<typeof newEngine>) {
  return { name, url, registry, columns: Object.fromEntries(columns), password }
}
