/** How the cells of a field are read; `cells/cell-types.ts` says it for each type. */
export type CellTypeName =
  | 'text'
  | 'status'
  | 'subject'
  | 'narrow'
  | 'id'
  | 'uscc'
  | 'registration'
  | 'date'
  | 'days'
  | 'year'
  | 'list'
  | 'tags'
  | 'yesno'
  | 'count'
  | 'risk'
  | 'rate'
  | 'rates'
  | 'reserve'
  | 'frequency'
  | 'period'
  | 'team'
  | 'condition'
  | 'strata'
  | 'sources'
  | 'window'
  | 'department'
  | 'departments'
  | 'items'
  | 'inspector'
  | 'inspectors'
  | 'target'
  | 'named'
  | 'firm'
  | 'outcomes'

/** One of a few words, each with its variants; the first of them is the canonical one. */
export interface Choice {
  readonly choices: readonly (readonly [string, ...string[]])[]
}

/** A named type of cells, or a choice of words. */
export type CellType = CellTypeName | Choice

/** A column of a registry: `name` is the English heading and the column in the store. */
export interface Field {
  readonly name: string
  /** Chinese headings; the first stands in templates and sentences, the others are the usual variants. */
  readonly headings: readonly [string, ...string[]]
  /** What further variants look like: without spaces, in half width. */
  readonly pattern?: RegExp
  readonly type: CellType
  /** A row without a value here is an Issue. */
  readonly needed?: true
  /** A file without this heading is an Issue, unless its `id` can be had otherwise. */
  readonly column?: true
}

export const LIBRARIES = [
  'departments',
  'items',
  'targets',
  'inspectors',
  'recusals',
  'plan',
  'experts',
  'results',
  'holidays',
] as const
export type LibraryName = (typeof LIBRARIES)[number]

/** What one registry keeps of a record, and how its files name it. */
export interface Library {
  readonly name: LibraryName
  /** The table of the store that keeps it. */
  readonly table: string
  readonly fields: readonly Field[]
  /**
   * The fields an id is made of: of `targets` the first that has a value, of the others all, joined with `/`.
   * That of a task begins with its year.
   * (architecture: a target's id is the USCC, else the registration number, else the registry's own code.)
   */
  readonly id: readonly string[]
  readonly idRule: 'first' | 'all'
  /** What codes begin with that are made for records of lists without codes, as such lists are published. */
  readonly ownCodes?: string
  /** True where headings that are not known are kept as extra fields. */
  readonly extras: boolean
  /**
   * Fields that came after the first release: known by their headings, kept among the extra fields under the first of
   * them, so that the rows that stand in old ledgers keep their digests.
   */
  readonly later?: readonly Field[]
  /** Of a field that is needed the later fields of which one will do instead. */
  readonly instead?: Readonly<Record<string, readonly string[]>>
}
