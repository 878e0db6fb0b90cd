import type { EntryNumber } from '../core/ids.ts'
import type { Store } from './open.ts'

/** A value that a setting was given: by which entry, who, when, why; `until` the entry that ended it. */
export interface SettingVersion {
  readonly version: number
  readonly value: string
  readonly reason: string
  readonly entry: EntryNumber
  readonly until: EntryNumber | null
  readonly at: string
  readonly actor: string
}

/** Every value of every setting of a table, or of one, oldest first; `called` is what the versions call the setting. */
export function settingHistory<Version extends SettingVersion>(
  store: Store,
  { table, called }: { readonly table: 'rule' | 'office'; readonly called: string },
  setting?: string,
): Version[] {
  return store
    .sql<Version>(
      `select version, id as ${called}, value, reason, since as entry, until, at, actor
       from ${table} join entry on entry.number = ${table}.since
       where @setting is null or id = @setting order by version`,
    )
    .all({ setting: setting ?? null })
}

/** Those of the versions that stand, or stood when `entry` was written. */
export function standingVersions<Version extends SettingVersion>(
  versions: readonly Version[],
  entry?: EntryNumber,
): Version[] {
  return versions.filter(({ entry: since, until }) =>
    entry === undefined ? until === null : since <= entry && (until === null || until > entry),
  )
}
