import type { EntryNumber, TargetId } from '../../core/ids.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { asRecord } from '../../core/registry/record.ts'
import { targetElsewhere } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { readRecord, versionsOf } from '../registry/registry.ts'

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
  const known = readRecord(store, 'targets', target, entry) ?? targetElsewhere(store, target)
  return known?.get('name') ?? ''
}

/**
 * What the registry called a code at an entry; where it had none then, or no entry is given, what it calls it now, or
 * called it when it was retired; nothing where it never had it.
 */
export function nameOfCode(
  store: Store,
  name: 'departments' | 'items' | 'inspectors' | 'experts' | 'targets',
  code: string,
  at: EntryNumber | null,
): string {
  const versions = versionsOf(store, library(name), code)
  const then =
    at === null ? undefined : versions.find(({ since, until }) => since <= at && (until ?? at + 1) > at)
  const row = (then ?? versions.at(-1))?.row
  if (row !== undefined) return asRecord(name, row).get('name') ?? ''
  return name === 'targets' ? (targetElsewhere(store, code as TargetId)?.get('name') ?? '') : ''
}

/** An inspector or expert as people read a code, with the name behind it; the code alone where no registry had it. */
export function personCalled(store: Store, id: string): string {
  const name = nameOfCode(store, 'inspectors', id, null) || nameOfCode(store, 'experts', id, null)
  return name === '' || name === id ? id : `${id} ${name}`
}
