import type { CellType } from '../libraries/field.ts'
import { type CellResult, invalid, unchanged } from './cell-result.ts'
import { CELL_TYPES, type CellTraits } from './cell-types.ts'
import { clean, cleanNarrow, controlCharacter } from './clean.ts'
import type { Context } from './context.ts'
import { isErrorWord } from './lost-text.ts'
import { readChoice } from './words.ts'

/** Reads one non-empty cell as its type asks. The value is canonical: reading it again gives itself. */
export function readCell(type: CellType, written: string, context: Context): CellResult {
  const isSure = typeof type === 'string' && (CELL_TYPES[type] as CellTraits).sure?.(written) === true
  return isSure ? unchanged(written) : readUnsure(type, written, context)
}

/** The same of a cell of which nothing is known yet. */
export function readUnsure(type: CellType, written: string, context: Context): CellResult {
  if (isErrorWord(written.trim())) return { value: '', note: 'lost-value' }
  if (typeof type !== 'string') return readChoice(type.choices, written)
  const { read, narrow, list, empty, doubt }: CellTraits = CELL_TYPES[type]
  const text = list === null ? written : inOneLine(written)
  const cleaned = narrow ? cleanNarrow(text) : clean(text)
  const control = controlCharacter(cleaned.text)
  if (control !== null) return { code: 'control-character', details: { character: control } }
  if (cleaned.text === '') return { value: '', note: cleaned.note }
  const limit = list === null ? LONGEST_VALUE : LONGEST_LIST
  if (!ANY_LENGTH.has(type) && cleaned.text.length > limit)
    return invalid('too-long', { limit, found: cleaned.text.length })
  if (empty?.test(cleaned.text)) return { value: '', note: 'placeholder' }
  const result = read(cleaned.text, context)
  if (!('value' in result)) return result
  const doubted = doubt?.(result.value) ?? null
  const note = result.note ?? cleaned.note ?? (text === written ? null : 'list-form')
  return doubted === null ? { value: result.value, note } : { value: result.value, note, doubt: doubted }
}

/** Members that stand one to a line, parted as others are. */
function inOneLine(written: string): string {
  if (!/[\r\n]/.test(written)) return written
  const lines = written.split(/[\r\n]+/).map(line => line.trim())
  return lines.filter(line => line !== '').join(';')
}

/** Text in which anything may stand. */
const ANY_LENGTH: ReadonlySet<CellType> = new Set<CellType>([
  'text',
  'status',
  'subject',
  'condition',
  'strata',
])

/** The longest code, number, day or word that anybody writes, and the longest list, in characters: beyond it is no such thing. */
const LONGEST_VALUE = 500
const LONGEST_LIST = 20_000
