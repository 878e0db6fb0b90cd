import { library } from '../../core/registry/libraries/library.ts'
import { columnOf } from '../../core/registry/libraries/record-cells.ts'
import type { Store } from '../open.ts'
import { recordOf } from '../registry/registry.ts'

/** The name of a department as the registry had it, else its code. */
export function departmentName(store: Store, code: string, entry: number): string {
  const of = library('departments')
  return recordOf(store, of, code, entry)?.row[columnOf(of, 'name')] ?? code
}

/** The name of a target as the registry had it, or nothing. */
export function targetName(store: Store, target: string, entry: number): string {
  const of = library('targets')
  return recordOf(store, of, target, entry)?.row[columnOf(of, 'name')] ?? ''
}
