import { isDay } from '../dates.ts'
import { isObject } from '../json.ts'
import { nearest } from '../nearest.ts'
import type { JsonFlaw } from '../settings/json-flaw.ts'
import { CHECKS, type Check } from './checks.ts'
import { DATE_FORMS, type DateForm } from './date-form.ts'
import type { Layout, LayoutColumn } from './layout.ts'
import { isReadableField, nearReadableField, parsePath, SUBJECTS, type Subject } from './subjects.ts'

/** What of a layout's file is not as it must be: `place` as in `columns[2].length`, or `第 5 行 length` of a table. */
export interface LayoutFlaw {
  readonly place: string
  readonly found: string
  readonly problem: LayoutProblem
}

export type LayoutProblem =
  | { readonly kind: 'missing' }
  /** The file is no JSON from here on. */
  | { readonly kind: 'not-json'; readonly at: JsonFlaw | null }
  | { readonly kind: 'unknown-key'; readonly nearest: string | null }
  | { readonly kind: 'not-one-of'; readonly known: readonly string[] }
  | { readonly kind: 'not-text' | 'not-a-day' | 'not-a-count' | 'not-yes-or-no' | 'not-a-list' }
  | { readonly kind: 'unknown-path'; readonly nearest: string | null }
  | { readonly kind: 'unknown-heading' }
  | { readonly kind: 'twice'; readonly other: string }

type Json = Readonly<Record<string, unknown>>

/** A flaw on its way out of the reading. */
class Flawed extends Error {
  readonly flaw: LayoutFlaw
  constructor(flaw: LayoutFlaw) {
    super(flaw.place)
    this.flaw = flaw
  }
}

/** Reads a layout from the value that its JSON holds, or that its table says (`layout-table.ts`); the first flaw is told. */
export function readLayout(value: unknown, placeOf: PlaceOf = jsonPlace): Layout | LayoutFlaw {
  try {
    return layoutIn(value, placeOf)
  } catch (error) {
    if (error instanceof Flawed) return error.flaw
    throw error
  }
}

/** How a place of the value is named in the file that it comes from. */
export type PlaceOf = (column: number | null, key: string) => string

const jsonPlace: PlaceOf = (column, key) => (column === null ? key : `columns[${column}].${key}`)

const HEAD = ['layout', 'system', 'of', 'source', 'day', 'above', 'key', 'columns'] as const
const COLUMN = [
  ...(['heading', 'also', 'title', 'from', 'value', 'read', 'part', 'must', 'length', 'exact'] as const),
  ...(['checks', 'codes', 'date', 'forever', 'join', 'notBefore', 'compare', 'note'] as const),
] as const

function layoutIn(value: unknown, placeOf: PlaceOf): Layout {
  const head = reader(isObject(value) ? value : {}, HEAD, key => placeOf(null, key))
  const of = head.oneOf('of', SUBJECTS)
  const columns = columnsIn(head, of, placeOf)
  const headings = new Set(columns.map(({ heading }) => heading))
  const key = head.texts('key')
  for (const heading of key)
    if (!headings.has(heading)) head.fail('key', heading, { kind: 'unknown-heading' })
  const day = head.text('day')
  if (day !== '' && !isDay(day)) head.fail('day', day, { kind: 'not-a-day' })
  return {
    layout: head.text('layout', 'needed'),
    system: head.text('system', 'needed'),
    of,
    source: head.text('source'),
    day: day as Layout['day'],
    above: head.texts('above'),
    key,
    columns,
  }
}

type Reader = ReturnType<typeof reader>

function columnsIn(head: Reader, of: Subject, placeOf: PlaceOf): LayoutColumn[] {
  const columns = head.list('columns').map((value, i) => {
    const column = reader(isObject(value) ? value : {}, COLUMN, key => placeOf(i, key))
    return { column, read: columnIn(column, of) }
  })
  const headings = new Map<string, string>()
  const reads = new Map<string, string>()
  for (const { column, read } of columns) {
    for (const heading of [read.heading, ...read.also]) {
      const other = headings.get(heading)
      if (other !== undefined) column.fail('heading', heading, { kind: 'twice', other })
      headings.set(heading, read.heading)
    }
    const other = read.read === '' ? undefined : reads.get(read.read)
    if (other !== undefined) column.fail('read', read.read, { kind: 'twice', other })
    reads.set(read.read, read.heading)
  }
  for (const { column, read } of columns)
    if (read.notBefore !== '' && !headings.has(read.notBefore))
      column.fail('notBefore', read.notBefore, { kind: 'unknown-heading' })
  if (columns.length === 0) head.fail('columns', '[]', { kind: 'missing' })
  return columns.map(({ read }) => read)
}

