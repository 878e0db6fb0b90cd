import { sha256Hex } from '../../hash.ts'
import type { Library } from '../libraries/field.ts'
import { columnOf, ID, type RecordCells } from '../libraries/record-cells.ts'
import type { Column } from './column.ts'
import { presentFields } from './present-fields.ts'

/** Which record a row without a code is: one that stands, a new one, or several of which nobody can tell. */
export type CodeGiven =
  | { readonly kind: 'standing'; readonly code: string; readonly row: RecordCells }
  | { readonly kind: 'own'; readonly code: string; readonly note: 'own-code' | 'code-of-certificate' }
  | { readonly kind: 'several'; readonly codes: readonly string[] }

/**
 * Finds the code of each row of a file that has no column for codes; null for other files. The record that says the same
 * in all that the file has; else the one of its name, if no row before it was that; else a new one, whose code follows
 * from the name, so that the same list gives the same codes wherever it is imported first. A plan is that of its year.
 */
export function codeGiver(
  library: Library,
  columns: readonly Column[],
  standing: () => Iterable<RecordCells>,
): ((record: RecordCells) => CodeGiven) | null {
  const prefix = library.ownCodes
  if (prefix === undefined) return null
  const present = presentFields(library, columns)
  const code = columnOf(library, 'code')
  if (present[code]) return null
  const places = library.fields.map((_, i) => i + 1).filter(place => present[place])
  const keyOf = keyReader(library, present)
  const yearOf = yearReader(library, present)
  const proof = library.name === 'inspectors' ? columnOf(library, 'certificate') : null
  const said = (row: RecordCells) => places.map(place => row[place]).join('\u0000')
  const byKey = new Map<string, RecordCells[]>()
  const taken = new Set<string>()
  for (const row of standing()) {
    taken.add(row[code]!)
    const key = keyOf(row)
    byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  const spoken = new Set<RecordCells>()
  const given = new Map<string, CodeGiven>()

  return record => {
    const before = given.get(said(record))
    if (before !== undefined) return before
    const found = find(record)
    if (found.kind !== 'several') {
      if (found.kind === 'standing') spoken.add(found.row)
      taken.add(found.code)
      given.set(said(record), found)
    }
    return found
  }

  function find(record: RecordCells): CodeGiven {
    // The id of a task begins with its year.
    const year = yearOf(record)
    const isOfYear = (row: RecordCells) => year === '' || (yearOf(row) || row[ID]!.slice(0, 4)) === year
    const free = (byKey.get(keyOf(record)) ?? []).filter(row => !spoken.has(row) && isOfYear(row))
    const [only] = free
    const same =
      free.find(row => said(row) === said(record)) ??
      free.find(row => isProven(row, record)) ??
      (free.length === 1 && !isAnother(only!, record) ? only : undefined)
    if (same !== undefined) return { kind: 'standing', code: same[code]!, row: same }
    if (free.length > 0) return { kind: 'several', codes: free.map(row => row[code]!) }
    const certificate = proof === null ? '' : record[proof]!
    return certificate === '' || taken.has(certificate)
      ? { kind: 'own', code: ownCode(record), note: 'own-code' }
      : { kind: 'own', code: certificate, note: 'code-of-certificate' }
  }

  /** Whether two rows show the same certificate. */
  function isProven(row: RecordCells, record: RecordCells): boolean {
    return proof !== null && record[proof] !== '' && row[proof] === record[proof]
  }

  /** Whether two of one name show different certificates: a namesake, or a certificate that was renewed. */
  function isAnother(row: RecordCells, record: RecordCells): boolean {
    return proof !== null && row[proof] !== '' && record[proof] !== '' && row[proof] !== record[proof]
  }

  function codedBy(record: RecordCells): string {
    return library.name === 'plan' ? [keyOf(record), yearOf(record)].join('\u0000') : keyOf(record)
  }

  /** Of a person the number of the certificate; else by the name alone, unless that is taken by another of the same name: then by all that the row says. */
  function ownCode(record: RecordCells): string {
    for (let again = 0; ; again++) {
      const text = again === 0 ? codedBy(record) : `${codedBy(record)}\u0000${said(record)}\u0000${again}`
      const own = prefix + sha256Hex(text).slice(0, 8).toUpperCase()
      if (!taken.has(own)) return own
    }
  }
}

/** What a row is known by: its name, of a person with the department; or the items of a plan that has no names. */
function keyReader(library: Library, present: readonly boolean[]): (row: RecordCells) => string {
  const name = columnOf(library, 'name')
  const known =
    library.name === 'inspectors'
      ? [name, columnOf(library, 'department')]
      : library.name !== 'plan' || present[name]
        ? [name]
        : [columnOf(library, 'items'), columnOf(library, 'lead')]
  return row => known.map(place => row[place]).join('\u0000')
}

/** The year that a task begins in, where the file says so; else empty. */
function yearReader(library: Library, present: readonly boolean[]): (row: RecordCells) => string {
  if (library.name !== 'plan') return () => ''
  const period = columnOf(library, 'period')
  return row => (present[period] ? row[period]!.slice(0, 4) : '')
}

/** Puts the code into a record. */
export function withCode(library: Library, record: RecordCells, code: string): void {
  record[columnOf(library, 'code')] = code
  record[ID] = code
}
