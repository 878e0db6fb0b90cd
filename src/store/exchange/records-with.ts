import type { Lookup } from '../../core/exchange/incoming.ts'
import type { Layout } from '../../core/exchange/layout.ts'
import { parsePath } from '../../core/exchange/subjects.ts'
import type { LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import type { Store } from '../open.ts'
import { records } from '../registry/registry.ts'
import { fieldIn } from './records-referred.ts'

/**
 * Finds the records that have a number of another system in one of the fields that a layout reads by: the plan, people,
 * items, departments, read once. Targets are found by the import itself, whatever their number.
 */
export function recordsWith(store: Store, { of, columns }: Layout): Lookup {
  const found = new Map<string, Map<string, string[]>>()
  for (const { read, from } of columns) {
    const path = read === '' || from === '' ? null : parsePath(of, from)
    if (path === null || !('field' in path) || path.of === null || path.of.library === 'targets') continue
    const { library: name, field } = path.of
    found.set(`${name} ${field}`, idsBy(store, name, field))
  }
  return (name, field, value) => found.get(`${name} ${field}`)?.get(value) ?? []
}

function idsBy(store: Store, name: LibraryName, field: string): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  const of = library(name)
  for (const cells of records(store, of)) {
    const value = fieldIn(of, cells, field)
    if (value !== '') ids.set(value, [...(ids.get(value) ?? []), idOf(cells)])
  }
  return ids
}
