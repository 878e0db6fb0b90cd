import type { NoteKind } from './cell-note.ts'
import { damaged } from './fault.ts'
import { type NumberFormat, PLAIN, withDigits } from './number-format.ts'
import { unescaped } from './rich-text.ts'
import { type DateSystem, elapsedText, isoText, serialText } from './serial-date.ts'

/** What a workbook says of its cells in other places than the sheet. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly system: DateSystem
}

/** A cell as the sheet's XML has it; null where a tag is not there. */
export interface WrittenCell {
  readonly type: string
  readonly style: string | undefined
  readonly value: string | null
  /** Text that stands in the cell itself. */
  readonly inline: string | null
  readonly formula: string | null
}

export interface ReadCell {
  readonly text: string
  readonly note: NoteKind | null
}

/** A cell as the sheet shows it, numbers in full; what it has lost is noted. */
export function cellText(cell: WrittenCell, context: CellContext, place: () => string): ReadCell {
  const { type, value, inline, formula } = cell
  if (type === 'inlineStr') return plain(inline ?? unescaped(value ?? ''))
  if (value === null || (value === '' && type !== 'str')) {
    if (formula !== null) return { text: `=${formula}`, note: 'formula-without-value' }
    return plain(inline ?? '')
  }
  if (type === 'e') return { text: value, note: 'error-value' }
  if (type === 's') return plain(sharedString(value, context, place))
  if (type === 'str') return plain(unescaped(value))
  if (type === 'b') return plain(value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE')
  if (type === 'd') return plain(isoText(value))
  return numberText(value, context.formats[Number(cell.style ?? 0)] ?? PLAIN, context.system)
}

const plain = (text: string): ReadCell => ({ text, note: null })

function sharedString(value: string, { strings }: CellContext, place: () => string): string {
  const text = strings[Number(value)]
  if (text === undefined) throw damaged(place())
  return text
}

function numberText(written: string, format: NumberFormat, system: DateSystem): ReadCell {
  if (format === PLAIN && /^[1-9]\d{0,14}$/.test(written)) return plain(written)
  const value = Number(written)
  if (written.trim() === '' || Number.isNaN(value)) return plain(written)
  const rounded = Number.isInteger(value) && Math.abs(value) >= 1e15
  return { text: shown(value, format, system), note: rounded ? 'rounded-number' : null }
}

function shown(value: number, format: NumberFormat, system: DateSystem): string {
  switch (format.kind) {
    case 'plain':
      return decimal(value)
    case 'percent':
      return `${decimal(Number((value * 100).toPrecision(15)))}%`
    case 'digits':
      return Number.isInteger(value) && value >= 0
        ? withDigits(decimal(value), format.parts, format.count)
        : decimal(value)
    case 'date':
      return serialText(value, system, format)
    case 'elapsed':
      return elapsedText(value)
    default:
      return format satisfies never
  }
}

/** Without exponent, and with the 15 digits a spreadsheet shows: 0.1 + 0.2 is 0.3 to a clerk. */
function decimal(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : String(BigInt(value))
  const shown = String(Number(value.toPrecision(15)))
  return shown.includes('e') ? value.toFixed(20).replace(/0+$/, '') : shown
}
