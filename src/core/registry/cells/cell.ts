import { sortByBytes } from '../../bytes.ts'
import type { CellType, CellTypeName } from '../libraries/field.ts'
import { type CellResult, invalid, membersOf, parsed, unchanged } from './cell-result.ts'
import { clean, cleanNarrow, controlCharacter } from './clean.ts'
import { readCondition, readStrata } from './condition.ts'
import type { Context } from './context.ts'
import { readDate } from './date.ts'
import { readFrequency } from './frequency.ts'
import type { NoteCode } from './issue.ts'
import { readDays, readPeriod } from './period.ts'
import { readRate, readRates, readReserve } from './rates.ts'
import { isRegistrationNumber, registrationCheckDigit } from './registration-number.ts'
import { readOutcomes } from './result-codes.ts'
import { readSources } from './sources.ts'
import { readTeam } from './team.ts'
import { checkUscc, cutCandidates, isCut } from './uscc.ts'

/** Reads one non-empty cell as `kind` asks. The value is canonical: reading it again gives itself. */
export function readCell(kind: CellType, written: string, context: Context): CellResult {
  if (typeof kind !== 'string') return readChoice(kind.choices, written)
  const text = LISTS.has(kind) ? written.replaceAll(/\s*[\r\n]+\s*/g, ';') : written
  const cleaned = NARROW.has(kind) ? cleanNarrow(text) : clean(text)
  const control = controlCharacter(cleaned.text)
  if (control !== null) return { code: 'control-character', details: { character: control } }
  if (cleaned.text === '') return { value: '', note: cleaned.note }
  if (standsForNothing(kind, cleaned.text)) return { value: '', note: 'placeholder' }
  const reading = READERS[kind](cleaned.text, context)
  if (!('value' in reading) || reading.note !== null) return reading
  return { value: reading.value, note: cleaned.note ?? (text === written ? null : 'list-form') }
}

const READERS = {
  text: unchanged,
  narrow: readNarrow,
  id: readId,
  uscc: readUscc,
  registration: readRegistration,
  date: readDate,
  days: readDays,
  list: readList,
  tags: readTags,
  yesno: readYesNo,
  count: readCount,
  risk: readRisk,
  rate: readRate,
  rates: readRates,
  reserve: readReserve,
  frequency: readFrequency,
  period: readPeriod,
  team: readTeam,
  condition: readCondition,
  strata: readStrata,
  sources: readSources,
  window: readWindow,
  department: readDepartment,
  departments: readDepartments,
  items: readItems,
  inspector: (text: string, context: Context) => readReference(text, context.inspector),
  inspectors: (text: string, context: Context) => eachOf(text, context.inspector),
  target: readTarget,
  outcomes: readOutcomes,
} satisfies Record<CellTypeName, (text: string, context: Context) => CellResult>

/** Kinds in which a full-width digit or letter is only a way of typing. */
const NARROW: ReadonlySet<string> = new Set(
  [
    'narrow id uscc registration date days yesno count risk rate rates reserve period team window target'.split(
      ' ',
    ),
  ].flat(),
)

/** Kinds in which a dash or slash, and those in which 无 too, is how offices leave a cell empty. */
const DASHED: ReadonlySet<string> = new Set(
  'uscc registration narrow date days list tags departments items risk count rate rates period frequency'.split(
    ' ',
  ),
)
const WORDED: ReadonlySet<string> = new Set(
  'uscc registration narrow date days list tags departments items'.split(' '),
)

function standsForNothing(kind: string, text: string): boolean {
  if (DASHED.has(kind) && /^[-—–－_/／\\]+$/.test(text)) return true
  return WORDED.has(kind) && /^(?:无|暂无|N\/A)$/i.test(text)
}

/** Kinds with several values in a cell: one to a line is one more way to write them. */
const LISTS: ReadonlySet<string> = new Set([
  'list',
  'tags',
  'days',
  'rates',
  'sources',
  'departments',
  'items',
  'inspectors',
  'outcomes',
])

