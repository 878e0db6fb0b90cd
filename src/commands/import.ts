import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { UserError } from '../core/reason.ts'
import { type Context, contextOf } from '../core/registry/context.ts'
import type { Encoding } from '../core/registry/file-problem.ts'
import { type Gathered, gather } from '../core/registry/findings.ts'
import type { Column } from '../core/registry/headings.ts'
import type { Change, Counts, Imported } from '../core/registry/imported.ts'
import type { Library } from '../core/registry/library.ts'
import { library } from '../core/registry/library.ts'
import { mergeForDepartment, mergeInto, withoutDepartment } from '../core/registry/merge.ts'
import { at } from '../core/registry/row.ts'
import { writeNewFile } from '../files/folder.ts'
import { peopleCsv } from '../files/people-csv.ts'
import { openRegistryFile, pathsOf, type Refused, type RegistryFile } from '../files/registry-file.ts'
import { isLarge, openInThread } from '../files/registry-thread.ts'
import type { ReadOptions } from '../files/rows.ts'
import { inEntry, type Pen } from '../store/entry.ts'
import type { Store } from '../store/open.ts'
import { countOf, factsFor, insertInto } from '../store/registry.ts'
import { remembering } from '../store/remember.ts'
import type { Desk } from '../terminal/desk.ts'
import { importData, importLines, issueSentence } from '../terminal/import-report.ts'
import { progressOf } from '../terminal/progress.ts'
import { libraryNamed, occasionOf, withStore } from './shared.ts'

export interface ImportOptions {
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly department?: string
  readonly map?: readonly string[]
  readonly replace?: boolean
  readonly dryRun?: boolean
  readonly skipBad?: boolean
  readonly rejects?: string
}

/** import — read the rows, parse each, remember all or none. Each file is an entry of its own. */
export async function importFiles(
  desk: Desk,
  name: string,
  patterns: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const of = libraryNamed(name)
  if (options.department !== undefined && of.name !== 'targets') {
    throw new UserError('option-bad', { option: '--department', value: of.name, expected: 'targets' })
  }
  const files = await withStore(desk, async store => {
    const done: Imported[] = []
    for (const path of pathsOf(patterns)) done.push(await importFile(desk, store, of, path, options))
    return done
  })
  for (const file of files) if (file.outcome === 'refused') importLines(desk, file).forEach(desk.remark)
  desk.result({ library: of.name, files: files.map(file => importData(desk, file)) }, () =>
    files.filter(file => file.outcome !== 'refused').flatMap(file => importLines(desk, file)),
  )
  return files.some(file => file.outcome === 'refused') ? 1 : 0
}

async function importFile(
  desk: Desk,
  store: Store,
  of: Library,
  path: string,
  options: ImportOptions,
): Promise<Imported> {
  const first = await attempt(desk, store, of, path, options, true)
  return first === 'doubled' ? ((await attempt(desk, store, of, path, options, false)) as Imported) : first
}

interface Attempted {
  readonly counts: Counts
  readonly changes: readonly Change[]
  readonly bad: boolean
  readonly file: RegistryFile
  readonly unclaimed: number
}

async function attempt(
  desk: Desk,
  store: Store,
  of: Library,
  path: string,
  options: ImportOptions,
  late: boolean,
): Promise<Imported | 'doubled'> {
  const gathered = gather()
  const refused = new Map<number, Refused>()
  const sealed = await inEntry<'doubled' | Attempted>(
    store,
    occasionOf(desk),
    `import ${of.name}`,
    async pen => {
      const facts = factsFor(store, of)
      const department =
        options.department === undefined ? null : departmentFor(of, contextOf(facts), options.department)
      const open = isLarge(path) && options.rejects === undefined ? openInThread : openRegistryFile
      const file = await open(
        path,
        of,
        facts,
        gathered,
        renamings(options.map ?? []),
        readOptions(desk, options),
      )
      const present = presence(of, file.columns)
      const remembered = remembering(store, pen, of, {
        present,
        merge: department === null ? mergeInto(of, present) : mergeForDepartment(department, present),
        issue: gathered.issue,
        replace: options.replace === true,
        without: department === null ? () => null : row => withoutDepartment(row, department),
        late,
      })
      const unread = await rememberAll(desk, file, remembered.remember, gathered, refused)
      const finished = remembered.finish()
      if (finished === 'doubled') return { subject: {}, keep: false, result: finished }
      writeMet(pen, file.met())
      const { changes } = finished
      const counts = { ...finished.counts, read: finished.counts.read + unread }
      const bad = gathered.issueCount > 0 && options.skipBad !== true
      return {
        subject: {
          file: basename(path),
          sha256: file.sha256,
          ...counts,
          refused: refused.size,
          ...(department === null ? {} : { department }),
        },
        keep: !bad && options.dryRun !== true,
        result: {
          counts,
          changes,
          bad,
          file,
          unclaimed: department === null ? unclaimedIn(store, of, file.columns) : 0,
        },
      }
    },
  )
  if (sealed.result === 'doubled') return 'doubled'
  const { counts, changes, bad, file, unclaimed } = sealed.result
  if (options.rejects !== undefined && refused.size > 0) writeRejects(desk, options.rejects, file, refused)
  return {
    file: path,
    library: of.name,
    outcome: bad ? 'refused' : options.dryRun ? 'dry-run' : sealed.entry === null ? 'nothing' : 'written',
    entry: sealed.entry?.number ?? null,
    digest: sealed.entry?.digest ?? null,
    counts: { ...(bad ? NOTHING : counts), read: counts.read, refused: refused.size },
    changes,
    gathered,
    extra: file.columns.filter(column => column.kind === 'extra').filter(({ known }) => known === undefined),
    met: [...file.met()],
    unclaimed,
    rejects: options.rejects !== undefined && refused.size > 0 ? options.rejects : null,
  }
}

