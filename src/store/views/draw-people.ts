import type { EntryNumber, TargetId } from '../../core/ids.ts'
import type {
  InspectorFacts,
  InspectorsById,
  ResponsibleFirm,
  TargetFacts,
  TargetsById,
} from '../../core/publication/people.ts'
import { YES } from '../../core/registry/cells/words.ts'
import { ANSWERED_FOR } from '../../core/registry/libraries/answered-for.ts'
import type { FieldName } from '../../core/registry/libraries/library.ts'
import { asRecord, type RecordOf } from '../../core/registry/record.ts'
import { allOpenFilesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { FIRM_RECORDS } from '../draws/engine-files.ts'
import { keptTargets } from '../draws/kept-targets.ts'
import { targetOfDraw } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { idOfTarget } from '../registry/targets.ts'
import { drawnOf } from './drawn.ts'
import { frameRowsOf } from './kept-files.ts'
import { departmentName } from './names.ts'
import { firmFinder } from './responsible-firms.ts'

/** What lists say of the targets of a draw, as the registries had it when it was frozen. */
export function targetsOf(
  store: Store,
  draw: DrawRecord,
  firmOf: (target: TargetId) => TargetId = firmFinder(store, draw.since),
): TargetsById {
  const departmentsOf = departmentsIn(store, draw)
  const factsThen = targetsThen(store, draw, firmOf)
  return cached(id => ({ ...factsThen(id), departments: departmentsOf(id) }))
}

/** The same of a few: who sees to them is left out, and nothing else of the draw is read. */
export function targetsThen(
  store: Store,
  draw: DrawRecord,
  firmOf: (target: TargetId) => TargetId = firmFinder(store, draw.since),
): TargetsById {
  const firms = draw.detail.snapshot === undefined ? null : keptTargets(store, draw.number, FIRM_RECORDS)
  const firmAt = (id: TargetId): RecordOf<'targets'> | null => {
    const here = readRecord(store, 'targets', id, draw.since)
    const there = here === null ? firms?.get(id) : undefined
    return there === undefined ? here : asRecord('targets', there)
  }
  return cached(id => {
    const target = targetOfDraw(store, draw, id)
    const kind = target?.get('kind') ?? ''
    const isAnsweredFor = (ANSWERED_FOR as readonly string[]).includes(kind)
    const firm = isAnsweredFor ? (target?.later('responsible') ?? '') : ''
    return {
      ...factsOf(id, target),
      ...(isAnsweredFor && {
        answered: { kind, firm: firm === '' ? null : responsibleFirm(firmAt(firmOf(id)), firmOf(id), firm) },
      }),
      departments: [],
    }
  })
}

/** What stands of one target of a draw, as the registry had it when it was frozen; its departments are left out. */
export function targetThen(store: Store, draw: DrawRecord, id: TargetId): TargetFacts {
  return { ...factsOf(id, targetOfDraw(store, draw, id)), departments: [] }
}

/** What lists say of one target that was not drawn, as the registry had it when an entry was written, or last has it. */
export function targetAt(store: Store, id: TargetId, entry: EntryNumber): TargetFacts {
  const target =
    readRecord(store, 'targets', id, entry) ?? readRecord(store, 'targets', idOfTarget(store, id))
  return { ...factsOf(id, target), departments: [] }
}

/** What stands of a target in its own record; of one that nobody knows only its code. */
function factsOf(code: string, target: RecordOf<'targets'> | null) {
  const value = (name: FieldName<'targets'>) => target?.get(name) ?? ''
  return {
    code,
    name: value('name'),
    address: value('address'),
    authority: target?.extra('登记机关') ?? '',
    type: value('type'),
    station: value('station'),
    representative: value('representative'),
    phone: value('phone'),
  }
}

/** The firm with this id as the registry had it; where it had none, what the target says of it is its code or its name. */
function responsibleFirm(firm: RecordOf<'targets'> | null, id: TargetId, said: string): ResponsibleFirm {
  if (firm === null || (ANSWERED_FOR as readonly string[]).includes(firm.get('kind'))) {
    const isCode = /^[0-9A-Z]{13,18}$/.test(said)
    const unknown = { address: '', type: '', representative: '', phone: '' }
    return { ...unknown, id, code: isCode ? said : '', name: said }
  }
  const [name, address, type] = [firm.get('name'), firm.get('address'), firm.get('type')]
  return {
    id,
    code: id,
    name,
    address,
    type,
    representative: firm.get('representative'),
    phone: firm.get('phone'),
  }
}

/** Department names of each drawn target, from the frame that was drawn. */
function departmentsIn(store: Store, draw: DrawRecord): (id: string) => readonly string[] {
  const nameOf = cached(code => departmentName(store, code, draw.since))
  const drawn = new Set(drawnOf(store, draw.number).map(row => row.target))
  const found = new Map<string, readonly string[]>()
  for (const { target, departments } of frameRowsOf(allOpenFilesOf(store, draw.number), drawn))
    found.set(target, departments.map(nameOf))
  return id => found.get(id) ?? []
}

/** What sheets say of the inspectors and experts of a draw. */
export function inspectorsOf(store: Store, draw: DrawRecord): InspectorsById {
  const { since, detail } = draw
  return cached(id => inspectorFacts(store, since, detail.lent, id) ?? expertFacts(store, since, id))
}

/** The same of people who were not drawn, as the registries had them when an entry was written. */
export function inspectorsAt(store: Store, entry: EntryNumber): InspectorsById {
  return cached(id => inspectorFacts(store, entry, [], id) ?? expertFacts(store, entry, id))
}

function inspectorFacts(
  store: Store,
  entry: EntryNumber,
  lentPeople: DrawRecord['detail']['lent'],
  id: string,
): InspectorFacts | null {
  const person = readRecord(store, 'inspectors', id, entry)
  if (person === null) return null
  const lent = lentPeople?.find(other => other.inspector === id)
  return {
    name: person.get('name') || id,
    certificate: person.get('certificate'),
    department: departmentName(store, lent?.department ?? person.get('department'), entry),
    station: person.get('station'),
    leader: person.get('leader') === YES,
  }
}

/** Experts have no certificate and lead nobody. */
function expertFacts(store: Store, entry: EntryNumber, id: string): InspectorFacts {
  const expert = readRecord(store, 'experts', id, entry)
  const value = (name: FieldName<'experts'>) => expert?.get(name) ?? ''
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
