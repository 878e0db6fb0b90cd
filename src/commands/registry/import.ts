import type { Readable } from 'node:stream'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal, UserError } from '../../core/refusal.ts'
import type { Imported, NotImported } from '../../core/registry/import-outcome.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import { keptBytes, keptStream } from '../../files/reading/kept-stream.ts'
import { pathsOf } from '../../files/reading/paths-of.ts'
import { holdMorePages, type Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { RegistryTelling } from '../../terminal/naming.ts'
import { importData, importLines, shrinkageLines } from '../../terminal/reports/import-report.ts'
import { libraryNamed } from '../lookup.ts'
import { differenceTold, issueTold, recordTold } from '../naming.ts'
import { withStore } from '../session.ts'
import { importFile } from './import-file.ts'
import type { Job } from './import-input.ts'
import type { ImportOptions } from './import-options.ts'
import { rejectsFile } from './rejects.ts'

const refuse = refusal<OptionReasons & RegistryReasons>()

/** import — read the rows, parse each, remember all or none. Each file is an entry of its own. */
export async function importFiles(
  desk: Desk,
  name: string,
  patterns: readonly string[],
  options: ImportOptions,
): Promise<number> {
  return importAs(desk, libraryNamed(name), patterns, options)
}

/** The same of a library at hand; `foreign` makes rows of another system ours before they are read. */
export async function importAs(
  desk: Desk,
  library: Library,
  patterns: readonly string[],
  options: ImportOptions,
  foreign?: Job['foreign'],
): Promise<number> {
  if (options.department !== undefined && library.name !== 'targets')
    throw refuse('invalid-option', { option: '--department', value: library.name, expected: 'targets' })
  // A result that a file leaves out is no result that was not.
  if (options.replace === true && library.name === 'results')
    throw refuse('option-not-applicable', { option: '--replace', with: library.name })
  if (options.saveMap !== undefined && options.map === undefined)
    throw refuse('missing-option', { option: '--map' })
  const paths = pathsOf(patterns.map(desk.path))
  const rejects = rejectsFile(desk, library, options)
  const told = new Map<Imported | NotImported, string[]>()
  const files = await withStore(desk, async store => {
    holdMorePages(store)
    const telling: RegistryTelling = {
      called: id => recordTold(desk, store, library.name, id),
      difference: one => differenceTold(desk, store, library, one),
      issue: one => issueTold(desk, store, library, one),
      person: id => recordTold(desk, store, 'inspectors', id),
    }
    const done: (Imported | NotImported)[] = []
    for (const path of paths) {
      const agreed = options.yes === true
      const job: Job = { library, path, options, late: true, agreed, kept: undefined, rejects }
      const whole = foreign === undefined ? job : { ...job, foreign }
      done.push(await oneOf(desk, store, whole, paths.length))
    }
    for (const file of done) told.set(file, importLines(desk, file, telling))
    return done
  })
  const good = files.filter(file => file.outcome !== 'refused' && file.outcome !== 'failed')
  for (const file of files) if (!good.includes(file)) told.get(file)!.forEach(desk.remark)
  desk.result({ library: library.name, files: files.map(file => importData(desk, file)) }, () =>
    good.flatMap(file => told.get(file)!),
  )
  return files.some(file => file.outcome === 'failed') ? 2 : good.length < files.length ? 1 : 0
}

/** One file of several: why it could not be read does not hide what became of the others. */
async function oneOf(desk: Desk, store: Store, job: Job, count: number): Promise<Imported | NotImported> {
  try {
    return await untilSettled(desk, store, job)
  } catch (error) {
    if (count === 1 || !(error instanceof UserError)) throw error
    return { file: job.path.written, outcome: 'failed', reason: error.reason }
  }
}

/** Tries a file until it is clear how its indexes are built and whether a large change is meant. */
async function untilSettled(desk: Desk, store: Store, first: Job): Promise<Imported> {
  const bytes = first.foreign?.bytes
  const kept = await (bytes === undefined
    ? keptStream(first.path, desk.world.stdin as Readable)
    : keptBytes(bytes))
  let job: Job = { ...first, kept }
  try {
    for (;;) {
      const tried = await importFile(desk, store, job)
      if (tried === 'doubled') job = { ...job, late: false }
      else if (tried.outcome !== 'shrinks') return tried
      else job = { ...job, agreed: await agreedTo(desk, tried) }
    }
  } finally {
    await kept?.close()
  }
}

/** Asks whether a large change is meant; without a terminal, or without a yes, it is refused. */
async function agreedTo(desk: Desk, { file, library, shrinkages }: Imported): Promise<true> {
  if (desk.interactive) {
    shrinkageLines(desk.say, shrinkages).forEach(desk.remark)
    const { askerAt } = await import('../../terminal/ask.ts')
    if (await askerAt(desk).yes(desk.say.import.largeChange(file))) return true
  }
  throw refuse('large-removal', { file, library, parts: shrinkages })
}
