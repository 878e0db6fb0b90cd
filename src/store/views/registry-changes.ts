import type { EntryNumber } from '../../core/ids.ts'
import type { RowsDigest } from '../../core/ledger.ts'
import type { RegistryChange } from '../../core/publication/draw-facts.ts'
import { LIBRARIES } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { Store } from '../open.ts'

/**
 * How many records of each registry were written and ended after one entry and up to another, as the ledger has it: no
 * registry is read for it. Registries in which nothing moved are left out.
 */
export function registryChanges(
  store: Store,
  after: EntryNumber | null,
  until: EntryNumber,
): RegistryChange[] {
  const sums = new Map<string, { written: number; ended: number }>()
  const sealed = store
    .sql<string>('select rows from seal where entry > ? and entry <= ? order by entry')
    .pluck()
  for (const text of sealed.iterate(after ?? 0, until))
    for (const { table, written, ended } of JSON.parse(text) as RowsDigest[]) {
      const sum = sums.get(table) ?? { written: 0, ended: 0 }
      sums.set(table, { written: sum.written + written, ended: sum.ended + ended })
    }
  return LIBRARIES.flatMap(name => {
    const sum = sums.get(library(name).table)
    return sum === undefined ? [] : [{ library: name, ...sum }]
  })
}
