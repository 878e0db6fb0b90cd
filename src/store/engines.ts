import type { Engine } from '../core/engine/engine.ts'
import type { EntryWriter } from './entry.ts'
import type { Store } from './open.ts'
import { ENGINE } from './schema/history-tables.ts'

/** An engine with the version of it that stands. */
export interface StoredEngine extends Engine {
  readonly version: number
}

/** The engines that an office has named, by name. */
export function enginesIn(store: Store): StoredEngine[] {
  return store
    .sql<EngineRow>(
      'select version, id, url, registry, columns, password from engine where until is null order by id',
    )
    .all()
    .map(({ id, columns, ...row }) => ({
      ...row,
      name: id,
      columns: new Map(JSON.parse(columns) as [string, string][]),
    }))
}

interface EngineRow {
  readonly version: number
  readonly id: string
  readonly url: string
  readonly registry: string
  readonly columns: string
  readonly password: string
}

export function writeEngine(writer: EntryWriter, { name, url, registry, columns, password }: Engine): void {
  writer.write(ENGINE, { id: name, url, registry, columns: JSON.stringify([...columns]), password })
}

export function endEngine(writer: EntryWriter, { version }: StoredEngine): void {
  writer.end(ENGINE, version)
}
