import type { EntryNumber, TargetId } from '../core/ids.ts'
import type { Store } from './open.ts'

/** By the number that earlier draws and visits know a firm by, the one that it goes by later. */
export type MovedFirms = ReadonlyMap<string, string>

/**
 * The firms that earlier draws or visits know by their registration number or by the office's own code, and that stood under
 * their USCC (or registration number) when `entry` was written. What is on record keeps the old number; whoever reads it
 * for what comes next asks here.
 */
export function movedFirms(store: Store, entry: EntryNumber): MovedFirms {
  const gone = store
    .sql<string>(
      `select target from (select target from drawn union select target from visit) as known
       where not exists (select 1 from target as now where now.id = known.target and now.until is null
                           and now.since <= @entry)
         and not exists (select 1 from target as past where past.id = known.target and past.until is not null
                           and past.since <= @entry and past.until > @entry)`,
    )
    .pluck()
    .all({ entry })
  if (gone.length === 0) return new Map()
  return new Map([...renumbered(store, gone, entry), ...registered(store, gone, entry)])
}

function registered(store: Store, gone: readonly string[], entry: EntryNumber): [string, string][] {
  const numbers = gone.filter(id => id.length === 15)
  if (numbers.length === 0) return []
  return store
    .sql<[string, string]>(
      `select registration, id from target
       where registration in (select value from json_each(@numbers)) and uscc <> '' and id <> registration
         and since <= @entry and (until is null or until > @entry) order by id desc`,
    )
    .raw()
    .all({ numbers: JSON.stringify(numbers), entry })
}

/**
 * The same from the office's own codes. Only the entries that say so moved firms: before, a file with other numbers made a
 * second record of a firm, and draws of that time took it for one.
 */
function renumbered(store: Store, gone: readonly string[], entry: EntryNumber): [string, string][] {
  const entries = store
    .sql<number>("select entry from seal where json_extract(subject, '$.renumbered') > 0 and entry <= ?")
    .pluck()
    .all(entry)
  if (entries.length === 0) return []
  return store
    .sql<[string, string]>(
      `select code, id from target as firm
       where code in (select value from json_each(@gone)) and id <> code
         and since <= @entry and (until is null or until > @entry)
         and exists (select 1 from target as before where before.id = firm.code
                       and before.until in (select value from json_each(@entries)))
       order by id desc`,
    )
    .raw()
    .all({ gone: JSON.stringify(gone), entries: JSON.stringify(entries), entry })
}

/** The ids that a target goes by or went by: its own, and those of its other numbers under which it once stood. */
export function idsOfFirm(store: Store, target: TargetId): string[] {
  const before = store
    .sql<string>(
      `select number.value from target as firm, json_each(json_array(firm.registration, firm.code)) as number
       where firm.id = ? and firm.until is null and number.value not in ('', firm.id)
         and exists (select 1 from target as old where old.id = number.value and old.until is not null)`,
    )
    .pluck()
    .all(target)
  return [...new Set([target, ...before])]
}
