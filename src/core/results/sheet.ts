import { sortByBytes } from '../bytes.ts'
import type { Document } from '../publication/document.ts'
import { listDocument } from '../publication/document.ts'
import { OUTCOME_CHOICES } from '../registry/cells/result-codes.ts'
import { headingOf } from '../registry/libraries/library.ts'
import type { Due } from './due.ts'
import type { DueDays } from './due-days.ts'
import type { Result } from './result.ts'
import { laterHeading, RESULTS } from './said.ts'

/** A result that is due, with the names that a sheet shows beside the codes. */
export interface SheetRow {
  readonly due: Due | CaseDue
  /** The number of the task as the office writes it, and its name; of a case its cause. */
  readonly task: string
  readonly taskName: string
  readonly department: string
  readonly item: string
  readonly team: readonly { readonly name: string; readonly certificate: string }[]
  readonly result: Result | null
  readonly days: DueDays
  /** The code of the visit (检查任务码); empty where it has none. */
  readonly code: string
  /** What other departments have found there, for whoever goes next; empty where they have found nothing. */
  readonly others: string
}

/** A visit that was not drawn: nobody was seated. */
export type CaseDue = Omit<Due, 'occasion' | 'host'> & { readonly occasion: string }

type Cell = (row: SheetRow) => string

const list = (members: readonly string[]) => members.join('、')
const of =
  (cell: (result: Result) => string): Cell =>
  row =>
    row.result === null ? '' : cell(row.result)

/** Of a sheet what stands there already, then what is filled in. A result that stands is shown, so that the sheet reads back as it is. */
const COLUMNS: readonly (readonly [heading: string, cell: Cell])[] = [
  [headingOf(RESULTS, 'task'), ({ task }) => task],
  [laterHeading('draw'), ({ due }) => due.occasion],
  [laterHeading('task_name'), ({ taskName }) => taskName],
  ['统一社会信用代码/注册号', ({ due }) => due.target],
  [laterHeading('target_name'), ({ due }) => due.targetName],
  [headingOf(RESULTS, 'department'), ({ department }) => department],
  [laterHeading('item'), ({ due }) => due.item],
  [laterHeading('item_name'), ({ item }) => item],
  [headingOf(RESULTS, 'inspectors'), row => list(shownTeam(row))],
  [laterHeading('certificates'), ({ team }) => list(team.flatMap(({ certificate }) => certificate || []))],
  [laterHeading('visit_code'), ({ code }) => code],
  [laterHeading('due'), ({ due }) => `${due.from}~${due.to}`],
  [laterHeading('entry_due'), ({ days }) => days.entry],
  [laterHeading('publication_due'), ({ days }) => days.publication],
  [headingOf(RESULTS, 'inspected'), of(({ inspected }) => inspected)],
  [headingOf(RESULTS, 'method'), of(({ methods }) => list(methods))],
  [headingOf(RESULTS, 'outcome'), of(({ outcomes }) => outcomes.join(';'))],
  [headingOf(RESULTS, 'found'), of(({ found }) => found)],
  [headingOf(RESULTS, 'measures'), of(({ measures }) => list(measures))],
  [headingOf(RESULTS, 'settled'), of(({ followUp }) => followUp.settled)],
  [laterHeading('deadline'), of(({ followUp }) => followUp.deadline)],
  [laterHeading('recheck'), of(({ followUp }) => followUp.recheck)],
  [laterHeading('recheck_outcome'), of(({ followUp }) => followUp.recheckOutcomes.join(';'))],
  [laterHeading('case_number'), of(({ followUp }) => followUp.caseNumber)],
  [laterHeading('receiver'), of(({ followUp }) => followUp.receiver)],
  [laterHeading('transferred'), of(({ followUp }) => followUp.transferred)],
  [laterHeading('penalty'), of(({ followUp }) => followUp.penalty)],
  [laterHeading('closed'), of(({ followUp }) => followUp.closed)],
  [laterHeading('closing'), of(({ followUp }) => followUp.closing)],
  [laterHeading('went'), of(({ went }) => list(went))],
  [laterHeading('because'), of(({ wentBecause }) => wentBecause)],
  [headingOf(RESULTS, 'recorder'), of(({ recorder }) => recorder)],
  // Last, so that whoever fills a sheet by the places of its columns finds them where they were.
  [laterHeading('others'), ({ others }) => others],
]

/** What the drop-downs of a column offer; several values, and others where the field has no fixed words, may be typed. */
export const SHEET_CHOICES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    headingOf(RESULTS, 'method'),
    ['实地检查', '书面检查', '行政部门检查结果或专业意见', '检验检测', '网络监测', '委托专业机构辅助'],
  ],
  [headingOf(RESULTS, 'outcome'), OUTCOME_CHOICES],
  [laterHeading('recheck_outcome'), OUTCOME_CHOICES],
  [
    headingOf(RESULTS, 'measures'),
    ['无需后续处置', '停止检查反馈日常监管', '责令改正', '移送办案', '抄告其他部门', '其他'],
  ],
  [headingOf(RESULTS, 'settled'), ['已完结', '未完结']],
])

/** The headings of a sheet (检查结果录入表). */
export const SHEET_HEADINGS: readonly string[] = COLUMNS.map(([heading]) => heading)

/** A row of a sheet, cell by cell, as `import results` reads it back. */
export function sheetCells(row: SheetRow): readonly string[] {
  return COLUMNS.map(([, cell]) => cell(row))
}

/** The sheet of these rows as a document. */
export function resultSheet(file: string, title: string, rows: readonly (readonly string[])[]): Document {
  return listDocument(file, title, '', { headings: SHEET_HEADINGS, rows })
}

/** The team by names; by ids where two of them have the same. */
function shownTeam({ team, due }: SheetRow): readonly string[] {
  const names = team.map(({ name }) => name)
  const areNames = names.every(name => name !== '') && new Set(names).size === names.length
  return areNames ? names : sortByBytes([...due.team])
}
