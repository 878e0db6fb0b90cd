import type { LibraryName } from '../../core/registry/libraries/field.ts'
import type { Match } from '../../store/desk/match.ts'
import { matchingRecords } from '../../store/desk/matching-records.ts'
import type { Search } from '../../terminal/asker.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState } from '../session.ts'

/** As many records as can be looked over at once. */
export const IN_SIGHT = 30

/**
 * A search for the records of a registry that go by what is typed, as it is typed: keys are heard while it goes on, and one
 * that nobody waits for any more ends. What was found whole is all that a longer text can find.
 */
export function recordSearch(desk: Desk, name: LibraryName): Search<string> {
  let whole: { readonly term: string; readonly matches: readonly Match[] } | null = null
  return async (term, signal) => {
    const known = whole?.term !== '' && term.includes(whole?.term ?? term) ? whole : null
    const found = await inOneState({ ...desk, quiet: true }, async store => {
      const search = matchingRecords(store, name, term, IN_SIGHT, known?.matches ?? null)
      for (;;) {
        const { done, value } = search.next()
        if (done === true) return value
        await new Promise(resolve => setImmediate(resolve))
        if (signal?.aborted === true) return null
      }
    })
    if (found === null) return []
    whole = found.length < IN_SIGHT ? { term, matches: found } : null
    return found.map(({ id, name }) => ({ name: name === '' ? id : `${id}  ${name}`, value: id }))
  }
}
