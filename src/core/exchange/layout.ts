import type { Day } from '../dates.ts'
import type { Check } from './checks.ts'
import type { DateForm } from './date-form.ts'
import type { Subject } from './subjects.ts'

/** What another system takes and gives (对接格式): its headings, codes, lengths and musts, as data (docs/exchange.md). */
export interface Layout {
  /** The name that commands know it by, or that its file gives it. */
  readonly layout: string
  /** Whose it is: 国家企业信用信息公示系统, an office's own. */
  readonly system: string
  /** What a row of it tells of. */
  readonly of: Subject
  /** Where headings and musts were read, and on which day. */
  readonly source: string
  readonly day: Day | ''
  /** Lines that its templates have above the headings. */
  readonly above: readonly string[]
  /** The headings by which a row here and a row there are the same. */
  readonly key: readonly string[]
  readonly columns: readonly LayoutColumn[]
}

export interface LayoutColumn {
  readonly heading: string
  /** Other headings under which the same column comes. */
  readonly also: readonly string[]
  /** What it is, in words. */
  readonly title: string
  /** Where its value comes from: a path of {@link Subject}; empty where nothing here fills it. */
  readonly from: string
  /** What stands in every row where nothing else does. */
  readonly value: string
  /** The field here that takes it when a file comes in; empty where it is not taken. */
  readonly read: string
  /** Which part of a value with `/` between its parts is read, from 1: a number of ours that came back. Null for all of it. */
  readonly part: number | null
  readonly must: boolean
  /** How many characters at most, or exactly. */
  readonly length: number | null
  readonly exact: number | null
  readonly checks: readonly Check[]
  /** The table that says which code is which (`code-table.ts`); empty where values go as they are. */
  readonly codes: string
  /** How days are written; null where the column holds none. */
  readonly date: DateForm | null
  /** How a day without end (长期) is written; empty: as any other. */
  readonly forever: string
  /** What stands between several values. */
  readonly join: string
  /** The heading of a day that this one may not be before. */
  readonly notBefore: string
  /** Whether the difference report compares it. */
  readonly compare: boolean
}
