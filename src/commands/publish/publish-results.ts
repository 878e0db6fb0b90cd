import { type Day, isDay } from '../../core/dates.ts'
import { resultsByFirm } from '../../core/publication/results/firm-pages.ts'
import { RESULTS_FILE, resultsFile } from '../../core/publication/results/results-file.ts'
import { caseList, resultsList } from '../../core/publication/results/results-list.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import { isCase } from '../../core/results/result-key.ts'
import { refuseTaken, withSums, writeFolder } from '../../files/folder.ts'
import { encoded, written } from '../../files/writing/documents.ts'
import { resultsPage } from '../../files/writing/results-page.ts'
import { publicResultsOn } from '../../store/inputs/public-results-input.ts'
import type { Store } from '../../store/open.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import { standingVisit } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import { encodingOut } from '../encoding-out.ts'
import { signingKeysIn } from '../key/key-files.ts'
import { keysOnRecord, refuseSigning, refuseUnsigned, signedLines, signedNow } from '../key/sign-folder.ts'
import { drawNamed } from '../lookup.ts'
import { officeToday } from '../office-today.ts'
import { departmentNamed } from '../results/selected-results.ts'
import { inOneState } from '../session.ts'
import { layoutNamed } from './layout-named.ts'
import { officeIn } from './office-in.ts'

const refuse = refusal<OptionReasons & ResultReasons>()

export interface PublishResultsOptions {
  readonly to: string
  readonly layout?: string
  readonly encoding?: string
  readonly draw?: string
  readonly department?: string
  readonly since?: string
  readonly until?: string
  /** Files of the keys that sign. */
  readonly sign?: readonly string[]
}

/**
 * publish results — what is public of a draw, a department or a span of days, as a folder: the list in four formats, a page
 * that sets each result beside its draw, and digests over both. Only published results have what was found.
 */
export async function publishedResults(desk: Desk, options: PublishResultsOptions): Promise<number> {
  const [since, until] = [dayOf('--since', options.since), dayOf('--until', options.until)]
  const layout = layoutNamed(desk, 'results', options.layout)
  const encoding = encodingOut(options.encoding)
  refuseTaken(desk.path(options.to))
  const keys = signingKeysIn(desk, options.sign ?? [])
  const { told, office, today, record } = await inOneState(desk, store => {
    refuseAltered(store)
    const record = keysOnRecord(store)
    refuseUnsigned(keys, record, 'results')
    refuseSigning(desk, options.to, keys, record)
    const today = officeToday(desk, store)
    const draw = options.draw === undefined ? null : occasionNamed(store, desk, options.draw)
    const department =
      options.department === undefined ? null : departmentNamed(desk, store, options.department)
    const told = publicResultsOn(store, { draw, department, since, until }, today)
    return { told, office: officeIn(store), today, record }
  })
  const found = told.results.filter(one => one.found !== null).length
  if (found === 0) throw refuse('no-published-results', { reviewed: told.reviewed, withheld: told.withheld })
  const cases = caseList(told.results, office)
  const isOfDraws = told.results.some(one => one.found !== null && !one.isCase)
  const documents = [
    ...(isOfDraws || cases === null ? [resultsList(layout, told.results, office)] : []),
    ...(cases === null ? [] : [cases]),
  ]
  const files = encoded(await written(documents, ['csv', 'xlsx', 'html', 'docx']), encoding)
  const firms = resultsByFirm(told.results)
  files.set('抽查结果查询.html', resultsPage(firms, { office, today }))
  files.set(RESULTS_FILE, resultsFile(told.results, { office, today }))
  writeFolder(desk.path(options.to), withSums(files), 'umask')
  const signed = signedNow(desk, options.to, keys, record)
  const { reviewed, over, withheld } = told
  const names = [...files.keys()].sort()
  desk.result(
    {
      to: options.to,
      layout: layout.name,
      results: found,
      firms: firms.length,
      reviewed,
      over,
      withheld,
      files: names,
      ...(signed === null ? {} : { signed }),
    },
    () => [
      ...desk.say.publish.publishedResults(options.to, found, firms.length, { reviewed, over, withheld }),
      ...names.map(name => `  ${name}`),
      ...(signed === null ? [] : signedLines(desk, signed)),
    ],
  )
  return 0
}

/** The number of a draw, or of a visit that was not drawn. */
function occasionNamed(store: Store, desk: Desk, name: string): string {
  const number = name.toUpperCase()
  if (isCase(number) && standingVisit(store, number) !== undefined) return number
  return drawNamed(store, desk, name).number
}

function dayOf(option: string, value: string | undefined): Day | null {
  if (value === undefined) return null
  if (isDay(value)) return value
  throw refuse('invalid-option', { option, value, expected: 'YYYY-MM-DD' })
}
