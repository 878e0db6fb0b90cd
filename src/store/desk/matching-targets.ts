import { byBytes } from '../../core/bytes.ts'
import type { Store } from '../open.ts'
import type { Match } from './match.ts'

/** How many rows of an index are looked at in one go: some hundredths of a second. */
const PIECE = 50_000

/**
 * The first targets as they stand whose number, code or name holds this text, those that begin with it before the others: as
 * many as can be looked over. Of a million, what begins with the text is found at once; for what holds it the indexes are
 * read through, piece by piece, and the search can be left after each. `among` are all that hold a part of this text, where
 * they are known: then nothing is read through.
 */
export function* matchingTargets(
  store: Store,
  text: string,
  most: number,
  among: readonly Match[] | null = null,
  piece = PIECE,
): Generator<undefined, readonly Match[]> {
  const found = new Map<string, Match>()
  const take = (matches: Iterable<Match>) => {
    for (const match of matches) {
      if (found.size === most) return
      found.set(match.id, match)
    }
  }
  for (const column of ['id', 'code', 'name'] as const) take(beginning(store, column, text, most))
  const first = found.size
  if (among !== null) take(among.filter(match => holds(match, text)))
  else
    for (const column of ['id', 'name'] as const)
      for (const matches of found.size < most ? holding(store, column, text, 2 * most, piece) : []) {
        take(matches)
        if (found.size === most) break
        yield
      }
  const matches = [...found.values()]
  return matches.length < most ? [...matches.slice(0, first), ...matches.slice(first).sort(byId)] : matches
}

function byId(one: Match, other: Match): number {
  return byBytes(one.id, other.id)
}

function holds({ id, name }: Match, text: string): boolean {
  const wanted = text.toUpperCase()
  return id.toUpperCase().includes(wanted) || name.toUpperCase().includes(wanted)
}

type Column = 'id' | 'code' | 'name'

/** Where the texts of a column lie in their order; codes that are an id lie there. */
const INDEX: Readonly<Record<Column, string>> = { id: 'target_now', code: 'target_code', name: 'target_name' }
const LIES: Readonly<Record<Column, string>> = {
  id: 'until is null',
  code: "until is null and code <> '' and id <> code",
  name: 'until is null',
}

/** Those whose column begins with a text; codes are kept in capitals. */
function beginning(store: Store, column: Column, text: string, most: number): Match[] {
  const from = column === 'name' ? text : text.toUpperCase()
  return store
    .sql<Match>(
      `select id, name from target indexed by ${INDEX[column]}
       where ${LIES[column]} and ${column} >= @from and ${column} < @to order by ${column} limit @most`,
    )
    .all({ from, to: `${from}\u{10ffff}`, most })
}

/** Those whose column holds a text, in the order of the column, piece by piece, and so many of each at most. */
function* holding(
  store: Store,
  column: 'id' | 'name',
  text: string,
  most: number,
  piece: number,
): Generator<readonly Match[]> {
  // Most names are written without letters that have two forms, and need not be turned into capitals.
  const [cell, wanted] = /[a-z]/i.test(text) ? [`upper(${column})`, text.toUpperCase()] : [column, text]
  const rows = `from target indexed by ${INDEX[column]} where until is null and ${column}`
  const ends = store.sql<string>(`select ${column} ${rows} >= @from order by ${column} limit 1 offset @piece`)
  const between = store.sql<Match>(
    `select id, name ${rows} >= @from and ${column} < @to and instr(${cell}, @wanted) > 0
     order by ${column} limit @most`,
  )
  const last = store.sql<Match>(
    `select id, name ${rows} >= @from and instr(${cell}, @wanted) > 0 order by ${column} limit @most`,
  )
  for (let from = ''; ; ) {
    const to = ends.pluck().get({ from, piece })
    // Names of which so many are the same are read as one piece with those after them.
    if (to === undefined || to === from) return yield last.all({ from, wanted, most })
    yield between.all({ from, to, wanted, most })
    from = to
  }
}
