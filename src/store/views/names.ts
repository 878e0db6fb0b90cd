import type { EntryNumber, TargetId } from '../../core/ids.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'

/** The name of a department as the registry had it, else its code. */
export function departmentName(store: Store, code: string, entry: EntryNumber): string {
  return readRecord(store, 'departments', code, entry)?.get('name') ?? code
}

/** The name of an item as the registry had it, else its code. */
export function itemName(store: Store, code: string, entry: EntryNumber): string {
  return readRecord(store, 'items', code, entry)?.get('name') ?? code
}

/** The name of a target as the registry had it, or nothing. */
export function targetName(store: Store, target: TargetId, entry: EntryNumber): string {
  return readRecord(store, 'targets', target, entry)?.get('name') ?? ''
}
