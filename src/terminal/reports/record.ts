import stringWidth from 'string-width'
import { escapeControls } from '../../core/escape-controls.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Desk } from '../desk.ts'

/** A record for scripts: its id, its fields by their English names, extra fields by their headings. */
export function recordData(of: Library, row: RecordCells): Record<string, unknown> {
  const fields = Object.fromEntries(of.fields.map((field, i) => [field.name, row[i + 1]]))
  return { id: row[0], ...fields, ...(of.extras ? { extra: extraOf(of, row) } : {}) }
}

/** A record as lines, fields without a value left out. */
export function recordLines(desk: Desk, of: Library, row: RecordCells): string[] {
  const named = of.fields.map(
    (field, i) => [desk.language === 'en' ? field.name : field.headings[0], row[i + 1]!] as const,
  )
  const filled = [...named, ...Object.entries(extraOf(of, row))].filter(([, value]) => value !== '')
  const width = Math.max(...filled.map(([name]) => stringWidth(name)))
  return filled.map(
    ([name, value]) => `  ${name}${' '.repeat(width - stringWidth(name))}  ${escapeControls(value)}`,
  )
}

function extraOf(of: Library, row: RecordCells): Record<string, string> {
  const cell = of.extras ? row[of.fields.length + 1]! : ''
  return cell === '' ? {} : JSON.parse(cell)
}
