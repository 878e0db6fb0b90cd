import { escapeControls } from '../../core/escape-controls.ts'
import { meets } from '../../core/frame/condition.ts'
import type { EntryNumber } from '../../core/ids.ts'
import type { DatabaseReasons, OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { clausesOf, readConditionOn } from '../../core/registry/cells/condition.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { columnOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Store } from '../../store/open.ts'
import { records } from '../../store/registry/registry.ts'
import { entryNumbered, lastEntry } from '../../store/views/log.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { recordData } from '../../terminal/reports/record.ts'
import { table } from '../../terminal/table.ts'
import { libraryNamed, wholeNumber } from '../lookup.ts'
import { inOneState } from '../session.ts'

const refuse = refusal<DatabaseReasons & OptionReasons>()

/** list — what is in a registry, all of it or what meets conditions, now or at a ledger entry. */
export async function list(
  desk: Desk,
  name: string,
  options: { readonly where?: string; readonly at?: string },
): Promise<number> {
  const library = libraryNamed(name)
  return inOneState(desk, store => {
    const at = options.at === undefined ? undefined : entryNamed(store, options.at)
    const rows = [...records(store, library, at)].filter(conditionGiven(desk, library, options.where ?? ''))
    desk.result(
      { library: library.name, count: rows.length, records: rows.map(row => recordData(library, row)) },
      () => {
        const shown = library.fields
          .filter(({ name }) => rows.some(row => row[columnOf(library, name)] !== ''))
          .slice(0, 7)
        const places = shown.map(({ name }) => columnOf(library, name))
        return [
          ...table(
            shown.map(field => (desk.language === 'en' ? field.name : field.headings[0])),
            rows.map(row => places.map(place => escapeControls(row[place]!))),
          ),
          desk.say.registry.listCount(rows.length),
        ]
      },
    )
    return 0
  })
}

/** What `--where` asks of a row of a registry; a condition that cannot be read is refused. */
export function conditionGiven(desk: Desk, library: Library, where: string): (row: RecordCells) => boolean {
  const reading = readConditionOn(library, where)
  if ('value' in reading) return meets(library, clausesOf(reading.value, library))
  const place = { row: 1, column: null, heading: null, value: where }
  const expected = issueSentence(desk.say, { ...place, ...reading } as Issue)
  throw refuse('invalid-option', { option: '--where', value: where, expected })
}

/** A ledger entry that the user named. */
export function entryNamed(store: Store, text: string): EntryNumber {
  const number = wholeNumber('--at', text)
  const entry = entryNumbered(store, number)
  if (entry === null) throw refuse('no-such-entry', { entry: number, last: lastEntry(store) })
  return entry
}
