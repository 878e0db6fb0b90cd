import type { Day } from '../../dates.ts'
import { nearest } from '../../nearest.ts'
import { type CellResult, invalid, parsed } from './cell-result.ts'
import type { Doubt } from './doubt.ts'

/** What a row may refer to: the other registries as they stand. Each answers with the id, or with what is wrong. */
export interface Context {
  readonly department: (name: string) => CellResult
  readonly item: (code: string) => CellResult
  readonly inspector: (code: string) => CellResult
  readonly target: (code: string) => CellResult
  /** The id of this library's own that differs from `code` by leading zeros alone, or null. */
  readonly withZeros: (code: string) => string | null
  /** The tasks that go by a name: their number, their year and number. */
  readonly tasks: (name: string) => readonly KnownTask[]
  /** The present year, for what states none. */
  readonly year: string
  /** Headings that targets have beyond the known ones: conditions and strata may use them. */
  readonly extraFields: readonly string[]
  /** Numbers are taken as the register has them where no check holds them: the user has said so (`--as-registered`). */
  readonly asRegistered: boolean
  /** Doubts that the office refuses. */
  readonly refusedDoubts: ReadonlySet<Doubt>
  /** The year in which serial numbers of the file begin, where a day is written as a bare number. */
  readonly dateSystem: 1900 | 1904
  /** The items that a text names by their contents or names, whatever marks stand in these; null where it does not. */
  readonly itemsSaid: (text: string) => readonly string[] | null
  /** Whether a target stands under this id. */
  readonly stands: (id: string) => boolean
  /** The records of this library that stand, to find those of a file without codes among them. */
  readonly ownRecords: () => Iterable<readonly string[]>
  /** The targets that stand under a name, where files may name them so. */
  readonly called?: ((name: string) => readonly (readonly string[])[]) | undefined
  /** Names that became departments because the library was empty, in the order they were met. */
  readonly met: ReadonlySet<string>
}

/** A task as rows name it: `id` is year and number, `from` and `to` its period, both empty where it states none. */
export interface KnownTask {
  readonly id: string
  readonly number: string
  readonly from: Day | ''
  readonly to: Day | ''
}

/** The registries a row may refer to. Of the targets, which may be a million, only those asked for are looked up. */
export interface Facts {
  /** Every way to name a department, and its code. */
  readonly departments: ReadonlyMap<string, string>
  /** Names that several departments go by, and their codes: nobody can tell who is meant. */
  readonly doubled: ReadonlyMap<string, readonly string[]>
  /** True where no department is known yet: then the names met become departments. */
  readonly departmentsOpen: boolean
  readonly items: ReadonlySet<string>
  /** Names of items, and the codes of those that are called so. */
  readonly itemNames: ReadonlyMap<string, readonly string[]>
  /** Contents of items (抽查内容), and the codes of those that have them. */
  readonly itemContents?: ReadonlyMap<string, readonly string[]>
  /** Whether a record of the library itself stands under an id. */
  readonly stands?: (id: string) => boolean
  /** The records of the library itself. */
  readonly ownRecords?: () => Iterable<readonly string[]>
  /** The targets in force that go by a name; none where a file may not name them so. */
  readonly called?: (name: string) => readonly (readonly string[])[]
  readonly inspectors: ReadonlySet<string>
  /** By any id that a target goes by the one it is kept under. */
  readonly targets: Pick<ReadonlyMap<string, string>, 'get'>
  /** Tasks by each of their names. */
  readonly tasks: ReadonlyMap<string, readonly KnownTask[]>
  readonly extraFields: readonly string[]
  /** Ids of the library itself that begin with zeros, by what a spreadsheet leaves of them. */
  readonly zeroed: ReadonlyMap<string, string>
}

/** Registries in which nothing stands yet. */
export const NOTHING_KNOWN: Facts = {
  departments: new Map(),
  doubled: new Map(),
  departmentsOpen: true,
  items: new Set(),
  itemNames: new Map(),
  inspectors: new Set(),
  targets: new Map(),
  tasks: new Map(),
  extraFields: [],
  zeroed: new Map(),
}

/** How strict a file is read, where offices differ, and in which year. */
export type Strictness = Pick<Context, 'asRegistered' | 'refusedDoubts' | 'year'> &
  Partial<Pick<Context, 'dateSystem'>>

/** Facts as the questions that a row asks. */
export function contextOf(
  facts: Facts,
  { asRegistered = false, refusedDoubts = new Set(), dateSystem = 1900, year = '' }: Partial<Strictness> = {},
): Context {
  const met = new Set<string>()
  return {
    get extraFields() {
      return facts.extraFields
    },
    asRegistered,
    refusedDoubts,
    dateSystem,
    year,
    met,
    tasks: name => facts.tasks.get(name) ?? [],
    withZeros: code => facts.zeroed.get(code) ?? null,
    department(name) {
      const code = facts.departments.get(name) ?? facts.departments.get(name.normalize('NFKC'))
      if (code !== undefined) return parsed(code, name, 'alias')
      const doubled = facts.doubled.get(name)
      if (doubled !== undefined) return invalid('ambiguous-department', { name, other: doubled.join('、') })
      if (!facts.departmentsOpen) {
        return invalid('unknown-department', { name, nearest: nearest(name, facts.departments.keys()) })
      }
      const alien = /[;,":]|^[=+\-@＝＋－＠]/.exec(name)
      if (alien !== null) return invalid('invalid-id-character', { character: alien[0] })
      met.add(name)
      return parsed(name, name, 'alias')
    },
    itemsSaid: text => itemsSaid(text, facts),
    ownRecords: facts.ownRecords ?? (() => []),
    stands: facts.stands ?? (() => false),
    called: facts.called,
    item(code) {
      if (facts.items.has(code)) return parsed(code, code, 'alias')
      const called = facts.itemNames.get(code) ?? []
      if (called.length === 1) return parsed(called[0]!, code, 'alias')
      if (called.length > 1) return invalid('ambiguous-item', { name: code, codes: called })
      const known = [...facts.items, ...facts.itemNames.keys()]
      return invalid('unknown-item', { name: code, nearest: nearest(code, known) })
    },
    inspector(code) {
      if (facts.inspectors.has(code)) return parsed(code, code, 'alias')
      return invalid('unknown-inspector', { name: code, nearest: nearest(code, facts.inspectors) })
    },
    target(code) {
      const id = facts.targets.get(code) ?? facts.targets.get(code.toUpperCase())
      if (id !== undefined) return parsed(id, code, 'alias')
      return invalid('unknown-target', { name: code, nearest: null })
    },
  }
}

/** Reads contents of items one after the other, each of which may hold the marks that part them. */
function itemsSaid(text: string, { itemContents = new Map(), itemNames }: Facts): readonly string[] | null {
  const known = new Map([...itemNames, ...itemContents])
  const codes: string[] = []
  for (let rest = text.trim(); rest !== ''; ) {
    const said = [...known.keys()]
      .filter(name => rest === name || (rest.startsWith(name) && BETWEEN.test(rest[name.length]!)))
      .sort((a, b) => b.length - a.length)[0]
    const owners = said === undefined ? [] : known.get(said)!
    if (owners.length !== 1) return null
    codes.push(owners[0]!)
    rest = rest.slice(said!.length).replace(/^[;；,，、\n|]\s*/, '')
  }
  return codes.length === 0 ? null : codes
}

const BETWEEN = /[;；,，、\n|]/
