import type { Readable } from 'node:stream'
import { nearest } from '../../core/nearest.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { contextOf, type Facts } from '../../core/registry/cells/context.ts'
import { fieldNamed, laterHeading, nearestHeading } from '../../core/registry/columns/field-names.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import { CONFLICT_RULES, type ConflictRule } from '../../core/registry/upsert-row.ts'
import { delimiterNamed } from '../../files/reading/dialect.ts'
import { encodingNamed } from '../../files/reading/encoding.ts'
import type { ReadOptions } from '../../files/reading/rows.ts'
import type { PeopleEncoding } from '../../files/writing/csv-encoding.ts'
import type { Store } from '../../store/open.ts'
import { type HeadingPairs, savedMap, savedMaps } from '../../store/registry/heading-map.ts'
import type { Desk } from '../../terminal/desk.ts'
import { wholeNumber } from '../lookup.ts'

const refuse = refusal<OptionReasons & RegistryReasons>()

export interface ImportOptions {
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly headerRow?: string
  readonly department?: string
  readonly map?: readonly string[]
  readonly saveMap?: string
  readonly onConflict?: string
  readonly replace?: boolean
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly skipBad?: boolean
  readonly rejects?: string
  readonly asRegistered?: boolean
  readonly reason?: string
}

/** How a file is to be opened, from the options that say so. */
export function readOptions(desk: Desk, { encoding, delimiter, sheet, skipBad }: ImportOptions): ReadOptions {
  return {
    encoding: known(
      '--encoding',
      encoding,
      name => encodingNamed(name),
      'utf-8 | gb18030 | gbk | utf-16le | utf-16be',
    ),
    delimiter: known('--delimiter', delimiter, delimiterNamed, ', | ; | \\t'),
    sheet,
    skipBad,
    parseAll: desk.world.env.SSJ_CSV === 'parser',
    stdin: desk.world.stdin as Readable,
  }
}

/** The row of the headings, where it is said. */
export function headerRowOf({ headerRow }: Pick<ImportOptions, 'headerRow'>): number | undefined {
  return headerRow === undefined ? undefined : wholeNumber('--header-row', headerRow)
}

/** Refused rows go back the way the file is said to have come: in GB 18030, else in UTF-8. */
export function encodingOfRejects({ encoding = '' }: ImportOptions): PeopleEncoding {
  return encodingNamed(encoding) === 'gb18030' ? 'gb18030' : 'utf-8'
}

export function conflictRule(said: string | undefined): ConflictRule {
  const named = (name: string) => CONFLICT_RULES.find(rule => rule === name)
  return known('--on-conflict', said, named, CONFLICT_RULES.join(' | ')) ?? 'fail'
}

function known<T>(
  option: string,
  value: string | undefined,
  read: (value: string) => T | undefined,
  expected: string,
): T | undefined {
  if (value === undefined) return undefined
  const found = read(value)
  if (found === undefined) throw refuse('invalid-option', { option, value, expected })
  return found
}

/** What `--map` says: pairs `表头=field`, or the name under which pairs were kept by `--save-map`. */
export function headingPairs(store: Store, library: Library, said: readonly string[]): HeadingPairs {
  return said.flatMap(text => {
    const cut = text.lastIndexOf('=')
    if (cut > 0) return [[text.slice(0, cut), fieldOf(library, text, text.slice(cut + 1))] as const]
    const saved = savedMap(store, library.name, text)
    if (saved !== null) return saved
    const names = savedMaps(store, library.name)
    throw refuse('no-such-map', { name: text, nearest: nearest(text, names) })
  })
}

function fieldOf(library: Library, pair: string, name: string): string {
  const field = fieldNamed(library, name)
  const found = field < 0 ? laterHeading(library, name) : library.fields[field]!.name
  if (found !== null) return found
  throw refuse('unknown-map-field', {
    library: library.name,
    pair,
    field: name,
    nearest: nearestHeading(library, name, 'half'),
  })
}

/** The code of the department that `--department` names. */
export function departmentOf(facts: Facts, name: string | undefined): string | null {
  if (name === undefined) return null
  const reading = contextOf(facts).department(name)
  if ('value' in reading) return reading.value
  throw refuse('no-such-record', {
    library: 'departments',
    id: name,
    nearest: reading.code === 'unknown-department' ? reading.details.nearest : null,
  })
}
