import type { Document } from '../../core/publication/document.ts'
import { fileNames } from '../../core/publication/file-names.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import { isCase } from '../../core/results/result-key.ts'
import { resultSheet, SHEET_CHOICES, type SheetRow } from '../../core/results/sheet.ts'
import { refuseTaken, writeFolder } from '../../files/folder.ts'
import { inEncoding } from '../../files/writing/csv-encoding.ts'
import { documentXlsx } from '../../files/writing/document-xlsx.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import { withChoices } from '../../files/writing/sheet-choices.ts'
import type { Store } from '../../store/open.ts'
import { sheetRows } from '../../store/results/sheet-rows.ts'
import { commitmentOf } from '../../store/views/kept-files.ts'
import { standingVisit, visitsIn } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf, underWay } from '../../terminal/progress.ts'
import { encodingOut } from '../encoding-out.ts'
import { drawNamed, yearNamed } from '../lookup.ts'
import { inOneState } from '../session.ts'
import { departmentNamed } from './selected-results.ts'

const refuse = refusal<OptionReasons & ResultReasons>()

export interface SheetOptions {
  readonly to: string
  readonly format?: 'csv' | 'xlsx'
  readonly department?: string
  readonly cases?: string
  readonly oneFile?: boolean
  readonly encoding?: string
}

/**
 * results sheet — what is due of draws and of cases, one row for each target, department and item, as sheets to be filled in
 * and imported as they are: one file for each department and draw, or one for all.
 */
export async function sheetOfResults(
  desk: Desk,
  names: readonly string[],
  options: SheetOptions,
): Promise<number> {
  const { to, format = 'xlsx', oneFile = false } = options
  const encoding = encodingOut(options.encoding)
  const path = desk.path(to)
  refuseTaken(path)
  const documents = await inOneState(desk, store => {
    const rows = rowsOf(desk, store, names, options)
    return [...sheetsOf(rows, oneFile)]
  })
  if (documents.length === 0)
    throw refuse('no-results-there', { where: [...names, options.cases ?? ''].join(' ').trim() })
  const files = new Map<string, Uint8Array>()
  const written = underWay(desk, desk.say.common.writing)
  for (const document of documents) {
    const { headings, rows } = document.data!
    const name = `${document.file}.${format}`
    if (format === 'csv') files.set(name, bytesOf(inEncoding(peopleCsv(headings, rows), encoding)))
    else files.set(name, withChoices(await documentXlsx(document), choicesOf(headings), rows.length))
  }
  writeFolder(path, files, 'owner')
  written()
  const told = documents.map(({ file, data }) => ({ file: `${file}.${format}`, rows: data!.rows.length }))
  desk.result({ to, files: told }, () => [
    desk.say.results.sheets(to),
    ...told.map(({ file, rows }) => `  ${file}  ${desk.say.registry.listCount(rows)}`),
  ])
  return 0
}

/** The rows of the draws and cases that are named, and of the cases of a year. */
function* rowsOf(
  desk: Desk,
  store: Store,
  names: readonly string[],
  { department, cases }: SheetOptions,
): Generator<SheetRow> {
  if (names.length === 0 && cases === undefined) throw refuse('which-results', {})
  const code = department === undefined ? null : departmentNamed(desk, store, department)
  const { ofDraw, ofCase } = sheetRows(store)
  const year = cases === undefined ? null : yearNamed('--cases', cases)
  let drawn = 0
  const sources = [
    ...names.map(name => {
      const visit = isCase(name.toUpperCase()) ? standingVisit(store, name.toUpperCase()) : undefined
      if (visit !== undefined) return ofCase(visit)
      const draw = drawNamed(store, desk, name)
      for (const { take } of commitmentOf(store, draw.number).strata) drawn += take
      return ofDraw(draw)
    }),
    ...(year === null ? [] : [...visitsIn(store, year)].filter(({ until }) => until === null).map(ofCase)),
  ]
  const progress = progressOf(desk, desk.say.common.reading, drawn === 0 ? undefined : drawn)
  let targets = 0
  let last: string | undefined
  for (const rows of sources)
    for (const row of rows) {
      if (row.due.target !== last) progress.at(++targets)
      last = row.due.target
      if (code === null || row.due.department === code) yield row
    }
  progress.end()
}

/** One sheet for each draw and department, cases by department; or one for all. */
function sheetsOf(rows: Iterable<SheetRow>, oneFile: boolean): Document[] {
  const sheets = new Map<string, { readonly title: string; readonly rows: SheetRow[] }>()
  for (const row of rows) {
    const of = isCase(row.due.occasion) ? '个案' : row.due.occasion
    const [key, title] = oneFile
      ? ['检查结果录入表', '检查结果录入表']
      : [`${of}-${row.department}`, `${row.department}检查结果录入表（${of}）`]
    const sheet = sheets.get(key) ?? { title, rows: [] }
    sheets.set(key, sheet)
    sheet.rows.push(row)
  }
  const names = fileNames(sheets.keys())
  return [...sheets].map(([key, sheet]) => resultSheet(names.get(key)!, sheet.title, sheet.rows))
}

function choicesOf(headings: readonly string[]): Map<number, readonly string[]> {
  return new Map(
    headings.flatMap((heading, i) => {
      const words = SHEET_CHOICES.get(heading)
      return words === undefined ? [] : [[i, words] as const]
    }),
  )
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
