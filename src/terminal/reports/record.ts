import { escapeControls } from '../../core/escape-controls.ts'
import { extrasOf } from '../../core/registry/columns/extra-fields.ts'
import type { Field, Library } from '../../core/registry/libraries/field.ts'
import { ID, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { fieldsOf } from '../../core/registry/record.ts'
import type { ShownResult } from '../../core/results/shown-result.ts'
import type { NamedLibrary, NamingDesk } from '../naming.ts'
import { widthOf } from '../width.ts'

/** A record for scripts: its id, its fields by their English names and extra fields by their headings. */
export function recordData(library: Library, row: RecordCells): Record<string, unknown> {
  const fields = Object.fromEntries(fieldsOf(library, row).map(([{ name }, value]) => [name, value]))
  return { id: row[ID], ...fields, ...(library.extras ? { extra: extrasOf(library, row) } : {}) }
}

/** A record as lines of text, without its empty fields; what refers to another registry with the name beside it. */
export function recordLines(desk: NamingDesk, library: Library, row: RecordCells): string[] {
  const named = fieldsOf(library, row).map(
    ([{ name, headings, type }, value]) =>
      [desk.language === 'en' ? name : headings[0], cellTold(desk, type, value)] as const,
  )
  const filled = [...named, ...Object.entries(extrasOf(library, row))].filter(([, value]) => value !== '')
  const width = Math.max(...filled.map(([name]) => widthOf(name)))
  return filled.map(
    ([name, value]) => `  ${name}${' '.repeat(width - widthOf(name))}  ${escapeControls(value)}`,
  )
}

/** A cell as people read it: the codes of another registry with their names. */
export function cellTold({ named, say }: NamingDesk, type: Field['type'], value: string): string {
  const library = typeof type === 'string' ? REFERRED[type] : undefined
  if (library === undefined || value === '') return value
  return say.common.listed(value.split(';').map(code => named(library, code)))
}

/** Types of cells that hold codes of another registry. */
const REFERRED: Readonly<Partial<Record<string, NamedLibrary>>> = {
  department: 'departments',
  departments: 'departments',
  items: 'items',
  inspector: 'inspectors',
  target: 'targets',
}

/** What was found on a day: for which item, by whom, where it stands and what is open. */
export function resultLines({ say, named }: NamingDesk, result: ShownResult): string[] {
  const {
    inspected,
    published,
    occasion,
    task,
    target,
    department,
    outcome,
    found,
    item,
    team,
    state,
    followUp,
  } = result
  const words = say.results
  const said = outcome
    .split(';')
    .map(code => words.outcome(code))
    .concat(escapeControls(found))
  const of = item === null ? '' : `${item.code} ${escapeControls(item.name)}`
  const went = team.map(({ id, name, certificate }) =>
    [name || id, certificate].filter(text => text !== '').join(' '),
  )
  const open = followUp.settled === '未完结' ? words.openSince(followUp.deadline) : ''
  return [
    `  ${[
      inspected || published,
      occasion || task,
      named('targets', target),
      named('departments', department),
      of,
    ]
      .filter(text => text !== '')
      .map(escapeControls)
      .join('  ')}`,
    `    ${[say.common.listed(said.filter(text => text !== '')), say.common.listed(went.map(escapeControls)), words.standing(state, published), open].filter(text => text !== '').join('  ')}`,
    ...(item === null || item.basis === ''
      ? []
      : [`    ${words.basis(escapeControls(item.basis), escapeControls(item.content))}`]),
  ]
}
