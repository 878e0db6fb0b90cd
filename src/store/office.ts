import type { DrawNumber, EntryNumber } from '../core/ids.ts'
import { type Numbering, nextNumber } from '../core/office/next-number.ts'
import { type OfficeSettingName, type OfficeValues, officeValuesWith } from '../core/office/office-book.ts'
import { officeDay } from '../core/office-time.ts'
import { type NumberedPaper, type OfficeFacts, paperNumber } from '../core/publication/office-facts.ts'
import type { EntryWriter } from './entry.ts'
import type { Store } from './open.ts'
import { officeOffset } from './rules.ts'
import { OFFICE } from './schema/history-tables.ts'
import { PAPER_NUMBER } from './schema/ledger-tables.ts'
import { type SettingVersion, settingHistory, standingVersions } from './setting-history.ts'

export interface OfficeVersion extends SettingVersion {
  readonly setting: OfficeSettingName
}

/** Every value of every setting, or of one, oldest first. */
export function officeHistory(store: Store, setting?: OfficeSettingName): OfficeVersion[] {
  return settingHistory(store, { table: 'office', called: 'setting' }, setting)
}

/** The versions that stand, or stood when `entry` was written. */
export function officeAt(store: Store, entry?: EntryNumber): Map<OfficeSettingName, OfficeVersion> {
  return new Map(standingVersions(officeHistory(store), entry).map(version => [version.setting, version]))
}

/** The settings of the office as they stand, or stood when `entry` was written. */
export function officeValues(store: Store, entry?: EntryNumber): OfficeValues {
  return officeValuesWith(
    new Map([...officeAt(store, entry)].map(([setting, { value }]) => [setting, value])),
  )
}

/** Gives a setting a value; the one that it had ends. */
export function writeOffice(
  writer: EntryWriter,
  standing: OfficeVersion | undefined,
  { setting, value, reason }: Pick<OfficeVersion, 'setting' | 'value' | 'reason'>,
): void {
  if (standing !== undefined) writer.end(OFFICE, standing.version)
  writer.write(OFFICE, { id: setting, value, reason })
}

/** Names of people that the registries know: what papers may not print in place of the office. */
export function peopleKnown(store: Store): ReadonlySet<string> {
  const names = store
    .sql<{ name: string }>(
      'select name from inspector where until is null union select name from expert where until is null',
    )
    .all()
  return new Set(names.map(({ name }) => name))
}

/** The last running number that was given under a mark in a year; nought where there is none. */
export function lastNumber(store: Store, mark: string, year: number): number {
  return (
    store
      .sql<{ last: number | null }>(
        'select max(number) as last from paper_number where mark = ? and year = ?',
      )
      .get(mark, year)?.last ?? 0
  )
}

/** The year of the next number, and the number; null where the office has no mark for them. */
export function numberToCome(
  store: Store,
  now: string,
): { readonly mark: string; readonly year: number; readonly number: number } | null {
  const { mark, year: set } = officeValues(store)
  if (mark === '') return null
  const year = Number(set === '' ? officeDay(now, officeOffset(store)).slice(0, 4) : set)
  return {
    mark,
    year,
    number: nextNumber(year, { last: lastNumber(store, mark, year), from: fromOf(store) }),
  }
}

/** The running number to go on with, of the year that was set with it or in which it was set. */
function fromOf(store: Store): Numbering['from'] {
  const number = officeAt(store).get('number')
  if (number === undefined || number.value === '') return null
  const year = officeValues(store, number.entry).year || officeDay(number.at, officeOffset(store)).slice(0, 4)
  return { number: Number(number.value), year: Number(year) }
}

export interface GivenNumber {
  readonly draw: DrawNumber
  readonly paper: NumberedPaper
  readonly mark: string
  readonly year: number
  readonly number: number
}

/** The numbers that papers of a draw have: of each paper the last that it was given. */
export function numbersOf(store: Store, draw: DrawNumber): ReadonlyMap<NumberedPaper, GivenNumber> {
  const rows = store
    .sql<GivenNumber>(
      'select draw, paper, mark, year, number from paper_number where draw = ? order by rowid',
    )
    .all(draw)
  return new Map(rows.map(row => [row.paper, row]))
}

/** The paper that was given a number, or nothing. */
export function paperWithNumber(
  store: Store,
  mark: string,
  year: number,
  number: number,
): GivenNumber | undefined {
  return store
    .sql<GivenNumber>(
      'select draw, paper, mark, year, number from paper_number where mark = ? and year = ? and number = ? limit 1',
    )
    .get(mark, year, number)
}

export function writeNumber(writer: EntryWriter, given: GivenNumber): void {
  writer.write(PAPER_NUMBER, given)
}

/** What the papers of a draw print of the office as it is set; null where it has set nothing. */
export function officeFacts(store: Store, draw?: DrawNumber): OfficeFacts | null {
  const { organ, letterhead, signature, seal, telephone } = officeValues(store)
  const given = draw === undefined ? [] : [...numbersOf(store, draw)]
  const numbers = given.map(([paper, { mark, year, number }]) => [paper, paperNumber(mark, year, number)])
  const facts = { organ, letterhead, signature, seal, telephone }
  const isSet = given.length > 0 || Object.values(facts).some(value => value !== '')
  return isSet ? { ...facts, numbers: Object.fromEntries(numbers) } : null
}
