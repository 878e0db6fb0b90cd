import type { Result } from '../../core/results/result.ts'
import type { Store } from '../open.ts'

/** Finds everybody who wrote any version of a result into the registry, or is named in one as having filled it in. */
export function writersIn(store: Store): (result: Result) => readonly string[] {
  // Versions that stand and those that ended have an index each.
  const find = store
    .sql<[actor: string, recorder: string]>(
      `select actor, recorder from result join entry on entry.number = result.since where id = @id and until is null
       union select actor, recorder from result join entry on entry.number = result.since where id = @id and until is not null`,
    )
    .raw()
  return ({ id }) => [...new Set(find.all({ id }).flat())].filter(name => name !== '')
}
