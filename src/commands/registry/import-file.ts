import { basename } from 'node:path'
import type { FilePath } from '../../core/file-path.ts'
import type { Subject } from '../../core/ledger.ts'
import { unknownIn } from '../../core/registry/headings.ts'
import type { Imported } from '../../core/registry/import-outcome.ts'
import { type ImportReport, newReport, noteSettled } from '../../core/registry/import-report.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { locate } from '../../core/registry/locate.ts'
import { mergeForDepartment, mergeInto, withoutDepartment } from '../../core/registry/merge.ts'
import { presentFields } from '../../core/registry/present-fields.ts'
import { VERSION } from '../../core/version.ts'
import { openRegistryFile, type RegistryFile } from '../../files/reading/registry-file.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { saveMap } from '../../store/registry/heading-map.ts'
import { type SameImport, sameImport } from '../../store/registry/same-import.ts'
import { unclaimedTargets } from '../../store/registry/targets.ts'
import { importer, type UpsertResult } from '../../store/registry/upsert.ts'
import { withNamesakes } from '../../store/views/namesakes.ts'
import type { Desk } from '../../terminal/desk.ts'
import { occasionOf } from '../session.ts'
import {
  conflictRule,
  departmentOf,
  encodingOfRejects,
  headingPairs,
  type ImportOptions,
  readOptions,
} from './import-options.ts'
import { reasonOfChange } from './plan-change.ts'
import { type Rejects, rejectsOf, writeRejects } from './rejects.ts'
import { upsertRows, writeMet } from './upsert-rows.ts'

/** One try of one file. */
export interface Job {
  readonly of: Library
  readonly path: FilePath
  readonly options: ImportOptions
  /** Build the indexes after the load. */
  readonly late: boolean
  /** A large change was agreed to. */
  readonly agreed: boolean
}

/** What a try found, before it is known whether it stays. */
interface Tried extends UpsertResult {
  readonly file: RegistryFile
  readonly bad: boolean
  readonly shrinks: boolean
  readonly savedMap: string | null
  readonly mapUnused: readonly string[]
  readonly unclaimed: number
  readonly sameAs: number | null
}

/**
 * Imports one file as one entry of the ledger: all its rows or none. `doubled` asks for another try without `late`;
 * the outcome `shrinks` says that nothing was written because a large change must be agreed to.
 */
export async function importFile(desk: Desk, store: Store, job: Job): Promise<Imported | 'doubled'> {
  const report = newReport()
  const refused = rejectsOf(job.options.rejects !== undefined)
  const { entry, result: tried } = await inEntry<Tried | 'doubled'>(
    store,
    occasionOf(desk),
    `import ${job.of.name}`,
    pen => write(desk, store, pen, job, report, refused),
  )
  if (tried === 'doubled') return tried
  const { counts, file, bad } = tried
  const rejects = refused.rows.length > 0 ? job.options.rejects! : null
  if (rejects !== null)
    writeRejects(desk, rejects, encodingOfRejects(job.options), job.of, file, refused.rows)
  return {
    file: job.path.written,
    library: job.of.name,
    outcome: outcomeOf(tried, job, entry !== null),
    entry: entry?.number ?? null,
    digest: entry?.digest ?? null,
    counts: { ...(bad ? NOTHING : counts), read: counts.read, refused: refused.count() },
    changes: tried.changes,
    shrinkages: tried.shrinkages,
    report: bad ? withNamesakes(store, report) : report,
    extra: unknownIn(file.columns),
    met: [...file.met()],
    unclaimed: tried.unclaimed,
    rejects,
    savedMap: entry === null ? null : tried.savedMap,
    mapUnused: tried.mapUnused,
    sameAs: tried.sameAs,
  }
}

