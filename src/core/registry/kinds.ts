import { sortByBytes } from '../bytes.ts'
import { clean, cleanNarrow, controlCharacter } from './clean.ts'
import { readCondition, readStrata } from './condition.ts'
import type { Context } from './context.ts'
import { readDate } from './date-cell.ts'
import type { NoteCode } from './issue.ts'
import { readDays, readPeriod } from './period.ts'
import { readRate, readRates, readReserve } from './rates.ts'
import { membersOf, type Reading, read, same, wrong } from './reading.ts'
import { isRegistrationNumber, registrationCheckDigit } from './registration-number.ts'
import { readSources } from './sources.ts'
import { readTeam } from './team.ts'
import { checkUscc, cutCandidates } from './uscc.ts'

/** How the cells of a field are read. */
export type Kind = keyof typeof READERS | { readonly choices: readonly (readonly string[])[] }

/** Reads one non-empty cell as `kind` asks. The value is canonical: reading it again gives itself. */
export function readCell(kind: Kind, written: string, context: Context): Reading {
  if (typeof kind !== 'string') return readChoice(kind.choices, written)
  const cleaned = NARROW.has(kind) ? cleanNarrow(written) : clean(written)
  const control = controlCharacter(cleaned.text)
  if (control !== null) return { code: 'control-character', details: { character: control } }
  if (cleaned.text === '') return { value: '', note: cleaned.note }
  const reading = READERS[kind](cleaned.text, context)
  return 'value' in reading && reading.note === null ? { value: reading.value, note: cleaned.note } : reading
}

const READERS = {
  text: same,
  narrow: (text: string) => withoutTail(text),
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
  period: readPeriod,
  team: readTeam,
  condition: readCondition,
  strata: readStrata,
  sources: readSources,
  window: readWindow,
  department: (text: string, context: Context) => context.department(text),
  departments: readDepartments,
  items: readItems,
  inspector: (text: string, context: Context) => context.inspector(text),
  target: (text: string, context: Context) => context.target(text.toUpperCase()),
} satisfies Record<string, (text: string, context: Context) => Reading>

/** Kinds in which a full-width digit or letter is only a way of typing. */
const NARROW: ReadonlySet<string> = new Set(
  [
    'narrow id uscc registration date days yesno count risk rate rates reserve period team window target'.split(
      ' ',
    ),
  ].flat(),
)

function readList(text: string): Reading {
  const values = membersOf(text.replaceAll('/', ';'))
  return { value: values.join(';'), note: /[；，、/|]/.test(text) ? 'list-form' : null }
}

/** Tags of inspectors become ids of the pool (draw.md, section 2). */
function readTags(text: string): Reading {
  const alien = /"/.exec(text)
  return alien === null ? readList(text) : wrong('id-character', { character: alien[0] })
}

