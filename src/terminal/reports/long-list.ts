import type { Desk } from '../desk.ts'
import { type Align, layout, measured, type Window } from '../table.ts'

/** A list that may be longer than the memory: each of its items as a value of JSON and as the cells of a table. */
export interface LongList<Item> {
  /** Goes through the items, again each time that it is asked to. */
  readonly items: () => Iterable<Item>
  readonly data: (item: Item) => unknown
  /** Null: on the screen there is no list. */
  readonly headings: readonly string[] | null
  readonly cells: (item: Item) => readonly string[]
  readonly align?: readonly Align[]
}

/** What stands before and after the list, in the document and on the screen. */
export interface Around {
  /** The field of the document that the list is. */
  readonly field: string
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
  readonly above?: readonly string[]
  readonly below?: (count: number) => readonly string[]
}

/** The lines of a long list, or of its JSON document, made as they are taken. */
export function* longList<Item>(desk: Desk, list: LongList<Item>, around: Around): Generator<string> {
  yield* desk.json
    ? documentLines(list, { ...around, before: { schema: desk.schema, ...around.before } })
    : tableLines(list, around, desk.window)
}

/** The same bytes as `JSON.stringify` of the whole, indented by two. */
function* documentLines<Item>(
  { items, data }: LongList<Item>,
  { field, before = {}, after = {} }: Around,
): Generator<string> {
  yield '{'
  for (const [name, value] of Object.entries(before)) yield* fieldLines(name, value, true)
  const more = Object.entries(after).filter(([, value]) => value !== undefined)
  const end = more.length > 0 ? ',' : ''
  let last: string | null = null
  for (const item of items()) {
    if (last === null) yield `  ${JSON.stringify(field)}: [`
    else yield `${last},`
    last = indented(JSON.stringify(data(item), null, 2), '    ')
  }
  if (last === null) yield `  ${JSON.stringify(field)}: []${end}`
  else {
    yield last
    yield `  ]${end}`
  }
  for (const [i, [name, value]] of more.entries()) yield* fieldLines(name, value, i < more.length - 1)
  yield '}'
}

function* fieldLines(name: string, value: unknown, isFollowed: boolean): Generator<string> {
  if (value === undefined) return
  const [first = '', ...rest] = JSON.stringify(value, null, 2).split('\n')
  const lines = [`  ${JSON.stringify(name)}: ${first}`, ...rest.map(line => `  ${line}`)]
  for (const [i, line] of lines.entries()) yield i === lines.length - 1 && isFollowed ? `${line},` : line
}

function indented(text: string, by: string): string {
  return by + text.replaceAll('\n', `\n${by}`)
}

function* tableLines<Item>(
  { items, headings, cells, align = [] }: LongList<Item>,
  { above = [], below = () => [] }: Around,
  window: Window,
): Generator<string> {
  yield* above
  let count = 0
  if (headings === null) return yield* below(count)
  const columns = measured(headings, each(items(), cells), window)
  const { head, linesOf } = layout(headings, columns, align, window)
  yield* head
  for (const item of items()) {
    count++
    yield* linesOf(cells(item))
  }
  yield* below(count)
}

function* each<T, U>(values: Iterable<T>, make: (value: T) => U): Generator<U> {
  for (const value of values) yield make(value)
}
