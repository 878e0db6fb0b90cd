import type { EntryNumber } from '../core/ids.ts'

/** A number for `@entry` that no entry reaches: as it stands now. */
export const AFTER_ALL = (2 ** 31) as EntryNumber

/** A target fell out of its draw before `@entry` was written. */
export const fallenOut = (target: string, draw: string) => `exists (
    select 1 from substitution as fall
    where fall.draw = ${draw} and fall.kind = 'target' and fall.gone = ${target} and fall.since < @entry)`

/** The targets of every draw as they stood when `@entry` was written: drawn or called in, and not fallen out. */
export const STANDING_TARGETS = `(
  select drawn.draw, drawn.target from drawn
  where drawn.status = 'drawn' and drawn.since < @entry and not ${fallenOut('drawn.target', 'drawn.draw')}
  union all
  select call.draw, call.came as target from substitution as call
  where call.kind = 'target' and call.came <> '' and call.since < @entry
    and not ${fallenOut('call.came', 'call.draw')})`

/** The department comes with a host's team to a common visit, and not with the guest's. */
const broughtByHost = (row: string) => `exists (
    select 1 from merged
    where merged.guest = ${row}.draw and merged.target = ${row}.target and merged.since < @entry
      and not ${fallenOut('merged.target', 'merged.host')}
      and not exists (select 1 from void where void.draw = merged.host and void.since < @entry)
      and (exists (select 1 from seated as host where host.draw = merged.host and host.target = merged.target
                     and host.department = ${row}.department)
        or exists (select 1 from substitution as host where host.draw = merged.host
                     and host.target = merged.target and host.department = ${row}.department)))`

/** Nobody took this seat after that substitution, and its target did not fall out. */
const stillHeld = (row: string, number: string) => `not ${fallenOut(`${row}.target`, `${row}.draw`)}
    and not exists (
      select 1 from substitution as later
      where later.draw = ${row}.draw and later.target = ${row}.target and later.department = ${row}.department
        and later.seat = ${row}.seat and later.number > ${number} and later.since < @entry)`

/** The seats of every draw, each with who held it when `@entry` was written; of a common visit, the host's. */
export const STANDING_SEATS = `(
  select seated.draw, seated.target, seated.department, seated.seat, seated.inspector from seated
  where seated.since < @entry and ${stillHeld('seated', '0')} and not ${broughtByHost('seated')}
  union all
  select new.draw, new.target, new.department, new.seat, new.came as inspector from substitution as new
  where new.kind = 'inspector' and new.came <> '' and new.since < @entry and ${stillHeld('new', 'new.number')}
    and not ${broughtByHost('new')})`

/** Targets of draws that are visited together with another draw's, each with that draw, where it stood at `@entry`. */
export const COMMON_VISITS = `(
  select merged.guest, merged.target, max(merged.host) as host from merged
  where merged.since < @entry and not ${fallenOut('merged.target', 'merged.host')}
    and not exists (select 1 from void where void.draw = merged.host and void.since < @entry)
  group by merged.guest, merged.target)`