function readId(text: string): Reading {
  const alien = /[;,"]/.exec(text)
  return alien === null ? withoutTail(text) : wrong('id-character', { character: alien[0] })
}

/** `141102.0` is what a spreadsheet makes of a code it took for a number. */
function withoutTail(text: string): Reading {
  return /^\d+\.0+$/.test(text) ? { value: text.replace(/\.0+$/, ''), note: 'decimal-tail' } : same(text)
}

function readUscc(text: string): Reading {
  const packed = text.replaceAll(/[ -]/g, '').toUpperCase()
  if (/^\d(\.\d+)?E\+?\d+$/.test(packed)) return wrong('code-exponent', {})
  const note = packed === text ? null : packed === text.toUpperCase() ? 'case' : 'spaces'
  if (/^\d{15}$/.test(packed)) return readRegistration(packed)
  const verdict = checkUscc(packed)
  switch (verdict.kind) {
    case 'valid':
      return { value: packed, note }
    case 'length':
      return wrong('uscc-length', { found: verdict.found })
    case 'alphabet':
      return wrong('uscc-alphabet', { character: verdict.character, suggestion: verdict.suggestion })
    case 'check':
      if (/^\d{15}000$/.test(packed)) return wrong('code-rounded', { candidates: cutCandidates(packed) })
      return wrong('uscc-check', { expected: verdict.expected })
    default:
      return verdict satisfies never
  }
}

function readRegistration(text: string): Reading {
  const digits = text.replace(/\.0+$/, '').replaceAll(' ', '')
  if (/^\d(\.\d+)?E\+?\d+$/i.test(digits)) return wrong('code-exponent', {})
  if (!isRegistrationNumber(digits)) {
    return wrong('registration-check', {
      expected: /^\d{15}$/.test(digits) ? registrationCheckDigit(digits) : null,
    })
  }
  return { value: digits, note: digits === text ? null : 'decimal-tail' }
}

const YES = ['是', '有', '√', 'Y', 'YES', 'TRUE', '1']
const NO = ['否', '无', '×', 'N', 'NO', 'FALSE', '0']

function readYesNo(text: string): Reading {
  const word = text.toUpperCase()
  const value = YES.includes(word) ? '是' : NO.includes(word) ? '否' : null
  if (value === null) return wrong('yesno-none', {})
  return { value, note: value === text ? null : 'word' }
}

function readCount(text: string): Reading {
  const found = /^(\d{1,9})(?:\.0+)?(?:户|家|人|个|次|户次)?$/.exec(text)
  if (found === null) return wrong('count-none', {})
  const value = String(Number(found[1]))
  return { value, note: value === text ? null : 'word' }
}

/** A class of credit risk as its letter; what is not a class of A–D keeps its own word. */
function readRisk(text: string): Reading {
  const letter = /^([A-Da-d])(?:类|级|等|类企业)?$/.exec(text)
  if (letter !== null) {
    const value = letter[1]!.toUpperCase()
    return { value, note: value === text ? null : 'word' }
  }
  return /[;,"]/.test(text) ? wrong('id-character', { character: text.match(/[;,"]/)![0] }) : same(text)
}

/**
 * 否, 本年 or 近k年: how far back a draw keeps its targets out of this one. 同部门 or 同事项 after it: only draws in which
 * the same department visited, or that had an item in common.
 */
function readWindow(text: string): Reading {
  const [, words, scope = ''] = /^(.*?)[ ·，,/（(]*(同部门|同事项)?[)）]?$/.exec(text)!
  const span = spanOfWindow(words!)
  if (span === null || (span === '否' && scope !== ''))
    return wrong('choice-none', { choices: ['否', '本年', '近3年', '本年同部门', '近3年同事项'] })
  return read(span + scope, text, 'word')
}

function spanOfWindow(words: string): string | null {
  if (['否', '不排除', '无'].includes(words)) return '否'
  if (['是', '本年', '当年', '年内', '1年'].includes(words)) return '本年'
  const years = /^近? ?(\d{1,2})年内?$/.exec(words)
  return years === null ? null : `近${Number(years[1])}年`
}

function readChoice(choices: readonly (readonly string[])[], written: string): Reading {
  const { text, note } = cleanNarrow(written)
  if (text === '') return { value: '', note }
  const found = choices.find(words => words.includes(text))
  if (found === undefined) return wrong('choice-none', { choices: choices.map(words => words[0]!) })
  return { value: found[0]!, note: found[0] === text ? note : 'word' }
}

function readDepartments(text: string, context: Context): Reading {
  return eachOf(membersOf(text), name => context.department(name))
}

function readItems(text: string, context: Context): Reading {
  return eachOf(membersOf(text), code => context.item(code))
}

/** Reads the members of a list one by one; the first that is wrong is the answer. */
function eachOf(names: readonly string[], read: (name: string) => Reading): Reading {
  let note: NoteCode | null = null
  const values = new Set<string>()
  for (const name of names) {
    const reading = read(name)
    if (!('value' in reading)) return reading
    note ??= reading.note
    values.add(reading.value)
  }
  return { value: sortByBytes([...values]).join(';'), note }
}
