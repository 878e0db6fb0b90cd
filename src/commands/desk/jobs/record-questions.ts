import type { Field, Library, LibraryName } from '../../../core/registry/libraries/field.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import { columnOf, type RecordCells } from '../../../core/registry/libraries/record-cells.ts'
import { yearOfTask } from '../../../core/registry/task-id.ts'
import { orBack } from '../../../terminal/asked.ts'
import { recordNamed } from '../../lookup.ts'
import { askCell, cellFault, headingIn } from '../../registry/ask-cell.ts'
import { askRecord } from '../../registry/ask-record.ts'
import { type Line, partsOf, type Question, type Sitting } from '../work/job.ts'

/** Stands among the fields of a record where one of them is a number that only the register explains. */
const AS_REGISTERED = '--as-registered'

/** Types of numbers that have a check, and that registers have without one. */
const NUMBERS: readonly string[] = ['uscc', 'registration', 'firm']

/** Whether one of these values is taken as the register has it. */
async function asRegistered(
  desk: Sitting['desk'],
  of: Library,
  values: Iterable<readonly [Field, string | undefined]>,
): Promise<string[]> {
  for (const [field, value = ''] of values)
    if (
      value !== '' &&
      NUMBERS.includes(field.type as string) &&
      (await cellFault(desk, of, field, value)) !== null
    )
      return [AS_REGISTERED]
  return []
}

/** The options that set fields: `heading=value`, one to a line. */
export function setOptions(fields: string | undefined): Line {
  return partsOf(fields).flatMap(pair => (pair === AS_REGISTERED ? [pair] : ['--set', pair]))
}

/** The fields of a new record; what was entered stays in the sitting until the record is written. */
export const fieldsOfNew: Question = {
  name: 'fields',
  async ask({ desk, asker, drafts }, { library: name }) {
    const of = library(name as LibraryName)
    const draft = drafts.of(name!)
    await askRecord(desk, asker, of, draft)
    const fields = [...of.fields, ...('later' in of ? of.later : [])] as readonly Field[]
    const pairs = fields.flatMap(field => pairOf(field, draft.get(field.name)))
    const given = fields.map(field => [field, draft.get(field.name)] as const)
    return [...pairs, ...(await asRegistered(desk, of, given))].join('\n')
  },
}

function pairOf({ headings }: Field, value: string | undefined): string[] {
  return value === undefined ? [] : [`${headings[0]}=${value}`]
}

/** What is to be changed in a record: the fields that say which one it is, then those that get another value. */
export const changes: Question = {
  name: 'fields',
  async ask(sitting, { library: name, record }) {
    const of = library(name as LibraryName)
    const [row, changed] = await askChanges(sitting, name as LibraryName, record!)
    const standing = (of.fields as readonly Field[]).map(
      field => [field, changed.get(field) ?? cellOf(row, name as LibraryName, field)] as const,
    )
    const pairs = [...changed].flatMap(([field, value]) => pairOf(field, value))
    return [
      ...keysOf(sitting, name as LibraryName, row),
      ...pairs,
      ...(await asRegistered(sitting.desk, of, standing)),
    ].join('\n')
  },
}

/** What is to be changed in a result: only the fields that get another value. */
export const changesOfResult: Question = {
  name: 'fields',
  async ask(sitting, { result }) {
    const [, changed] = await askChanges(sitting, 'results', result!)
    return [...changed].flatMap(([field, value]) => pairOf(field, value)).join('\n')
  },
}

/** A record and the fields that get another value, with that, in the order that the person picks. */
async function askChanges(
  sitting: Sitting,
  name: LibraryName,
  record: string,
): Promise<readonly [RecordCells, ReadonlyMap<Field, string>]> {
  const { desk, asker, read } = sitting
  const of = library(name)
  const row = await read(store => recordNamed(store, desk, name, record).row)
  const keys = keyFields(name, row)
  // What says which record it is stays: another number is another record.
  const fields = (of.fields as readonly Field[]).filter(field => !keys.includes(field))
  const changed = new Map<Field, string>()
  const { record: asking } = desk.say.desk
  for (;;) {
    const standing = (field: Field) => changed.get(field) ?? cellOf(row, name, field)
    const field = await asker.choose<Field | null>(asking.more, [
      ...(changed.size === 0 ? [] : [{ name: asking.done, value: null }]),
      ...fields.map(field => ({
        name: desk.say.desk.filledIn(headingIn(desk, field), standing(field)),
        value: field,
      })),
    ])
    if (field === null) break
    // Whoever goes back leaves the field as it is.
    const value = await orBack(null, askCell(desk, asker, of, field, standing(field)))
    if (value !== null && value !== cellOf(row, name, field)) changed.set(field, value)
  }
  return [row, changed]
}

function cellOf(row: RecordCells, name: LibraryName, { name: field }: Field): string {
  return row[columnOf(library(name), field as never)] ?? ''
}

/** What says which record it is, of tasks their year too where it is not this one. */
function keysOf({ state }: Sitting, name: LibraryName, row: RecordCells): string[] {
  const pairs = keyFields(name, row).flatMap(key => pairOf(key, cellOf(row, name, key)))
  const thisYear = state.today.slice(0, 4)
  const year = name === 'plan' ? yearOfTask(row[0]!) : thisYear
  return [...pairs, ...(year === thisYear ? [] : [`年度=${year}`])]
}

/** The fields that a record goes by: of targets the first of their numbers. */
function keyFields(name: LibraryName, row: RecordCells): readonly Field[] {
  const of = library(name)
  const keys = (of.fields as readonly Field[]).filter(field =>
    (of.id as readonly string[]).includes(field.name),
  )
  const filled = keys.filter(key => cellOf(row, name, key) !== '')
  return of.idRule === 'first' ? filled.slice(0, 1) : filled
}
