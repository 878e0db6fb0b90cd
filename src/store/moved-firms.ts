import type { EntryNumber, TargetId } from '../core/ids.ts'
import type { Store } from './open.ts'

/** By the registration number that earlier draws and visits know a firm by, the USCC that it goes by later. */
export type MovedFirms = ReadonlyMap<string, string>

/**
 * The firms that earlier draws or visits know by their registration number and that stood under their USCC when `entry`
 * was written (see `firmTwice`). What is on record keeps the old number; whoever reads it for what comes next asks here.
 */
export function movedFirms(store: Store, entry: EntryNumber): MovedFirms {
  const gone = store
    .sql<string>(
      `select target from (select target from drawn union select target from visit) as known
       where length(target) = 15
         and not exists (select 1 from target as now where now.id = known.target and now.until is null
                           and now.since <= @entry)
         and not exists (select 1 from target as past where past.id = known.target and past.until is not null
                           and past.since <= @entry and past.until > @entry)`,
    )
    .pluck()
    .all({ entry })
  if (gone.length === 0) return new Map()
  return new Map(
    store
      .sql<[string, string]>(
        `select registration, id from target
         where registration in (select value from json_each(@gone)) and uscc <> '' and id <> registration
           and since <= @entry and (until is null or until > @entry) order by id desc`,
      )
      .raw()
      .all({ gone: JSON.stringify(gone), entry }),
  )
}

/** The ids that a target goes by or went by: its own, and its registration number where it once stood under that. */
export function idsOfFirm(store: Store, target: TargetId): string[] {
  const before = store
    .sql<string>(
      `select registration from target as firm
       where id = ? and until is null and uscc <> '' and registration not in ('', id)
         and exists (select 1 from target as old where old.id = firm.registration and old.until is not null)`,
    )
    .pluck()
    .all(target)
  return [target, ...before]
}
