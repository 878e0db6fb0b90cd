import type { Content } from '../../core/draw/folder/content.ts'
import { fileNames } from '../../core/publication/file-names.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import { isCase } from '../../core/results/result-key.ts'
import {
  resultSheet,
  SHEET_CHOICES,
  SHEET_HEADINGS,
  type SheetRow,
  sheetCells,
} from '../../core/results/sheet.ts'
import { fileSpill } from '../../files/aside/file-spill.ts'
import { refuseTaken, writeFolder } from '../../files/folder.ts'
import type { PeopleEncoding } from '../../files/writing/csv-encoding.ts'
import { documentXlsx } from '../../files/writing/document-xlsx.ts'
import { growingCsv } from '../../files/writing/growing-csv.ts'
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
import { sparingMemory } from '../sparing.ts'
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
  sparingMemory()
  const close: (() => void)[] = []
  const writer = format === 'csv' ? csvSheets(encoding, whenDone => close.push(whenDone)) : workbooks()
  try {
    const sheets = await inOneState(desk, store =>
      sheetsOf(rowsOf(desk, store, names, options), oneFile, writer),
    )
    if (sheets.size === 0)
      throw refuse('no-results-there', { where: [...names, options.cases ?? ''].join(' ').trim() })
    const files = new Map<string, Content>()
    const told: { readonly file: string; readonly rows: number }[] = []
    const written = underWay(desk, desk.say.common.writing)
    const called = fileNames(sheets.keys())
    for (const [key, { rows, end }] of sheets) {
      const file = `${called.get(key)!}.${format}`
      files.set(file, await end(called.get(key)!))
      told.push({ file, rows: rows() })
    }
    writeFolder(path, files, 'owner')
    written()
    desk.result({ to, files: told }, () => [
      desk.say.results.sheets(to),
      ...told.map(({ file, rows }) => `  ${file}  ${desk.say.registry.listCount(rows)}`),
    ])
  } finally {
    for (const done of close) done()
  }
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

/** One sheet of a draw and department, or of all, while it grows. */
interface Sheet {
  readonly add: (cells: readonly string[]) => void
  readonly rows: () => number
  /** The file that it becomes, under a name. */
  readonly end: (file: string) => Content | Promise<Content>
}

/** One sheet for each draw and department, cases by department; or one for all. */
function sheetsOf(
  rows: Iterable<SheetRow>,
  oneFile: boolean,
  begin: (title: string) => Sheet,
): ReadonlyMap<string, Sheet> {
  const sheets = new Map<string, Sheet>()
  for (const row of rows) {
    const of = isCase(row.due.occasion) ? '个案' : row.due.occasion
    const [key, title] = oneFile
      ? ['检查结果录入表', '检查结果录入表']
      : [`${of}-${row.department}`, `${row.department}检查结果录入表（${of}）`]
    const sheet = sheets.get(key) ?? begin(title)
    sheets.set(key, sheet)
    sheet.add(sheetCells(row))
  }
  return sheets
}

/** Sheets as CSV, whose rows are laid aside as they come. */
function csvSheets(
  encoding: PeopleEncoding,
  whenDone: (close: () => void) => void,
): (title: string) => Sheet {
  const spill = fileSpill(whenDone)
  return () => {
    const csv = growingCsv(SHEET_HEADINGS, encoding, spill)
    let rows = 0
    return {
      add(cells) {
        rows++
        csv.add(cells)
      },
      rows: () => rows,
      end: csv.end,
    }
  }
}

/** Sheets as workbooks, of which memory holds the cells. */
function workbooks(): (title: string) => Sheet {
  const choices = choicesOf(SHEET_HEADINGS)
  return title => {
    const rows: (readonly string[])[] = []
    return {
      add: cells => rows.push(cells),
      rows: () => rows.length,
      end: async file =>
        withChoices(await documentXlsx(resultSheet(file, title, rows)), choices, rows.length),
    }
  }
}

function choicesOf(headings: readonly string[]): Map<number, readonly string[]> {
  return new Map(
    headings.flatMap((heading, i) => {
      const words = SHEET_CHOICES.get(heading)
      return words === undefined ? [] : [[i, words] as const]
    }),
  )
}
