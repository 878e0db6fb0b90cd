import { sortByBytes } from '../bytes.ts'
import type { OfficeCalendar } from '../calendar/office-calendar.ts'
import type { Day } from '../dates.ts'
import type { Block, Document } from '../publication/document.ts'
import { mostPressing, type Owed, owedSums } from './deadlines.ts'
import type { FigureWords } from './figure-words.ts'
import { type Tied, tieBlocks } from './ties-blocks.ts'

/** What a list of deadlines is laid out from. */
export interface Deadlines extends Tied {
  readonly today: Day
  readonly owed: readonly Owed[]
  readonly calendar: OfficeCalendar
}

/** How many lines paper and terminal show; a spreadsheet has all. */
const SHOWN = 60

/** 到期事项: who owes what since when, by department, the most pressing first. */
export function deadlinesDocument(
  report: Deadlines,
  words: FigureWords,
  departmentName: (code: string) => string,
  itemTold: (code: string) => string,
  occasionTold: (occasion: string) => string,
): Document {
  const { today, owed, calendar } = report
  const { columns, deadlines: own } = words
  const sums = owedSums(owed)
  const pressing = mostPressing(owed)
  const rows = pressing.map(one => [
    departmentName(one.department),
    words.duties[one.duty],
    one.due === null ? own.unknown(one.unknownYear!) : `${one.due}${one.overdue ? own.overdue : ''}`,
    one.since,
    occasionTold(one.occasion),
    one.target,
    one.name,
    one.item === '' ? '' : itemTold(one.item),
  ])
  const headings = (
    ['department', 'duty', 'due', 'since', 'occasion', 'target', 'name', 'item'] as const
  ).map(name => columns[name])
  const unknown = sortByBytes([...new Set(owed.flatMap(({ unknownYear }) => unknownYear ?? []))])
  const year = today.slice(0, 4)
  const late = new Map<string, number>()
  for (const { department, overdue } of sums) late.set(department, (late.get(department) ?? 0) + overdue)
  const blocks: Block[] = [
    ...(owed.length === 0
      ? [{ kind: 'text', text: own.nothing } as const]
      : ([
          { kind: 'heading', text: own.sums },
          {
            kind: 'table',
            figures: true,
            headings: (['department', 'duty', 'owed', 'overdue', 'firstDue'] as const).map(
              name => columns[name],
            ),
            rows: sums.map(sum => [
              departmentName(sum.department),
              words.duties[sum.duty],
              String(sum.owed),
              String(sum.overdue),
              sum.firstDue ?? words.none,
            ]),
          },
          {
            kind: 'bars',
            caption: own.picture,
            bars: [...late].map(([department, count]) => ({
              label: departmentName(department),
              value: count,
              shown: String(count),
            })),
          },
          { kind: 'heading', text: own.rows(Math.min(SHOWN, rows.length), rows.length) },
          { kind: 'table', headings, rows: rows.slice(0, SHOWN) },
        ] as const)),
    ...(unknown.length === 0 ? [] : [{ kind: 'text', text: own.unknownYear(unknown) } as const]),
    ...(calendar.knows(year)
      ? [{ kind: 'text', text: own.sources(year, calendar.sourcesOf(year)) } as const]
      : []),
    ...tieBlocks(report, words),
  ]
  return {
    file: own.title,
    title: own.title,
    subtitle: own.subtitle(today),
    data: { headings, rows },
    blocks,
    notice: true,
    wide: true,
  }
}