/** What a file with issues leaves in the registry. */
const NOTHING = { new: 0, changed: 0, unchanged: 0, retired: 0 }

/** Remembers every row of a file; rows with issues are kept aside, and counted. */
async function rememberAll(
  desk: Desk,
  file: RegistryFile,
  remember: (row: string[], line: number) => void,
  gathered: Gathered,
  refused: Map<number, Refused>,
): Promise<number> {
  const progress = progressOf(desk, desk.say.reading)
  let unread = 0
  for await (const batch of file.batches()) {
    for (const fault of batch.refused) refused.set(fault.line, fault)
    unread += batch.refused.length
    for (let i = 0; i < batch.rows.length; i++) {
      const before = gathered.issueCount
      remember(batch.rows[i]!, batch.lines[i]!)
      if (gathered.issueCount > before) {
        refused.set(batch.lines[i]!, {
          line: batch.lines[i]!,
          cells: batch.cells(i),
          issues: gathered.issues.slice(-1),
        })
      }
    }
    progress.at(batch.lines[batch.lines.length - 1] ?? 0)
  }
  progress.end()
  return unread
}

/** Names met while the department library was empty become departments, in the same entry. */
function writeMet(pen: Pen, met: ReadonlySet<string>): void {
  const of = library('departments')
  for (const name of met) {
    const row = [name, name, name, ...Array<string>(of.fields.length - 2).fill('')]
    pen.write(of.table, insertInto(of), [pen.entry, ...row])
  }
}

function presence(of: Library, columns: readonly Column[]): boolean[] {
  const present = Array<boolean>(of.fields.length + 1 + (of.extras ? 1 : 0)).fill(false)
  present[0] = true
  for (const column of columns) if (column.kind === 'field') present[column.field + 1] = true
  if (of.name === 'targets') present[at(of, 'registration')] ||= present[at(of, 'uscc')]!
  if (of.extras) present[present.length - 1] = columns.some(column => column.kind === 'extra')
  return present
}

function departmentFor(of: Library, context: Context, name: string): string {
  const reading = context.department(name)
  if ('value' in reading) return reading.value
  throw new UserError('record-none', {
    library: 'departments',
    id: name,
    nearest: reading.code === 'department-unknown' ? reading.details.nearest : of.name,
  })
}

function readOptions(desk: Desk, { encoding, delimiter, sheet }: ImportOptions): ReadOptions {
  return {
    encoding: encodingNamed(encoding),
    delimiter: delimiter === '\\t' ? '\t' : delimiter,
    sheet,
    stdin: desk.world.stdin as Readable,
  }
}

/** The encoding that --encoding names; GBK and GB2312 are read as their superset. */
function encodingNamed(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined
  const found = ENCODINGS[name.toLowerCase().replaceAll(/[-_ ]/g, '')]
  if (found !== undefined) return found
  throw new UserError('option-bad', {
    option: '--encoding',
    value: name,
    expected: 'utf-8 | gb18030 | gbk | utf-16le | utf-16be',
  })
}

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
}

/** `表头=field` pairs of --map. */
function renamings(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map(pair => {
      const cut = pair.lastIndexOf('=')
      if (cut <= 0)
        throw new UserError('option-bad', { option: '--map', value: pair, expected: '表头=field' })
      return [pair.slice(0, cut), pair.slice(cut + 1)] as const
    }),
  )
}

/** How many targets stand in no department's library, told where the file could have said so. */
function unclaimedIn(store: Store, of: Library, columns: readonly Column[]): number {
  if (
    of.name !== 'targets' ||
    columns.some(column => column.kind === 'field' && of.fields[column.field]!.name === 'departments')
  )
    return 0
  const { count } = store
    .sql("select count(*) as count from target where until is null and departments = ''")
    .get() as { count: number }
  return Math.min(count, countOf(store, of))
}

function writeRejects(
  desk: Desk,
  path: string,
  file: RegistryFile,
  refused: ReadonlyMap<number, Refused>,
): void {
  const rows = [...refused]
    .sort(([a], [b]) => a - b)
    .map(([, { cells, issues }]) => [
      ...file.headings.map((_, i) => cells[i] ?? ''),
      issues
        .map(
          issue =>
            `${issue.heading === null ? '' : issue.heading + desk.say.between}${issueSentence(desk.say, issue)}`,
        )
        .join('；'),
    ])
  writeNewFile(path, peopleCsv([...file.headings, desk.say.rejectReason], rows))
}
