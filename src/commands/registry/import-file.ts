import { basename } from 'node:path'
import { unknownIn } from '../../core/registry/columns/headings.ts'
import {
  countsTold,
  importStays,
  mergeOf,
  outcomeOf,
  renumberedIn,
  saysNoDepartment,
  takenAsRegistered,
  unusedPairs,
  withoutOf,
  yearOfRow,
} from '../../core/registry/import-decision.ts'
import type { Counts, Imported } from '../../core/registry/import-outcome.ts'
import { type ImportReport, newReport, noteSettled } from '../../core/registry/import-report.ts'
import { locate, placeIn } from '../../core/registry/locate.ts'
import { openRegistryFile, type RegistryFile } from '../../files/reading/registry-file.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { saveMap } from '../../store/registry/heading-map.ts'
import { type SameImport, sameImport } from '../../store/registry/same-import.ts'
import { adHocTasks } from '../../store/registry/tasks.ts'
import { importer, type UpsertResult } from '../../store/registry/upsert.ts'
import { rulesNow } from '../../store/rules.ts'
import { withNamesakes } from '../../store/views/namesakes.ts'
import type { Desk } from '../../terminal/desk.ts'
import { underWay } from '../../terminal/progress.ts'
import { occasionOf } from '../session.ts'
import { AS_IT_STANDS, decisionJudge, isProposalSheet } from './decision-judge.ts'
import { type ImportInput, importInput, type Job } from './import-input.ts'
import { reasonOfChange } from './plan-change.ts'
import { readRows, writeMet } from './read-rows.ts'
import { holidayLines, refuseFaultyHolidays } from './refuse-faulty-holidays.ts'
import { type Rejects, rejectsOf } from './rejects.ts'
import { NO_JUDGE, resultJudge } from './result-judge.ts'

/** What a try found; `stays` says whether it is to stay, `sameAs` is the entry that imported the same file before. */
interface Tried extends UpsertResult {
  readonly file: RegistryFile
  readonly stays: ReturnType<typeof importStays>
  readonly savedMap: string | null
  readonly mapUnused: readonly string[]
  readonly sameAs: number | null
}

/**
 * Imports one file as one entry of the ledger: all its rows or none. `doubled` asks for another try without `late`;
 * the outcome `shrinks` says that nothing was written because a large change must be agreed to.
 */
export async function importFile(desk: Desk, store: Store, job: Job): Promise<Imported | 'doubled'> {
  const { library, options } = job
  const report = newReport()
  const refused = rejectsOf(job.rejects !== null)
  const { entry, result: tried } = await inEntry<Tried | 'doubled'>(
    store,
    occasionOf(desk),
    `import ${library.name}`,
    async writer => {
      const input = importInput(desk, store, job)
      const file = await openRegistryFile(input.request, report)
      // What is judged by draws and by today is judged again.
      const mayBeSame = options.saveMap === undefined && library.name !== 'results'
      const same = mayBeSame ? sameImport(store, library, file.sha256, input.given) : null
      if (same !== null) {
        await file.close()
        return { subject: {}, keep: false, result: asBefore(file, same, options.dryRun === true) }
      }
      const loaded = await load(desk, store, writer, job, input, file, report, refused).catch(async error => {
        await file.close()
        throw error
      })
      if (loaded === 'doubled') return { subject: {}, keep: false, result: loaded }
      job.rejects?.put(job.path, file, refused.rows)
      const { counts, stays } = loaded
      const subject = {
        file: basename(job.path.written),
        sha256: file.sha256,
        ...counts,
        refused: refused.count(),
        ...(report.settledCount === 0 ? {} : { settled: report.settledCount }),
        ...takenAsRegistered(report),
        ...renumberedIn(loaded),
        given: input.given,
        ...(stays === 'refused' ? {} : reasonOfChange(desk, store, library, counts, options.reason)),
      }
      return { subject, keep: stays === 'stays', result: loaded }
    },
  ).catch(error => {
    job.rejects?.takeBack(job.path)
    throw error
  })
  if (tried === 'doubled') return tried
  const { stays, counts, changes, shrinkages, file, savedMap, mapUnused, unclaimed, sameAs } = tried
  return {
    file: job.path.written,
    library: library.name,
    outcome: outcomeOf(stays, entry !== null),
    entry: entry?.number ?? null,
    digest: entry?.digest ?? null,
    counts: { ...countsTold(counts, stays), refused: refused.count() },
    changes,
    shrinkages,
    report: stays === 'refused' ? withNamesakes(store, report) : report,
    extra: isProposalSheet(library, file.columns) ? [] : unknownIn(file.columns),
    met: [...file.met()],
    unclaimed,
    rejects: refused.rows.length > 0 ? options.rejects! : null,
    savedMap: entry === null ? null : savedMap,
    mapUnused,
    sameAs,
  }
}