/** Writes the file with the pen of its entry; the answer says whether that is to stay. */
async function write(
  desk: Desk,
  store: Store,
  pen: EntryWriter,
  { of, path, options, late, agreed }: Job,
  report: ImportReport,
  refused: Rejects,
): Promise<{ subject: Subject; keep: boolean; result: Tried | 'doubled' }> {
  const facts = factsFor(store, of)
  const department = departmentOf(facts, options.department)
  const pairs = headingPairs(store, of, options.map ?? [])
  const request = {
    path,
    library: of.name,
    facts,
    renamed: new Map(pairs),
    options: readOptions(desk, options),
  }
  const onConflict = conflictRule(options.onConflict)
  const file = await openRegistryFile(request, report)
  const given = {
    program: VERSION,
    department,
    map: pairs,
    ...plain(options, ['encoding', 'delimiter', 'sheet', 'replace', 'onConflict']),
  }
  const same = options.saveMap === undefined ? sameImport(store, of, file.sha256, given) : null
  if (same !== null) {
    await file.close()
    return { subject: {}, keep: false, result: unchanged(file, same) }
  }
  const present = presentFields(of, file.columns)
  const upserts = importer(store, pen, of, {
    merge: department === null ? mergeInto(of, present) : mergeForDepartment(department, present),
    onConflict,
    issue: found => report.issue(locate(of, file.columns, found)),
    settled: conflict => noteSettled(report, locate(of, file.columns, conflict)),
    replace: options.replace ? { without: withoutOf(department), department } : null,
    late,
  })
  const unread = await upsertRows(desk, file, upserts.upsert, report, refused)
  const finished = upserts.finish()
  if (finished === 'doubled') return { subject: {}, keep: false, result: finished }
  writeMet(pen, file.met())
  const saved = options.saveMap !== undefined && saveMap(store, pen, of.name, options.saveMap, pairs)
  const counts = { ...finished.counts, read: finished.counts.read + unread }
  const bad = report.issueCount > 0 && options.skipBad !== true
  const shrinks = !bad && !agreed && options.dryRun !== true && finished.shrinkages.length > 0
  return {
    subject: {
      file: basename(path.written),
      sha256: file.sha256,
      ...counts,
      refused: refused.count(),
      ...(report.settledCount === 0 ? {} : { settled: report.settledCount }),
      given,
      ...(bad ? {} : reasonOfChange(desk, store, of, counts, options.reason)),
    },
    keep: !bad && !shrinks && options.dryRun !== true,
    result: {
      ...finished,
      counts,
      file,
      bad,
      shrinks,
      savedMap: saved ? options.saveMap! : null,
      mapUnused: pairs.flatMap(([heading]) => (file.headings.includes(heading) ? [] : [heading])),
      unclaimed: department === null && mayClaim(of, file) ? unclaimedTargets(store) : 0,
      sameAs: null,
    },
  }
}

/** The options that were given, of those named. */
function plain<K extends keyof ImportOptions>(
  options: ImportOptions,
  names: readonly K[],
): Partial<ImportOptions> {
  return Object.fromEntries(
    names.flatMap(name => (options[name] === undefined ? [] : [[name, options[name]]])),
  )
}

/** What there is to say of a file that was imported as it is before. */
function unchanged(file: RegistryFile, { entry, read }: SameImport): Tried {
  return {
    file,
    counts: { read, new: 0, changed: 0, unchanged: read, retired: 0 },
    changes: [],
    shrinkages: [],
    bad: false,
    shrinks: false,
    savedMap: null,
    mapUnused: [],
    unclaimed: 0,
    sameAs: entry,
  }
}

function outcomeOf({ bad, shrinks }: Tried, { options }: Job, written: boolean): Imported['outcome'] {
  if (bad) return 'refused'
  if (shrinks) return 'shrinks'
  if (options.dryRun) return 'dry-run'
  return written ? 'written' : 'nothing'
}

/** What a file with issues leaves in the registry. */
const NOTHING = { new: 0, changed: 0, unchanged: 0, retired: 0 }

/** What `--replace` leaves of a record that the file does not have. */
function withoutOf(department: string | null) {
  return department === null ? () => null : (row: string[]) => withoutDepartment(row, department)
}

/** True for a file of targets that could have said which department each belongs to, and has no column for it. */
function mayClaim(of: Library, { columns }: RegistryFile): boolean {
  const claims = columns.some(
    column => column.kind === 'field' && of.fields[column.field]!.name === 'departments',
  )
  return of.name === 'targets' && !claims
}