function readList(text: string): CellResult {
  const values = membersOf(text.replaceAll('/', ';'))
  return { value: values.join(';'), note: OTHER_SEPARATORS.test(text) ? 'list-form' : null }
}

const OTHER_SEPARATORS = /[；,，、/|]/

/** Tags of inspectors become ids of the pool (draw.md, section 2). */
function readTags(text: string): CellResult {
  const alien = /"/.exec(text)
  return alien === null ? readList(text) : invalid('invalid-id-character', { character: alien[0] })
}

function readId(text: string, context: Context): CellResult {
  const alien = /[;,"]/.exec(text)
  if (alien !== null) return invalid('invalid-id-character', { character: alien[0] })
  const reading = readNarrow(text)
  const whole = 'value' in reading ? context.withZeros(reading.value) : null
  return whole === null ? reading : invalid('lost-zeros', { id: whole })
}

function readNarrow(text: string): CellResult {
  return EXPONENT.test(text) ? invalid('code-as-exponent', {}) : withoutTail(text)
}

/** What a spreadsheet makes of a long number, and of digits with one E among them. */
const EXPONENT = /^\d(?:\.\d+)?E\+\d+$/i

function readTarget(text: string, context: Context): CellResult {
  const reading = readReference(text.toUpperCase(), context.target)
  const recased = 'value' in reading && reading.note === null && reading.value !== text
  return recased ? { ...reading, note: 'case' } : reading
}

/** A record of another registry; `10.0` is looked for as `10` where nobody is called so. */
function readReference(text: string, find: (name: string) => CellResult): CellResult {
  if (EXPONENT.test(text)) return invalid('code-as-exponent', {})
  const found = find(text)
  const cut = withoutTail(text)
  if ('value' in found || !('value' in cut) || cut.note === null) return found
  const again = find(cut.value)
  return 'value' in again ? { value: again.value, note: cut.note } : again
}

/** `141102.0` is what a spreadsheet makes of a code it took for a number. */
function withoutTail(text: string): CellResult {
  return /^\d+\.0+$/.test(text) ? { value: text.replace(/\.0+$/, ''), note: 'decimal-tail' } : unchanged(text)
}

function readUscc(text: string): CellResult {
  const packed = text.replaceAll(/[ -]/g, '').toUpperCase()
  const spelt = /^(\d)\.(\d{14})E\+?17$/.exec(packed)
  if (spelt !== null)
    return invalid('rounded-code', { candidates: cutCandidates(`${spelt[1]}${spelt[2]}000`) })
  if (/^\d(\.\d+)?E\+?\d+$/.test(packed)) return invalid('code-as-exponent', {})
  const note = packed === text ? null : packed === text.toUpperCase() ? 'case' : 'spaces'
  if (/^\d{15}$/.test(packed)) return readRegistration(packed)
  const verdict = checkUscc(packed)
  switch (verdict.kind) {
    case 'valid':
      if (isCut(packed)) return invalid('rounded-code', { candidates: cutCandidates(packed) })
      return { value: packed, note }
    case 'length':
      return invalid('uscc-length', { found: verdict.found })
    case 'alphabet':
      return invalid('uscc-alphabet', { character: verdict.character, suggestion: verdict.suggestion })
    case 'check':
      if (/^\d{15}000$/.test(packed)) return invalid('rounded-code', { candidates: cutCandidates(packed) })
      return invalid('uscc-check', { expected: verdict.expected })
    default:
      return verdict satisfies never
  }
}

function readRegistration(text: string): CellResult {
  const digits = text.replace(/\.0+$/, '').replaceAll(' ', '')
  if (/^\d(\.\d+)?E\+?\d+$/i.test(digits)) return invalid('code-as-exponent', {})
  if (!isRegistrationNumber(digits)) {
    return invalid('registration-check', {
      expected: /^\d{15}$/.test(digits) ? registrationCheckDigit(digits) : null,
    })
  }
  return { value: digits, note: digits === text ? null : 'decimal-tail' }
}

const YES = ['是', '有', '有效', '在用', '√', 'Y', 'YES', 'TRUE', '1']
const NO = ['否', '无', '无效', '停用', '×', 'N', 'NO', 'FALSE', '0']

function readYesNo(text: string): CellResult {
  const word = text.toUpperCase()
  const value = YES.includes(word) ? '是' : NO.includes(word) ? '否' : null
  if (value === null) return invalid('invalid-yesno', {})
  return { value, note: value === text ? null : 'word' }
}

function readCount(text: string): CellResult {
  const found = /^(\d{1,9})(?:\.0+)?(?:户|家|人|个|次|户次)?$/.exec(text)
  if (found === null) return invalid('invalid-count', {})
  const value = String(Number(found[1]))
  return { value, note: value === text ? null : 'word' }
}

/** A class of credit risk as its letter; what is not a class of A–D keeps its own word. */
function readRisk(text: string): CellResult {
  const letter = /^([A-Da-d])(?:类|级|等|类企业)?$/.exec(text)
  if (letter !== null) {
    const value = letter[1]!.toUpperCase()
    return { value, note: value === text ? null : 'word' }
  }
  return /[;,"]/.test(text)
    ? invalid('invalid-id-character', { character: text.match(/[;,"]/)![0] })
    : unchanged(text)
}

/**
 * 否, 本年 or 近k年: how far back a draw keeps its targets out of this one. 同部门 or 同事项 after it: only draws in which
 * the same department visited, or that had an item in common.
 */
function readWindow(text: string): CellResult {
  const [, words, scope = ''] = /^(.*?)[ ·，,/（(]*(同部门|同事项)?[)）]?$/.exec(text)!
  const span = spanOfWindow(words!)
  if (span === null || (span === '否' && scope !== ''))
    return invalid('invalid-choice', { choices: ['否', '本年', '近3年', '本年同部门', '近3年同事项'] })
  return parsed(span + scope, text, 'word')
}

function spanOfWindow(words: string): string | null {
  if (['否', '不排除', '无'].includes(words)) return '否'
  if (['是', '本年', '当年', '年内', '1年'].includes(words)) return '本年'
  const years = /^近? ?([1-9]\d?)年内?$/.exec(words)
  return years === null ? null : `近${Number(years[1])}年`
}

function readChoice(choices: readonly (readonly string[])[], written: string): CellResult {
  const { text, note } = cleanNarrow(written)
  if (text === '') return { value: '', note }
  const found = choices.find(words => words.includes(text))
  if (found === undefined) return invalid('invalid-choice', { choices: choices.map(words => words[0]!) })
  return { value: found[0]!, note: found[0] === text ? note : 'word' }
}

function readDepartment(text: string, context: Context): CellResult {
  const reading = context.department(text)
  if ('value' in reading) return reading
  const several = membersOf(text.replaceAll('/', ';'))
  const areKnown = several.length > 1 && several.every(name => 'value' in context.department(name))
  return areKnown ? invalid('several-departments', { names: several }) : reading
}

function readDepartments(text: string, context: Context): CellResult {
  return eachOf(text, context.department)
}

function readItems(text: string, context: Context): CellResult {
  return eachOf(text, context.item)
}

/** Reads the members of a list one by one; the first that is wrong is the answer. */
function eachOf(text: string, find: (name: string) => CellResult): CellResult {
  let note: NoteCode | null = null
  const values = new Set<string>()
  for (const name of membersOf(text).flatMap(name => partsKnown(name, find) ?? name)) {
    const reading = readReference(name, find)
    if (!('value' in reading)) return reading
    note ??= reading.note
    values.add(reading.value)
  }
  if (OTHER_SEPARATORS.test(text)) note ??= 'list-form'
  return { value: sortByBytes([...values]).join(';'), note }
}

/** `市监局/卫体局` as two names, if both are names; a slash may also be part of one. */
function partsKnown(name: string, find: (name: string) => CellResult): readonly string[] | null {
  const parts = name.split('/').map(part => part.trim())
  return parts.length > 1 && parts.every(part => part !== '' && 'value' in find(part)) ? parts : null
}