/** Reads the file to its end and writes its rows, which stay or go with the entry. */
async function load(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  { library, options, late, agreed, path }: Job,
  { department, pairs, onConflict }: ImportInput,
  file: RegistryFile,
  report: ImportReport,
  refused: Rejects,
): Promise<Tried | 'doubled'> {
  const { columns, headings } = file
  const years = new Set<string>()
  const adHoc = library.name === 'plan' ? adHocTasks(store) : new Set<string>()
  const isProposals = isProposalSheet(library, columns)
  const merge = isProposals ? AS_IT_STANDS : mergeOf(library, columns, department)
  const { upsert, finish } = importer(store, writer, {
    library,
    merge,
    onConflict,
    issue: found => report.issue(locate(library, columns, found)),
    note: note => report.note({ ...note, ...placeIn(library, columns, note) }),
    refusedDoubts: rulesNow(store).refusedDoubts,
    settled: conflict => noteSettled(report, locate(library, columns, conflict)),
    replace: options.replace ? { without: withoutOf(library, department, years, adHoc), department } : null,
    late,
  })
  const { put, lines } = holidayLines(library, (row, line) => {
    const year = yearOfRow(library, row)
    if (year !== null) years.add(year)
    upsert(row, line)
  })
  const judge = isProposals
    ? decisionJudge(desk, store, writer, columns, report, options)
    : library.name === 'results'
      ? resultJudge(desk, store, writer, columns, merge, report)
      : NO_JUDGE
  const unread = (await readRows(desk, file, judge.judging(put), report, refused)) + judge.refused()
  const written = underWay(desk, desk.say.common.writing)
  judge.finish()
  const finished = finish()
  written()
  if (finished === 'doubled') return finished
  if (report.issueCount === 0 || options.skipBad)
    refuseFaultyHolidays(store, library, { file: path.written, lines })
  writeMet(writer, file.met())
  const saved = options.saveMap !== undefined && saveMap(store, writer, library.name, options.saveMap, pairs)
  const { shrinkages } = finished
  const { skipBad = false, dryRun = false } = options
  return {
    ...finished,
    counts: { ...finished.counts, read: finished.counts.read + unread },
    file,
    stays: importStays({
      issues: report.issueCount,
      noRows: file.noRows,
      shrinkages,
      skipBad,
      agreed,
      dryRun,
    }),
    savedMap: saved ? options.saveMap! : null,
    mapUnused: unusedPairs(pairs, headings),
    unclaimed:
      department === null && !isProposals && saysNoDepartment(library, columns) ? finished.unclaimed : 0,
    sameAs: null,
  }
}

/** What there is to say of a file that was imported as it is before. */
function asBefore(file: RegistryFile, { entry, read }: SameImport, dryRun: boolean): Tried {
  const counts: Counts = { read, new: 0, changed: 0, unchanged: read, retired: 0 }
  const nothing = { changes: [], shrinkages: [], renumbered: 0, savedMap: null, mapUnused: [], unclaimed: 0 }
  return { file, stays: dryRun ? 'dry-run' : 'stays', counts, ...nothing, sameAs: entry }
}
