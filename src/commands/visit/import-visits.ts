import type { Readable } from 'node:stream'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal, UserError } from '../../core/refusal.ts'
import type { FrequentTarget } from '../../core/visits/frequency.ts'
import {
  frequencyOf,
  NEEDED,
  newVisit,
  type VisitInput,
  type VisitSaid,
} from '../../core/visits/new-visit.ts'
import type { VisitReasons } from '../../core/visits/reasons.ts'
import type { Visit } from '../../core/visits/visit.ts'
import { type PlainRow, plainRows } from '../../files/reading/plain-rows.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import { visitInput } from '../../store/inputs/visit-input.ts'
import { writeVisit } from '../../store/visits.ts'
import { type Desk, sentenceOf } from '../../terminal/desk.ts'
import { frequentLines } from '../../terminal/visits/frequent-lines.ts'
import { naming, reasonTold } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<FileReasons & VisitReasons>()

const HEADINGS: Readonly<Record<keyof VisitSaid, readonly string[]>> = {
  target: ['检查对象', '对象编号', '统一社会信用代码', '统一社会信用代码/注册号', 'target'],
  department: ['部门', '检查部门', 'department'],
  date: ['日期', '检查日期', 'date'],
  cause: ['原因', '检查原因', 'cause'],
  reference: ['依据文号或线索', '依据', '线索', '文号', 'reference'],
  remark: ['备注', 'remark'],
}

/** A row that is no visit, and why. */
interface Fault {
  readonly row: number
  readonly reason: UserError['reason']
}

/** visit import — the visits of a file, all or none, as one entry; exit 1 with every row that is wrong. */
export async function importVisits(desk: Desk, path: string): Promise<number> {
  const rows = await plainRows(desk.path(path), { stdin: desk.world.stdin as Readable })
  const wishes = wishesOf(path, rows)
  return withStore(desk, async store => {
    const faults: Fault[] = []
    const frequent: FrequentTarget[] = []
    const { entry, result: visits } = await inEntry(store, occasionOf(desk), 'visit import', writer => {
      const input = visitInput(store, officeToday(desk, store))
      const visits = wishes.flatMap(([row, wish]) => write(writer, input, row, wish, faults, frequent))
      return { subject: { visits: visits.map(({ id }) => id) }, keep: faults.length === 0, result: visits }
    })
    const told = faults.map(({ row, reason }) => {
      const [sentence] = sentenceOf(desk.say, reasonTold(desk, store, reason))
      return { row, ...reason, sentence: sentence!.replace(/^ssj: /, '') }
    })
    for (const { row, sentence } of told)
      desk.remark(
        `ssj: ${desk.colours.err.place(desk.say.import.place(row, null, null))}${desk.say.published.between}${sentence}`,
      )
    const written = faults.length > 0 ? [] : visits
    desk.result(
      {
        visits: written,
        frequent: written.length > 0 ? frequent : [],
        issues: told,
        entry: entry?.number ?? null,
        digest: entry?.digest ?? null,
      },
      () => [
        desk.say.visits.imported(written.length, faults.length),
        ...(written.length > 0 ? frequentLines(naming(desk, store), frequent) : []),
        ...(entry === null ? [] : [desk.say.log.entry(entry.number, entry.digest)]),
      ],
    )
    return faults.length > 0 ? 1 : 0
  })
}

function write(
  writer: EntryWriter,
  input: VisitInput,
  row: number,
  wish: VisitSaid,
  faults: Fault[],
  frequent: FrequentTarget[],
): readonly Visit[] {
  try {
    const empty = NEEDED.find(name => wish[name] === undefined)
    if (empty !== undefined) throw refuse('missing-visit-field', { heading: HEADINGS[empty][0]! })
    const visit = newVisit(wish, input)
    const found = frequencyOf(visit, input)
    if (found !== null) frequent.push({ target: visit.target, ...found })
    writeVisit(writer, visit)
    return [visit]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    faults.push({ row, reason: error.reason })
    return []
  }
}

function wishesOf(path: string, [head, ...lines]: readonly PlainRow[]): [number, VisitSaid][] {
  const fields = Object.entries(HEADINGS).map(
    ([field, names]) => [field, head?.cells.findIndex(cell => names.includes(cell.trim())) ?? -1] as const,
  )
  const absent = NEEDED.filter(name => fields.some(([field, place]) => field === name && place < 0))
  if (absent.length > 0)
    throw refuse('missing-headings', { path, expected: absent.map(name => HEADINGS[name][0]!) })
  return lines.map(({ row, cells }) => [
    row,
    Object.fromEntries(
      fields.flatMap(([field, place]) => (cells[place]?.trim() ? [[field, cells[place]!.trim()]] : [])),
    ),
  ])
}
