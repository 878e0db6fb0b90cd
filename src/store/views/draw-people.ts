import { FRAME } from '../../core/draw/folder/tables.ts'
import type { InspectorFacts, InspectorsById, TargetsById } from '../../core/publication/people.ts'
import { type FieldName, library } from '../../core/registry/libraries/library.ts'
import { columnOf } from '../../core/registry/libraries/record-cells.ts'
import { filesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawnOf } from '../draws/drawn.ts'
import type { Store } from '../open.ts'
import { recordOf } from '../registry/registry.ts'
import { rowsOf } from './kept-files.ts'
import { departmentName } from './names.ts'

/** What lists say of the targets of a draw, as the registries had it when it was frozen. */
export function targetsOf(store: Store, draw: DrawRecord): TargetsById {
  const of = library('targets')
  const departmentsOf = departmentsIn(store, draw)
  return cached(id => {
    const row = recordOf(store, of, id, draw.since)?.row
    const value = (name: FieldName<'targets'>) => row?.[columnOf(of, name)] ?? ''
    const extra = row?.at(-1) || '{}'
    return {
      code: id,
      name: value('name'),
      address: value('address'),
      authority: String(JSON.parse(extra).登记机关 ?? ''),
      type: value('type'),
      station: value('station'),
      representative: value('representative'),
      phone: value('phone'),
      departments: departmentsOf(id),
    }
  })
}

/** Department names of each drawn target, from the frame that was drawn. */
function departmentsIn(store: Store, draw: DrawRecord): (id: string) => readonly string[] {
  const nameOf = cached(code => departmentName(store, code, draw.since))
  const drawn = new Set(drawnOf(store, draw.number).map(row => row.target))
  const found = new Map<string, readonly string[]>()
  for (const { target, departments } of rowsOf(FRAME, filesOf(store, draw.number)))
    if (drawn.has(target)) found.set(target, departments.map(nameOf))
  return id => found.get(id) ?? []
}

/** What sheets say of the inspectors and experts of a draw. */
export function inspectorsOf(store: Store, draw: DrawRecord): InspectorsById {
  return cached(id => inspectorFacts(store, draw, id) ?? expertFacts(store, draw.since, id))
}

function inspectorFacts(
  store: Store,
  { since: entry, detail }: DrawRecord,
  id: string,
): InspectorFacts | null {
  const of = library('inspectors')
  const row = recordOf(store, of, id, entry)?.row
  if (row === undefined) return null
  const value = (name: FieldName<'inspectors'>) => row[columnOf(of, name)]!
  const lent = detail.lent?.find(other => other.inspector === id)
  return {
    name: value('name') || id,
    certificate: value('certificate'),
    department: departmentName(store, lent?.department ?? value('department'), entry),
    station: value('station'),
    leader: value('leader') === '是',
  }
}

/** Experts have no certificate and lead nobody. */
function expertFacts(store: Store, entry: number, id: string): InspectorFacts {
  const of = library('experts')
  const row = recordOf(store, of, id, entry)?.row
  const value = (name: FieldName<'experts'>) => row?.[columnOf(of, name)] ?? ''
  const department = departmentName(store, value('department'), entry)
  return {
    name: value('name') || id,
    certificate: '',
    department: department || value('organisation'),
    station: '',
    leader: false,
  }
}

function cached<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    let found = known.get(key)
    if (found === undefined) {
      found = find(key)
      known.set(key, found)
    }
    return found
  }
}
