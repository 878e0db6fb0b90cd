import type { LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { asRecord } from '../../core/registry/record.ts'
import { numberOfRow } from '../../core/registry/task-id.ts'
import type { Store } from '../open.ts'
import { records } from '../registry/registry.ts'
import type { Match } from './match.ts'
import { matchingTargets } from './matching-targets.ts'

/**
 * The first records of a registry as it stands that go by this text: as many as can be looked over, whatever the size of the
 * registry. An empty text is held by all. The search of targets, of which there may be a million, can be left after each
 * piece, and be told `among` which they are ({@link matchingTargets}).
 */
export function* matchingRecords(
  store: Store,
  name: LibraryName,
  text: string,
  most: number,
  among: readonly Match[] | null = null,
): Generator<undefined, readonly Match[]> {
  if (name === 'targets') return yield* matchingTargets(store, text, most, among)
  if (name === 'plan') return matchingTasks(store, text, most)
  if (name === 'results') return matchingResults(store, text, most)
  if (name === 'recusals') return matchingRecusals(store, text, most)
  const { table } = library(name)
  const [called] = GOES_BY[name]
  const isHeld = ['id', ...GOES_BY[name]].map(column => `instr(upper(${column}), upper(@text)) > 0`)
  return store
    .sql<Match>(
      `select id, ${called} as name from ${table} where until is null and (${isHeld.join(' or ')})
       order by id limit @most`,
    )
    .all({ text, most })
}

/** What records of each registry are called, and what else they go by; tasks are read through their ids. */
const GOES_BY: Readonly<
  Record<Exclude<LibraryName, 'plan' | 'results' | 'recusals' | 'targets'>, readonly [string, ...string[]]>
> = {
  departments: ['name', 'short_name', 'aliases'],
  items: ['name', 'category', 'content'],
  inspectors: ['name', 'certificate'],
  experts: ['name'],
  holidays: ['holiday'],
}

/** Results by their number or the name of the target, the last inspected first; called by the names of target, department and item, and the day. */
function matchingResults(store: Store, text: string, most: number): Match[] {
  return store
    .sql<Match>(
      `select result.id, coalesce(target.name || '  ', '') || coalesce(department.name || '  ', '')
         || coalesce(item.name || '  ', '') || inspected as name
       from result left join target on target.id = result.target and target.until is null
         left join department on department.id = result.department and department.until is null
         left join item on item.id = json_extract(nullif(result.extra, ''), '$."抽查事项"') and item.until is null
       where result.until is null
         and (instr(upper(result.id), upper(@text)) > 0 or instr(upper(target.name), upper(@text)) > 0)
       order by inspected desc, result.id limit @most`,
    )
    .all({ text, most })
}

/** Recusals by what their people and targets are called, or why; called by those names and the cause. */
function matchingRecusals(store: Store, text: string, most: number): Match[] {
  return store
    .sql<Match>(
      `select * from (
         select recusal.id, coalesce(inspector.name, expert.name, recusal.inspector) || ' → '
           || coalesce(target.name, recusal.target) || '  ' || recusal.cause as name
         from recusal left join inspector on inspector.id = recusal.inspector and inspector.until is null
           left join expert on expert.id = recusal.inspector and expert.until is null
           left join target on target.id = recusal.target and target.until is null
         where recusal.until is null)
       where instr(upper(id), upper(@text)) > 0 or instr(upper(name), upper(@text)) > 0
       order by id limit @most`,
    )
    .all({ text, most })
}

/** Every task that goes by a text, as many as can be looked over. */
export function matchingTasks(store: Store, text: string, most: number): Match[] {
  const wanted = text.toUpperCase()
  const found: Match[] = []
  for (const row of records(store, library('plan'))) {
    const { id, get } = asRecord('plan', row)
    if (![id, get('name'), numberOfRow(row)].some(word => word.toUpperCase().includes(wanted))) continue
    found.push({ id, name: get('name') })
    if (found.length === most) break
  }
  return found
}
