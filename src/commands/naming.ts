import type { SubstitutionReasons } from '../core/draw/substitution/reasons.ts'
import type { FreezeReasons } from '../core/freeze/reasons.ts'
import type { EntryNumber } from '../core/ids.ts'
import { privateDataIn } from '../core/publication/private-data.ts'
import type { Reason } from '../core/refusal.ts'
import type { FieldDifference, Issue } from '../core/registry/cells/issue.ts'
import type { Library, LibraryName } from '../core/registry/libraries/field.ts'
import type { Store } from '../store/open.ts'
import { readRecord } from '../store/registry/registry.ts'
import { tasksCalled } from '../store/registry/tasks.ts'
import { nameOfCode } from '../store/views/names.ts'
import type { Desk } from '../terminal/desk.ts'
import { type NamedLibrary, type NamingDesk, namingDesk } from '../terminal/naming.ts'
import { cellTold } from '../terminal/reports/record.ts'

/** A desk that says what the registry calls its codes, retired records among them; of a draw, what it called them when it was frozen. */
export function naming(desk: Desk, store: Store, at: EntryNumber | null = null): NamingDesk {
  return namingDesk(desk, (library, code) => nameOfCode(store, library, code, at))
}

/** A record of any registry as people know it: with its name where its registry has names. */
export function recordTold(desk: Desk, store: Store, library: LibraryName, id: string): string {
  if (library === 'inspectors' && nameOfCode(store, library, id, null) === '')
    return recordTold(desk, store, 'experts', id)
  if (isNamed(library)) return naming(desk, store).named(library, id)
  if (library !== 'plan') return id
  const name = taskName(store, id)
  return desk.say.published.certificate.named(id, name)
}

/** The name of a task by its id, or by a number that only one task has. */
function taskName(store: Store, id: string): string {
  const known = readRecord(store, 'plan', id)
  if (known !== null) return known.get('name')
  const [called, other] = tasksCalled(store, id)
  return called === undefined || other !== undefined
    ? ''
    : (readRecord(store, 'plan', called.id)?.get('name') ?? '')
}

/** A Reason whose details have names beside codes, for what people read; scripts get it as it was. */
export function reasonTold(desk: Desk, store: Store, reason: Reason): Reason {
  const named = detailsTold(desk, store, reason.details)
  const told = tellingNothingPrivate(desk, store)
  switch (reason.code) {
    case 'inspector-of-other-department': {
      const { given } = named as SubstitutionReasons['inspector-of-other-department']
      return { ...reason, named: { ...(named as object), given: told('departments', given) } }
    }
    case 'private-data-to-publish': {
      const { record, library } = named as FreezeReasons['private-data-to-publish']
      if (record === null || library === undefined) return { ...reason, named }
      return { ...reason, named: { ...(named as object), record: told(library, record) } }
    }
    default:
      return { ...reason, named }
  }
}

/**
 * Details of a sentence, as deep as they go, with the names of what their keys say that they are codes of; a name that tells
 * a number of a person is left out.
 */
export function detailsTold<D>(desk: Desk, store: Store, details: D): D {
  return namesIn(details, CODES_OF, tellingNothingPrivate(desk, store)) as D
}

/** An Issue of a row of this library whose details have names beside codes, for what people read. */
export function issueTold(desk: Desk, store: Store, library: Library, issue: Issue): Issue {
  const of = { ...CODES_OF, ...CODES_OF_ISSUES, ...(library.name === 'targets' ? CODES_OF_TARGETS : {}) }
  const details = namesIn(issue.details, of, tellingNothingPrivate(desk, store)) as Issue['details']
  if (!('fields' in details) || !Array.isArray(details.fields)) return { ...issue, details } as Issue
  const fields = details.fields.map((one: FieldDifference) => differenceTold(desk, store, library, one))
  return { ...issue, details: { ...details, fields } } as Issue
}

/** What a field of a record was and becomes, with the names of what its cells are codes of. */
export function differenceTold(
  desk: Desk,
  store: Store,
  library: Library,
  one: FieldDifference,
): FieldDifference {
  const type = library.fields.find(({ headings }) => headings[0] === one.field)?.type
  if (type === undefined) return one
  const told = (value: string) => cellTold(naming(desk, store), type, value)
  return { ...one, was: told(one.was), becomes: told(one.becomes) }
}

/** A record by its name; a name that tells a number of a person is left out. */
function tellingNothingPrivate(desk: Desk, store: Store) {
  return (of: LibraryName, code: string) => {
    const told = recordTold(desk, store, of, code)
    return privateDataIn(told.replace(code, '')).length > 0 ? code : told
  }
}

type CodesOf = Readonly<Record<string, LibraryName>>
type Telling = (of: LibraryName, code: string) => string

function namesIn(value: unknown, codesOf: CodesOf, told: Telling): unknown {
  if (Array.isArray(value)) return value.map(part => namesIn(part, codesOf, told))
  if (typeof value !== 'object' || value === null) return value
  const isItemNamed = 'name' in value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const of = codesOf[key]
      if (of === undefined || (of === 'items' && isItemNamed)) return [key, namesIn(part, codesOf, told)]
      return [key, namesOf(of, part, told)]
    }),
  )
}

/** A code or several; of a long list those that a sentence may show. */
function namesOf(of: LibraryName, part: unknown, told: Telling): unknown {
  if (typeof part === 'string')
    return part === ''
      ? part
      : part
          .split('、')
          .map(code => told(of, code))
          .join('、')
  if (!Array.isArray(part)) return part
  return part.map((code: unknown, at) =>
    typeof code === 'string' && at < MOST_NAMED ? told(of, code) : code,
  )
}

const MOST_NAMED = 12

/** What the codes under a key of details are codes of. */
const CODES_OF: CodesOf = {
  ...{ target: 'targets', targets: 'targets', left: 'targets', added: 'targets', removed: 'targets' },
  ...{ inspector: 'inspectors', inspectors: 'inspectors' },
  ...{ department: 'departments', departments: 'departments', item: 'items', task: 'plan' },
}

/** The same of Issues, where fewer words are about other things. */
const CODES_OF_ISSUES: CodesOf = { ids: 'inspectors', instead: 'targets' }
const CODES_OF_TARGETS: CodesOf = { id: 'targets', twin: 'targets', twins: 'targets' }

function isNamed(library: LibraryName): library is NamedLibrary {
  return NAMED.has(library)
}

const NAMED: ReadonlySet<LibraryName> = new Set<NamedLibrary>([
  'departments',
  'items',
  'inspectors',
  'experts',
  'targets',
])
