import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import { keepsHistory } from '../guards.ts'
import { registryTable } from '../history-tables.ts'

/** The table of a registry with its indexes, further ones in their midst, and its triggers. */
export function registry(name: LibraryName, indexes = ''): string {
  const table = registryTable(library(name))
  return `
    ${table.create}
    ${indexes}
    create index ${table.name}_past on ${table.name}(id) where until is not null;
    ${keepsHistory(table)}`
}
