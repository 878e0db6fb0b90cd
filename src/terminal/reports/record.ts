import { escapeControls } from '../../core/escape-controls.ts'
import { extrasOf } from '../../core/registry/columns/extra-fields.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { ID, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { fieldsOf } from '../../core/registry/record.ts'
import type { Desk } from '../desk.ts'
import { widthOf } from '../width.ts'

/** A record for scripts: its id, its fields by their English names and extra fields by their headings. */
export function recordData(library: Library, row: RecordCells): Record<string, unknown> {
  const fields = Object.fromEntries(fieldsOf(library, row).map(([{ name }, value]) => [name, value]))
  return { id: row[ID], ...fields, ...(library.extras ? { extra: extrasOf(library, row) } : {}) }
}

/** A record as lines of text, without its empty fields. */
export function recordLines(desk: Desk, library: Library, row: RecordCells): string[] {
  const named = fieldsOf(library, row).map(
    ([{ name, headings }, value]) => [desk.language === 'en' ? name : headings[0], value] as const,
  )
  const filled = [...named, ...Object.entries(extrasOf(library, row))].filter(([, value]) => value !== '')
  const width = Math.max(...filled.map(([name]) => widthOf(name)))
  return filled.map(
    ([name, value]) => `  ${name}${' '.repeat(width - widthOf(name))}  ${escapeControls(value)}`,
  )
}