function columnIn(column: Reader, of: Subject): LayoutColumn {
  const from = column.text('from')
  if (from !== '') {
    const path = parsePath(of, from)
    if ('nearest' in path) column.fail('from', from, { kind: 'unknown-path', nearest: path.nearest })
  }
  const read = column.text('read')
  if (read !== '' && !isReadableField(of, read))
    column.fail('read', read, { kind: 'unknown-path', nearest: nearReadableField(of, read) })
  const date = column.text('date')
  return {
    heading: column.text('heading', 'needed'),
    also: column.texts('also'),
    title: column.text('title'),
    from,
    value: column.text('value'),
    read,
    part: column.count('part'),
    must: column.yesNo('must', false),
    length: column.count('length'),
    exact: column.count('exact'),
    checks: column.texts('checks').map(name => column.known('checks', name, Object.keys(CHECKS)) as Check),
    codes: column.text('codes'),
    date: date === '' ? null : (column.known('date', date, DATE_FORMS) as DateForm),
    forever: column.text('forever'),
    join: column.text('join') || '、',
    notBefore: column.text('notBefore'),
    compare: column.yesNo('compare', true),
  }
}

/** Reads an object key by key; what is not as it must be ends the reading. Tables have text for everything. */
function reader(value: Json, keys: readonly string[], place: (key: string) => string) {
  const fail = (key: string, found: unknown, problem: LayoutProblem): never => {
    throw new Flawed({
      place: place(key),
      found: typeof found === 'string' ? found : (JSON.stringify(found) ?? ''),
      problem,
    })
  }
  for (const key of Object.keys(value))
    if (!keys.includes(key)) fail(key, value[key], { kind: 'unknown-key', nearest: nearest(key, keys) })
  const known = (key: string, name: string, words: readonly string[]): string =>
    words.includes(name) ? name : fail(key, name, { kind: 'not-one-of', known: words })
  const text = (key: string, needed?: 'needed'): string => {
    const found = value[key] ?? ''
    if (typeof found !== 'string') return fail(key, found, { kind: 'not-text' })
    if (needed && found.trim() === '') return fail(key, found, { kind: 'missing' })
    return key === 'join' ? found : found.trim()
  }
  return {
    fail,
    known,
    text,
    oneOf: <W extends string>(key: string, words: readonly W[]): W =>
      known(key, text(key, 'needed'), words) as W,
    /** A list of texts; in a table they stand in one cell, with `;` between. */
    texts(key: string): readonly string[] {
      const found = value[key] ?? []
      if (typeof found === 'string') return found === '' ? [] : found.split(/[;；]/).map(part => part.trim())
      if (!Array.isArray(found)) return fail(key, found, { kind: 'not-a-list' })
      return found.map(one =>
        typeof one === 'string' && one !== '' ? one : fail(key, one, { kind: 'not-text' }),
      )
    },
    list(key: string): readonly unknown[] {
      const found = value[key] ?? []
      return Array.isArray(found) ? found : fail(key, found, { kind: 'not-a-list' })
    },
    count(key: string): number | null {
      const found = value[key] ?? ''
      if (found === '') return null
      const number = typeof found === 'string' && /^\d{1,6}$/.test(found) ? Number(found) : found
      if (Number.isSafeInteger(number) && (number as number) > 0) return number as number
      return fail(key, found, { kind: 'not-a-count' })
    },
    yesNo(key: string, usual: boolean): boolean {
      const found = value[key] ?? ''
      if (found === '') return usual
      if (typeof found === 'boolean') return found
      if (found === '是' || found === 'yes') return true
      if (found === '否' || found === 'no') return false
      return fail(key, found, { kind: 'not-yes-or-no' })
    },
  }
}
