import type { FilePath } from '../../core/file-path.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { ConflictRule } from '../../core/registry/upsert-row.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import { VERSION } from '../../core/version.ts'
import type { Kept } from '../../files/reading/content.ts'
import type { ForeignReader } from '../../files/reading/foreign-rows.ts'
import type { FileRequest } from '../../files/reading/registry-file.ts'
import type { Store } from '../../store/open.ts'
import { hasRecords, isEmpty, standingIn } from '../../store/registry/current-records.ts'
import { factsFor } from '../../store/registry/facts.ts'
import type { HeadingPairs } from '../../store/registry/heading-map.ts'
import type { Given } from '../../store/registry/same-import.ts'
import { targetByNumber, targetsByName } from '../../store/registry/twins.ts'
import { ruleValues } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeYear } from '../office-today.ts'
import {
  conflictRule,
  departmentOf,
  headerRowOf,
  headingPairs,
  type ImportOptions,
  readOptions,
} from './import-options.ts'
import type { RejectsFile } from './rejects.ts'

/** One try of one file. */
export interface Job {
  readonly library: Library
  readonly path: FilePath
  readonly options: ImportOptions
  /** Build the indexes after the load. */
  readonly late: boolean
  /** A large change was agreed to. */
  readonly agreed: boolean
  /** The stream that the path is, so that it can be read again. */
  readonly kept: Kept | undefined
  /** Where refused rows are to be kept, with those of the other files. */
  readonly rejects: RejectsFile | null
  /** Makes rows of another system ours, and what is kept of it in the ledger: the layout with its code tables. */
  readonly foreign?: {
    readonly reader: ForeignReader
    readonly given: unknown
    /** The bytes of the file, where it lies within something else: a draw folder, a zip. */
    readonly bytes?: Iterable<Uint8Array>
  }
}

/** All that an import is decided from, beside the file and the records it meets. */
export interface ImportInput {
  readonly request: FileRequest
  /** The department whose library the file is, or null. */
  readonly department: string | null
  readonly pairs: HeadingPairs
  readonly onConflict: ConflictRule
  /** What the result hangs on, as the ledger keeps it: the same again need not be read again. */
  readonly given: Given
}

export function importInput(
  desk: Desk,
  store: Store,
  {
    library,
    path,
    options,
    kept,
    foreign,
    late = false,
  }: Pick<Job, 'library' | 'path' | 'options' | 'kept' | 'foreign'> & Partial<Pick<Job, 'late'>>,
): ImportInput {
  const found = factsFor(store, library)
  const facts = library.name === 'targets' ? { ...found, called: targetsByName(store) } : found
  const { refusedDoubts } = rulesOf(ruleValues(store))
  const year = officeYear(desk, store)
  const department = departmentOf(facts, options.department)
  const pairs = headingPairs(store, library, options.map ?? [])
  return {
    request: {
      path,
      library: library.name,
      facts,
      standing: hasRecords(store, library) ? recordStanding(store, library) : null,
      renamed: new Map(pairs),
      headerRow: headerRowOf(options),
      strictness: { asRegistered: options.asRegistered === true, refusedDoubts, year },
      options: { ...readOptions(desk, options), kept },
      meetsNothing: late && desk.world.env.SSJ_CSV !== 'parser' && isEmpty(store, library),
      foreign: foreign?.reader,
    },
    department,
    pairs,
    onConflict: conflictRule(options.onConflict),
    given: {
      program: VERSION,
      department,
      map: pairs,
      ...picked(options, [
        'encoding',
        'delimiter',
        'sheet',
        'headerRow',
        'replace',
        'onConflict',
        'asRegistered',
      ]),
      ...(foreign === undefined ? {} : { layout: foreign.given }),
      ...(library.name === 'plan' ? { year } : {}),
      ...(refusedDoubts.size === 0 ? {} : { refusedDoubts: [...refusedDoubts] }),
    },
  }
}

function recordStanding(store: Store, library: Library): FileRequest['standing'] {
  if (library.name === 'targets') return targetByNumber(store)
  const standing = standingIn(store, library)
  return id => standing(id)?.row ?? null
}

/** The options that were given, of those named. */
function picked<K extends keyof ImportOptions>(
  options: ImportOptions,
  names: readonly K[],
): Partial<ImportOptions> {
  return Object.fromEntries(
    names.flatMap(name => (options[name] === undefined ? [] : [[name, options[name]]])),
  )
}
