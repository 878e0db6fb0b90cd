import type { CellType, CellTypeName } from '../libraries/field.ts'
import { isIdentityNumber } from '../numbers/identity-number.ts'
import { isRepeated } from '../numbers/repeated.ts'
import { isCut, isUscc } from '../numbers/uscc.ts'
import { type CellResult, unchanged } from './cell-result.ts'
import { readCondition, readStrata } from './condition.ts'
import type { Context } from './context.ts'
import { readDate, readYear } from './date.ts'
import type { Doubt } from './doubt.ts'
import { readFrequency } from './frequency.ts'
import { readFirm, readId, readNarrow, readRegistration, readUscc } from './identifiers.ts'
import { readList, readTags } from './lists.ts'
import { textDoubt } from './lost-text.ts'
import { readDays, readPeriod } from './period.ts'
import { readRate, readRates, readReserve } from './rates.ts'
import {
  readDepartment,
  readDepartments,
  readInspector,
  readInspectors,
  readItems,
  readNamed,
  readTarget,
} from './references.ts'
import { readOutcomes } from './result-codes.ts'
import { readSources } from './sources.ts'
import { readTeam } from './team.ts'
import { readWindow } from './window.ts'
import { readCount, readRisk, readYesNo, riskDoubt, statusDoubt, subjectDoubt } from './words.ts'

/** What there is to know of a type of cells. */
export interface CellTraits {
  readonly read: (text: string, context: Context) => CellResult
  /** A full-width digit or letter is only a way of typing. */
  readonly narrow: boolean
  /**
   * Several values in a cell, where one to a line is one more way to write them: `members` each stand for themselves,
   * `parts` say something together.
   */
  readonly list: 'members' | 'parts' | null
  /** How offices leave such a cell empty without leaving it empty. */
  readonly empty: RegExp | null
  /** True for a text that is read as itself, whatever is known beside it: looked at first where a large registry is full of such. */
  readonly sure?: (written: string) => boolean
  /** What is odd about a value of it, which may be right all the same. */
  readonly doubt?: (value: string) => Doubt | null
}

/** The number of a person where that of a firm should stand; or a text that has lost something. */
function codeDoubt(value: string): Doubt | null {
  return isIdentityNumber(value) ? 'identity-code' : textDoubt(value)
}

/** Letters with a number behind them: no number that a spreadsheet may have changed, and no word. */
function isPlainCode(written: string): boolean {
  return /^[A-Z]{1,4}\d{1,30}$/.test(written)
}

/** A code that its check holds, and that is no other number. */
function isPlainUscc(written: string): boolean {
  return (
    /^[0-9A-Z]{18}$/.test(written) &&
    isUscc(written) &&
    !isRepeated(written) &&
    !isCut(written) &&
    !isIdentityNumber(written)
  )
}

const DASHES = /^[-—–－_/／\\]+$/
const NOTHING = /^(?:[-—–－_/／\\]+|无|暂无|N\/A)$/i

/** Every type of cells, in one table. */
export const CELL_TYPES = {
  text: { read: unchanged, narrow: false, list: null, empty: null, doubt: textDoubt },
  status: { read: unchanged, narrow: false, list: null, empty: null, doubt: statusDoubt },
  subject: { read: unchanged, narrow: false, list: null, empty: null, doubt: subjectDoubt },
  narrow: { read: readNarrow, narrow: true, list: null, empty: NOTHING, doubt: codeDoubt },
  id: { read: readId, narrow: true, list: null, empty: null, doubt: codeDoubt, sure: isPlainCode },
  uscc: { read: readUscc, narrow: true, list: null, empty: NOTHING, doubt: codeDoubt, sure: isPlainUscc },
  registration: { read: readRegistration, narrow: true, list: null, empty: NOTHING, doubt: codeDoubt },
  date: {
    read: (text, { dateSystem }) => readDate(text, dateSystem),
    narrow: true,
    list: null,
    empty: NOTHING,
  },
  days: { read: readDays, narrow: true, list: 'parts', empty: NOTHING },
  year: { read: readYear, narrow: true, list: null, empty: NOTHING },
  list: { read: readList, narrow: false, list: 'members', empty: NOTHING, doubt: textDoubt },
  tags: { read: readTags, narrow: false, list: 'members', empty: NOTHING, doubt: textDoubt },
  yesno: { read: readYesNo, narrow: true, list: null, empty: null },
  count: { read: readCount, narrow: true, list: null, empty: DASHES },
  risk: { read: readRisk, narrow: true, list: null, empty: DASHES, doubt: riskDoubt },
  rate: { read: readRate, narrow: true, list: null, empty: DASHES },
  rates: { read: readRates, narrow: true, list: 'parts', empty: DASHES },
  reserve: { read: readReserve, narrow: true, list: null, empty: null },
  frequency: { read: readFrequency, narrow: false, list: null, empty: DASHES },
  period: { read: text => readPeriod(text), narrow: true, list: null, empty: DASHES },
  team: { read: readTeam, narrow: true, list: null, empty: null },
  condition: { read: readCondition, narrow: false, list: null, empty: null },
  strata: {
    read: (text, context) => readStrata(text, context, isList),
    narrow: false,
    list: null,
    empty: null,
  },
  sources: { read: readSources, narrow: false, list: 'parts', empty: null },
  window: { read: readWindow, narrow: true, list: null, empty: null },
  department: { read: readDepartment, narrow: false, list: null, empty: null },
  departments: { read: readDepartments, narrow: false, list: 'members', empty: NOTHING },
  items: { read: readItems, narrow: false, list: 'members', empty: NOTHING },
  inspector: { read: readInspector, narrow: false, list: null, empty: null },
  inspectors: { read: readInspectors, narrow: false, list: 'members', empty: null },
  target: { read: readTarget, narrow: true, list: null, empty: null },
  named: { read: readNamed, narrow: false, list: null, empty: null, doubt: textDoubt },
  firm: { read: readFirm, narrow: false, list: null, empty: NOTHING, doubt: textDoubt },
  outcomes: { read: readOutcomes, narrow: false, list: 'members', empty: null },
} satisfies Record<CellTypeName, CellTraits>

/** True where a cell has members, each of which stands for itself. */
export function isList(type: CellType): boolean {
  return typeof type === 'string' && CELL_TYPES[type].list === 'members'
}
