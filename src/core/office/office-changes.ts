import { nearest } from '../nearest.ts'
import { paperNumber } from '../publication/office-facts.ts'
import { maskText } from '../publication/private-data.ts'
import { refusal } from '../refusal.ts'
import {
  OFFICE_BOOK,
  type OfficeSetting,
  type OfficeSettingName,
  type OfficeValues,
  officeSettingNamed,
  WHOLE_NUMBER,
} from './office-book.ts'
import { readOfficeSetting } from './read-office-setting.ts'
import type { OfficeReasons } from './reasons.ts'

const refuse = refusal<OfficeReasons>()

/** A setting that changes. */
export interface OfficeChange {
  readonly setting: OfficeSettingName
  readonly was: string
  readonly value: string
}

/** What wishes are judged by. */
export interface OfficeInput {
  readonly values: OfficeValues
  /** Names of people that the registries know. */
  readonly people: ReadonlySet<string>
  /** The last running number that was given under a mark in a year; nought where there is none. */
  readonly lastGiven: (mark: string, year: number) => number
  /** The year of today, by the clock of the office. */
  readonly thisYear: number
}

/** What assignments (`发文机关=…`) change; all or none: one that is flawed, or that contradicts another, refuses them all. */
export function officeChanges(assignments: readonly string[], input: OfficeInput): OfficeChange[] {
  const wished = new Map<OfficeSettingName, string>()
  for (const [setting, text] of assignments.flatMap(assigned)) {
    const reading = readOfficeSetting(setting, text, input.people)
    if ('flaw' in reading)
      throw refuse('invalid-office-setting', {
        ...{ setting: setting.name, kind: setting.kind, value: maskText(text), flaw: reading.flaw },
      })
    const before = wished.get(setting.name)
    if (before !== undefined && before !== reading.value)
      throw refuse('office-setting-twice', { setting: setting.name, first: before, second: reading.value })
    wished.set(setting.name, reading.value)
  }
  const values = { ...input.values, ...Object.fromEntries(wished) }
  refuseConflict(values, wished, input)
  return [...wished].flatMap(([setting, value]) => {
    const was = input.values[setting]
    return was === value ? [] : [{ setting, was, value }]
  })
}

/** The setting that the user named, or the refusal that names the nearest. */
export function officeSettingOf(name: string): OfficeSetting {
  const setting = officeSettingNamed(name)
  if (setting !== null) return setting
  const known = OFFICE_BOOK.map(({ zh }) => zh)
  const names = OFFICE_BOOK.flatMap(one => [one.name, one.zh, ...one.also])
  throw refuse('unknown-office-setting', { name, nearest: nearest(name, names), known })
}

function assigned(text: string): [OfficeSetting, string][] {
  const at = text.search(/[=＝]/)
  if (at < 1) throw refuse('office-assignment', { text: maskText(text) })
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1)]
  return WHOLE_NUMBER.includes(name) ? wholeNumber(value) : [[officeSettingOf(name), value]]
}

/** 离市监〔2026〕12号: its mark, its year, its running number; an empty one takes all three back. */
function wholeNumber(value: string): [OfficeSetting, string][] {
  const [mark, year, number] = (['mark', 'year', 'number'] as const).map(officeSettingOf) as [
    OfficeSetting,
    OfficeSetting,
    OfficeSetting,
  ]
  if (value.trim() === '')
    return [
      [mark, ''],
      [year, ''],
      [number, ''],
    ]
  const opened = value.search(/[〔﹝[［（(【]/)
  const length = opened < 0 ? -1 : value.slice(opened + 1).search(/[〕﹞\]］）)】]/)
  if (length < 0) return [[mark, value]]
  const closed = opened + 1 + length
  return [
    [mark, value.slice(0, opened).trim()],
    [year, value.slice(opened + 1, closed).trim()],
    [number, value.slice(closed + 1).trim()],
  ]
}

function refuseConflict(
  { mark, year, number }: OfficeValues,
  wished: ReadonlyMap<OfficeSettingName, string>,
  { lastGiven, thisYear }: OfficeInput,
): void {
  const without = mark !== '' ? undefined : number !== '' ? 'number' : year !== '' ? 'year' : undefined
  if (without !== undefined)
    throw refuse('conflicting-office-settings', {
      conflict: { kind: 'number-without-mark', setting: without },
    })
  const isNew = (['mark', 'year', 'number'] as const).some(name => wished.has(name))
  if (!isNew || number === '') return
  const of = year === '' ? thisYear : Number(year)
  const last = lastGiven(mark, of)
  if (Number(number) <= last && wished.has('number'))
    throw refuse('conflicting-office-settings', {
      conflict: { kind: 'number-given', number: Number(number), last: paperNumber(mark, of, last) },
    })
}
