import type { CellType } from '../libraries/field.ts'
import type { CellResult } from './cell-result.ts'
import { CELL_TYPES, type CellTraits } from './cell-types.ts'
import { clean, cleanNarrow, controlCharacter } from './clean.ts'
import type { Context } from './context.ts'
import { isErrorWord } from './lost-text.ts'
import { readChoice } from './words.ts'

/** Reads one non-empty cell as its type asks. The value is canonical: reading it again gives itself. */
export function readCell(type: CellType, written: string, context: Context): CellResult {
  if (isErrorWord(written.trim())) return { value: '', note: 'lost-value' }
  if (typeof type !== 'string') return readChoice(type.choices, written)
  const { read, narrow, list, empty, doubt }: CellTraits = CELL_TYPES[type]
  const text = list === null ? written : written.replaceAll(/\s*[\r\n]+\s*/g, ';')
  const cleaned = narrow ? cleanNarrow(text) : clean(text)
  const control = controlCharacter(cleaned.text)
  if (control !== null) return { code: 'control-character', details: { character: control } }
  if (cleaned.text === '') return { value: '', note: cleaned.note }
  if (empty?.test(cleaned.text)) return { value: '', note: 'placeholder' }
  const result = read(cleaned.text, context)
  if (!('value' in result)) return result
  const doubted = doubt?.(result.value) ?? null
  const note = result.note ?? cleaned.note ?? (text === written ? null : 'list-form')
  return doubted === null ? { value: result.value, note } : { value: result.value, note, doubt: doubted }
}
