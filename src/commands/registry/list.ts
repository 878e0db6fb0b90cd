import { meets } from '../../core/frame/condition.ts'
import type { EntryNumber } from '../../core/ids.ts'
import type { DatabaseReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { clausesOf, readConditionOn } from '../../core/registry/cells/condition.ts'
import { contextOf } from '../../core/registry/cells/context.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import { keptText } from '../../files/kept-text.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { records } from '../../store/registry/registry.ts'
import { extraFields } from '../../store/registry/targets.ts'
import { entryNumbered, lastEntry } from '../../store/views/log.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { recordList } from '../../terminal/reports/record-list.ts'
import { libraryNamed, wholeNumber } from '../lookup.ts'
import { inOneState } from '../session.ts'

const refuse = refusal<DatabaseReasons & RegistryReasons>()

/** list — what is in a registry, all of it or what meets conditions, now or at a ledger entry. */
export async function list(
  desk: Desk,
  name: string,
  options: { readonly where?: string; readonly at?: string },
): Promise<number> {
  const library = libraryNamed(name)
  const listed = await inOneState(desk, store => {
    const at = options.at === undefined ? undefined : entryNamed(store, options.at)
    const meets = conditionGiven(desk, store, library, options)
    return keptText(recordList(desk, library, () => those(records(store, library, at), meets)))
  })
  // Whoever reads the list at leisure keeps nobody from writing.
  await desk.resultPieces(listed.pieces())
  return 0
}

function* those(rows: Iterable<RecordCells>, meets: (row: RecordCells) => boolean): Generator<RecordCells> {
  for (const row of rows) if (meets(row)) yield row
}

/**
 * What `--where` asks of a row of a registry: departments by any of their names, fields that there are. A condition that
 * cannot be read is refused. Extra fields are not held against today's where the registry is asked for as it was.
 */
export function conditionGiven(
  desk: Desk,
  store: Store,
  library: Library,
  { where = '', at }: { readonly where?: string; readonly at?: string },
): (row: RecordCells) => boolean {
  if (where.trim() === '') return () => true
  const { department } = contextOf(factsFor(store, libraryNamed('departments')))
  const reading = readConditionOn(library, where, {
    department,
    get extraFields() {
      return library.extras && at === undefined ? extraFields(store) : library.extras ? null : []
    },
  })
  if ('value' in reading) return meets(library, clausesOf(reading.value, library))
  const place = { row: 1, column: null, heading: null, value: where }
  const sentence = issueSentence(desk.say, { ...place, ...reading } as Issue)
  throw refuse('invalid-where', { where, sentence })
}

/** A ledger entry that the user named. */
export function entryNamed(store: Store, text: string): EntryNumber {
  const number = wholeNumber('--at', text)
  const entry = entryNumbered(store, number)
  if (entry === null) throw refuse('no-such-entry', { entry: number, last: lastEntry(store) })
  return entry
}
