import { type Path, parsePath, type Subject } from '../../core/exchange/subjects.ts'
import { withRates } from '../../core/publication/lists/registry-lists.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import { extrasOf } from '../../core/registry/columns/extra-fields.ts'
import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, extrasColumn, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { isRegistrationNumber } from '../../core/registry/numbers/registration-number.ts'
import { isUscc } from '../../core/registry/numbers/uscc.ts'
import { asRecord, type RecordOf } from '../../core/registry/record.ts'
import type { Store } from '../open.ts'
import { recordOf, versionsOf } from '../registry/registry.ts'

/** What a row here has in one of its own fields. */
export type Own = (field: string) => string

/** Reads the paths of a subject: a field of the row itself, or one of the records that the field refers to. */
export function pathReader(
  store: Store,
  subject: Subject,
): (own: Own) => (path: string) => readonly string[] {
  const paths = new Map<string, Path>()
  const referred = recordsReferred(store)
  return of => text => {
    let path = paths.get(text)
    if (path === undefined) {
      path = parsePath(subject, text) as Path
      paths.set(text, path)
    }
    const value = of(path.field)
    const { of: referredTo, many } = path
    const own = value === '' ? [] : many ? membersIn(value) : [value]
    if (referredTo === null) return own
    return own.flatMap(id => {
      const found = referred(referredTo.library, id, referredTo.field)
      return found === '' ? [] : referredTo.many ? membersIn(found) : [found]
    })
  }
}

/** How many records of one library are held: departments, items, tasks and people are few, targets may be a million. */
const HELD = 20_000

/** Finds a field of a record by its id; of one that has gone since, as it was last. */
function recordsReferred(store: Store): (name: LibraryName, id: string, field: string) => string {
  const held = new Map<LibraryName, Map<string, RecordCells | null>>()
  return (name, id, field) => {
    let records = held.get(name)
    if (records === undefined || records.size > HELD) {
      records = new Map()
      held.set(name, records)
    }
    let cells = records.get(id)
    if (cells === undefined) {
      const of = library(name)
      cells = (recordOf(store, of, id) ?? versionsOf(store, of, id).at(-1))?.row ?? null
      records.set(id, cells)
    }
    return cells === null ? (field === 'id' ? id : '') : fieldIn(library(name), cells, field)
  }
}

/** A field of a record by the name that layouts know it by. */
export function fieldIn(of: Library, cells: RecordCells, field: string): string {
  if (field === 'id') return idOf(cells)
  if (field === 'number_kind') return numberKind(idOf(cells))
  if (field === 'quantity') return quantity(asRecord('plan', cells))
  if (field.startsWith('extra:')) return extra(of, cells, field.slice('extra:'.length))
  const later = of.later?.find(({ name }) => name === field)
  return later === undefined ? cells[columnOf(of, field)]! : extra(of, cells, later.headings[0])
}

function extra(of: Library, cells: RecordCells, heading: string): string {
  return cells[extrasColumn(of)] === undefined ? '' : (extrasOf(of, cells)[heading] ?? '')
}

function quantity(task: RecordOf<'plan'>): string {
  const count = task.get('count')
  return count === '' ? withRates(task.get('rate'), membersIn(task.get('rates'))) : `${count}户`
}

function numberKind(id: string): string {
  return isUscc(id) ? '统一社会信用代码' : isRegistrationNumber(id) ? '注册号' : '其他编号'
}
