import { SELECTION_LAYOUT, SELECTION_TARGET } from '../../core/exchange/drawn-above.ts'
import type { Layout } from '../../core/exchange/layout.ts'
import type { TablesOf } from '../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { MARK_HEADING } from '../../core/freeze/assigned.ts'
import { sha256Hex } from '../../core/hash.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { isId } from '../../core/text.ts'
import { readOneFile } from '../../files/folder.ts'
import type { ForeignReader } from '../../files/reading/foreign-rows.ts'
import { markedAt, takenList } from '../../store/inputs/taken-list.ts'
import type { Desk } from '../../terminal/desk.ts'
import { importAs } from '../registry/import.ts'
import type { ImportOptions } from '../registry/import-options.ts'
import { withStore } from '../session.ts'
import { readerOf } from './exchange-in.ts'
import { folderAbove } from './folder-above.ts'
import { layoutNamed } from './layout-named.ts'

const refuse = refusal<ExchangeReasons & OptionReasons>()

export interface TakeOptions
  extends Pick<
    ImportOptions,
    'encoding' | 'sheet' | 'headerRow' | 'dryRun' | 'rejects' | 'skipBad' | 'asRegistered'
  > {
  readonly task: string
  /** The folder or zip of the draw, where the other level draws with this program. */
  readonly folder?: string
}

/** What the list is read from, by which layout, and what marks it. */
interface Source {
  readonly path: string
  /** The file of the list where it lies within something else. */
  readonly bytes?: Iterable<Uint8Array>
  readonly layout: Layout
  readonly tables: TablesOf
  readonly sha256: string
  /** Whether a row is of somebody who is to be inspected. */
  readonly isMeant: (cells: readonly string[]) => boolean
  /** What the ledger keeps beside. */
  readonly given: Readonly<Record<string, string>>
  /** The commitment of the draw, or null. */
  readonly commitment: string | null
}

/**
 * exchange take — a list that another level drew: the targets on it are marked in the registry as those of the task, by the
 * digest of the list, so that the task's condition finds them and no others. The way of `import`: a firm that the registry
 * does not have refuses its row, and then nothing is taken. A folder of that draw is drawn again first, and gives its list
 * only where it holds. Says what the line of the plan is to have.
 */
export async function takeList(
  desk: Desk,
  name: string | undefined,
  path: string | undefined,
  options: TakeOptions,
): Promise<number> {
  const { task, folder, ...read } = options
  taskOfList('--task', task)
  const source = folder === undefined ? await listIn(desk, name, path) : await folderOf(desk, folder, name)
  const { sha256, commitment } = source
  const heading = MARK_HEADING + task
  await refuseMarked(desk, heading, sha256)
  const given = { layout: source.layout.layout, sha256, task, ...source.given }
  const foreign = { reader: marking(source, heading), given, ...(source.bytes && { bytes: source.bytes }) }
  const code = await importAs(desk, library('targets'), [source.path], read, foreign)
  if (code === 0) desk.remark(desk.say.exchange.listTaken(`${heading}=${sha256}`, commitment))
  return code
}

/** The number of a task that a list is drawn for: it becomes a part of a condition. */
export function taskOfList(option: string, task: string): string {
  if (isId(task) && !/[=<>!~;,\s]/.test(task)) return task
  throw refuse('invalid-option', { option, value: task, expected: 'SJ-2026-07' })
}

async function listIn(desk: Desk, name: string | undefined, path: string | undefined): Promise<Source> {
  if (name === undefined || path === undefined)
    throw refuse('missing-option', { option: name === undefined ? '--folder' : '<file>' })
  const { layout, tables } = await layoutNamed(desk, name, undefined)
  if (layout.of !== 'targets' || layout.key.length === 0)
    throw refuse('layout-not-readable', { layout: layout.layout })
  const sha256 = sha256Hex(readOneFile(desk.path(path)))
  return { path, layout, tables, sha256, isMeant: () => true, given: {}, commitment: null }
}

async function folderOf(desk: Desk, folder: string, name: string | undefined): Promise<Source> {
  if (name !== undefined) throw refuse('option-not-applicable', { option: name, with: '--folder' })
  const { list, path, bytes } = await folderAbove(desk, folder)
  return {
    path,
    bytes,
    layout: SELECTION_LAYOUT,
    tables: NO_TABLES,
    sha256: list.digest,
    isMeant: cells => list.targets.has(cells[SELECTION_TARGET] ?? ''),
    given: { commitment: list.digest, draw: list.draw },
    commitment: list.digest,
  }
}

const NO_TABLES: TablesOf = name => ({ name, rows: [] })

/** A mark that stands before any list was taken under it makes no list: whoever put it there knew the file. */
async function refuseMarked(desk: Desk, heading: string, mark: string): Promise<void> {
  await withStore(desk, store => {
    if (takenList(store, { heading, mark }) !== null) return
    const marked = [...markedAt(store, { heading, mark })]
    if (marked.length > 0) throw refuse('marked-before-taken', { heading, targets: marked })
  })
}

/** Reads a list by its layout, with the mark beside each row that is meant. */
function marking({ layout, tables, sha256, isMeant }: Source, heading: string): ForeignReader {
  const own = readerOf(layout, tables, () => [])
  return {
    ...own,
    understand(rows, headerRow) {
      const file = own.understand(rows, headerRow)
      if (file === null) return null
      return {
        ...file,
        headings: [...file.headings, heading],
        renamed: new Map([...file.renamed, [heading, heading]]),
        turned(cells, row) {
          const { cells: turned, issues } = file.turned(cells, row)
          const isBlank = turned.every(cell => cell.trim() === '')
          if (!isMeant(cells)) return { cells: turned.map(() => ''), issues: [] }
          return { cells: isBlank ? turned : [...padded(turned, file.headings.length), sha256], issues }
        },
      }
    },
  }
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? '')
}
