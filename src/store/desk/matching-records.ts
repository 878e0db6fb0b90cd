import type { LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { asRecord } from '../../core/registry/record.ts'
import { numberOfRow } from '../../core/registry/task-id.ts'
import type { Store } from '../open.ts'
import { records } from '../registry/registry.ts'

/** A record as it is picked from a list: by its id, and what it is called. */
export interface Match {
  readonly id: string
  readonly name: string
}

/**
 * The first records of a registry as it stands whose code or name holds this text: as many as can be looked over, whatever
 * the size of the registry. An empty text is held by all.
 */
export function matchingRecords(store: Store, name: LibraryName, text: string, most: number): Match[] {
  if (name === 'plan') return matchingTasks(store, text, most)
  if (name === 'results') return matchingResults(store, text, most)
  const { table } = library(name)
  const called = CALLED[name]
  return store
    .sql<Match>(
      `select id, ${called} as name from ${table}
       where until is null and (instr(upper(id), upper(@text)) > 0 or instr(upper(${called}), upper(@text)) > 0)
       order by id limit @most`,
    )
    .all({ text, most })
}

/** What records of each registry are called; tasks are read through their ids. */
const CALLED: Readonly<Record<Exclude<LibraryName, 'plan' | 'results'>, string>> = {
  departments: 'name',
  items: 'name',
  targets: 'name',
  inspectors: 'name',
  experts: 'name',
  recusals: 'cause',
  holidays: 'holiday',
}

/** Results by their number or the name of the target, the last inspected first; called by that name and the day. */
function matchingResults(store: Store, text: string, most: number): Match[] {
  return store
    .sql<Match>(
      `select result.id, coalesce(target.name || '  ', '') || inspected as name
       from result left join target on target.id = result.target and target.until is null
       where result.until is null
         and (instr(upper(result.id), upper(@text)) > 0 or instr(upper(target.name), upper(@text)) > 0)
       order by inspected desc, result.id limit @most`,
    )
    .all({ text, most })
}

function matchingTasks(store: Store, text: string, most: number): Match[] {
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
