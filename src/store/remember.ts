import type { Change, Counts } from '../core/registry/imported.ts'
import type { Issue } from '../core/registry/issue.ts'
import type { Library } from '../core/registry/library.ts'
import type { Contradiction } from '../core/registry/merge.ts'
import type { Row } from '../core/registry/row.ts'
import type { Pen } from './entry.ts'
import { lineBook } from './line-book.ts'
import type { Store } from './open.ts'
import { columnsOf, insertInto } from './registry.ts'

export interface Terms {
  /** For each place of a row, whether the file has it; what it does not have keeps its value. */
  readonly present: readonly boolean[]
  /** How a row of the file and the record that stands become one, or what speaks against it. */
  readonly merge: (standing: Row | null, row: Row) => Row | Contradiction
  readonly issue: (issue: Issue) => void
  /** True to end what the file does not have. `keep` tells what becomes of such a record: null ends it. */
  readonly replace: boolean
  readonly without: (standing: Row) => Row | null | 'keep'
  /** Build the index of ids afterwards: much faster on an empty registry, but a doubled id is then only found out at the end. */
  readonly late: boolean
}

export interface Remembering {
  readonly remember: (row: Row, line: number) => void
  /** Ends what is missing, builds the index. `doubled` asks for the import to be done again with `late: false`. */
  readonly finish: () => { readonly counts: Counts; readonly changes: readonly Change[] } | 'doubled'
}

/** How many changes are kept to be shown. */
const CHANGES_SHOWN = 20

/** Remembers rows of one file in one registry: each is new, changed or as it was. */
export function remembering(store: Store, pen: Pen, library: Library, terms: Terms): Remembering {
  const { table } = library
  const columns = columnsOf(library)
  const insert = insertInto(library)
  const find = store.sql(`select version, ${columns} from ${table} where id = ? and until is null`).raw()
  const counts: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, retired: 0 }
  const changes: Change[] = []
  const lines = lineBook()
  const late = terms.late && store.sql(`select 1 from ${table} limit 1`).get() === undefined
  if (late) store.db.exec(`drop index ${table}_now`)

  const write = (row: Row, line: number) => lines.set(pen.write(table, insert, [pen.entry, ...row]), line)

  function remember(row: Row, line: number): void {
    counts.read++
    const found = late ? undefined : (find.get(row[0]) as [number, ...Row] | undefined)
    const standing = found === undefined ? null : (found.slice(1) as Row)
    const earlier = found === undefined ? 0 : lines.get(found[0])
    if (earlier > 0) {
      again(standing!, row, line, earlier)
      return
    }
    const merged = terms.merge(standing, row)
    if (!Array.isArray(merged)) {
      terms.issue({
        ...placeOf(merged.place, line, row),
        code: 'conflict',
        details: {
          id: row[0]!,
          field: headingOf(merged.place),
          theirs: standing![merged.place]!,
          ours: row[merged.place]!,
          departments: merged.departments,
        },
      })
      return
    }
    if (standing === null) {
      counts.new++
      write(merged, line)
      return
    }
    const differs = merged.findIndex((value, i) => value !== standing[i])
    if (differs < 0) {
      counts.unchanged++
      lines.set(found![0], line)
      return
    }
    counts.changed++
    if (changes.length < CHANGES_SHOWN) {
      changes.push({
        id: row[0]!,
        line,
        field: headingOf(differs),
        was: standing[differs]!,
        becomes: merged[differs]!,
      })
    }
    pen.end(table, found![0])
    write(merged, line)
  }

  /** The id stood in an earlier line of this file: the same content is silent, another is an Issue. */
  function again(standing: Row, row: Row, line: number, earlier: number): void {
    const merged = terms.merge(standing, row)
    const differs = Array.isArray(merged)
      ? merged.findIndex((value, i) => value !== standing[i])
      : merged.place
    if (differs < 0) {
      counts.unchanged++
      return
    }
    const details = {
      id: row[0]!,
      other: earlier,
      field: headingOf(differs),
      theirs: standing[differs]!,
      ours: row[differs]!,
    }
    terms.issue({ ...placeOf(differs, line, row), code: 'id-twice', details })
  }

  function finish(): ReturnType<Remembering['finish']> {
    if (late) {
      try {
        store.db.exec(`create unique index ${table}_now on ${table}(id) where until is null`)
      } catch (error) {
        if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_UNIQUE') return 'doubled'
        throw error
      }
    }
    if (terms.replace) retireMissing()
    return { counts, changes }
  }

  function retireMissing(): void {
    const standing = store
      .sql(`select version, ${columns} from ${table} where until is null and since < ?`)
      .raw()
    const missing: [number, Row | null][] = []
    for (const cells of standing.iterate(pen.entry)) {
      const [version, ...row] = cells as [number, ...Row]
      if (lines.get(version) > 0) continue
      const kept = terms.without(row)
      if (kept !== 'keep') missing.push([version, kept])
    }
    for (const [version, kept] of missing) {
      pen.end(table, version)
      if (kept !== null) write(kept, 0)
      counts.retired++
    }
  }

  const headingOf = (place: number) => library.fields[place - 1]?.headings[0] ?? 'extra'
  const placeOf = (place: number, line: number, row: Row) => ({
    row: line,
    column: null,
    heading: headingOf(place),
    value: row[place] ?? '',
  })

  return { remember, finish }
}
