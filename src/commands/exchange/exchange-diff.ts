import { type Compared, type Difference, differences, type SideRow } from '../../core/exchange/difference.ts'
import { differenceRows } from '../../core/exchange/difference-rows.ts'
import type { Layout, LayoutColumn } from '../../core/exchange/layout.ts'
import { keyOf, outgoing } from '../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { isOfVisits } from '../../core/exchange/subjects.ts'
import { listDocument } from '../../core/publication/document.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { writeNewFile, writeNewFileOf } from '../../files/folder.ts'
import { keptText } from '../../files/kept-text.ts'
import { written } from '../../files/writing/documents.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import { sortedRows } from '../../store/sorted-rows.ts'
import type { Desk } from '../../terminal/desk.ts'
import { longList } from '../../terminal/reports/long-list.ts'
import { inOneState } from '../session.ts'
import { factsOfLayout, type Which } from './facts-of-layout.ts'
import { layoutNamed } from './layout-named.ts'
import { theirRows } from './their-rows.ts'

const refuse = refusal<ExchangeReasons & OptionReasons>()

export interface DiffOptions extends Omit<Which, 'batch'> {
  readonly codes?: string
  readonly encoding?: string
  readonly sheet?: string
  readonly to?: string
}

/**
 * exchange diff — ours beside theirs: what only one side has, what both have and tell differently, field by field, with what
 * to do for each. Reads and writes nothing here: taking over is `exchange in`, sending `exchange out`. Ends with 1 where
 * anything differs.
 */
export async function exchangeDiff(
  desk: Desk,
  name: string,
  file: string,
  which: readonly string[],
  options: DiffOptions,
): Promise<number> {
  const { to } = options
  if (to !== undefined && !/\.(?:csv|html?)$/i.test(to))
    throw refuse('invalid-option', { option: '--to', value: to, expected: '*.csv, *.html' })
  const { layout, tables } = await layoutNamed(desk, name, options.codes)
  if (layout.key.length === 0) throw refuse('layout-without-key', { layout: layout.layout })
  const theirs = await theirRows(desk, layout, file, options)
  const ours = sortedRows<SideRow>()
  try {
    const meant = which.length === 0 && isOfVisits(layout.of) ? theirs.draws : which
    await inOneState(desk, store => {
      for (const { id, cells } of outgoing(
        layout,
        tables,
        factsOfLayout(desk, store, layout, meant, options),
      )) {
        const key = keyOf(layout, cells) ?? ''
        ours.put(key, { key, at: id, cells })
      }
    })
    const isPresent = (column: LayoutColumn) => theirs.headings.columns.includes(column)
    const found = () => counted(differences(layout.columns, isPresent, ours.rows(), theirs.rows.rows()))
    return await tell(desk, layout, file, found, to)
  } finally {
    ours.close()
    theirs.rows.close()
  }
}

/** The differences, and the counts once all were taken. */
function counted(found: Generator<Difference, Compared>) {
  let counts: Compared | null = null
  function* items(): Generator<Difference> {
    counts = yield* found
  }
  return { items: items(), counts: () => counts! }
}

async function tell(
  desk: Desk,
  layout: Layout,
  file: string,
  found: () => ReturnType<typeof counted>,
  to: string | undefined,
): Promise<number> {
  const say = desk.say.exchange
  const rows = (difference: Difference) => differenceRows(layout, file, difference, say)
  const kinds = { 'only-ours': 0, 'only-theirs': 0, different: 0, repeated: 0 }
  const tally = found()
  for (const { kind } of tally.items) kinds[kind]++
  const counts = tally.counts()
  const summary = say.compared({ ...counts, ...kinds }, layout.system)
  if (to !== undefined) await writeReport(desk, layout, to, found, rows, [file, ...summary])
  const told = await keptText(
    longList<Difference>(
      desk,
      {
        items: () => found().items,
        data: difference => ({ ...difference, todo: rows(difference)[0]!.at(-1) }),
        headings: null,
        cells: () => [],
      },
      {
        field: 'differences',
        before: { layout: layout.layout, file, ...counts, ...kinds, report: to ?? null },
        above: [...summary, ...(to === undefined ? linesOf(desk, found, rows) : [say.reportWritten(to)])],
      },
    ),
  )
  await desk.resultPieces(told.pieces())
  return Object.values(kinds).some(count => count > 0) ? 1 : 0
}

/** How many differing rows are shown on the screen; all of them stand in the file of `--to`. */
const SHOWN = 200

function linesOf(
  desk: Desk,
  found: () => ReturnType<typeof counted>,
  rows: (difference: Difference) => readonly (readonly string[])[],
): string[] {
  if (desk.json) return []
  const lines: string[] = []
  let more = 0
  for (const difference of found().items) {
    if (lines.length >= SHOWN) more++
    else for (const row of rows(difference)) lines.push(`  ${desk.say.exchange.differenceLine(row)}`)
  }
  return more === 0 ? lines : [...lines, `  ${desk.say.import.more(more)}`]
}

async function writeReport(
  desk: Desk,
  layout: Layout,
  to: string,
  found: () => ReturnType<typeof counted>,
  rows: (difference: Difference) => readonly (readonly string[])[],
  summary: readonly string[],
): Promise<void> {
  const { reportHeadings, reportTitle } = desk.say.exchange
  if (/\.csv$/i.test(to)) {
    writeNewFileOf(desk.path(to), 'owner', put => {
      put(peopleCsv(reportHeadings, []))
      for (const difference of found().items)
        put(peopleCsv(rows(difference)[0]!, rows(difference).slice(1)).slice(1))
      return 'keep'
    })
    return
  }
  const all: (readonly string[])[] = []
  for (const difference of found().items) for (const row of rows(difference)) all.push(row)
  const list = listDocument('report', reportTitle(layout.system), '', { headings: reportHeadings, rows: all })
  const said = summary.map(text => ({ kind: 'text', text: text.trim() }) as const)
  const document = { ...list, blocks: [...said, ...list.blocks] }
  const [content] = (await written([document], ['html'])).values()
  writeNewFile(desk.path(to), content!, 'owner')
}
