import { sortByBytes } from '../../bytes.ts'
import { daysIn } from '../../calendar/office-calendar.ts'
import { type Day, daysSinceEpoch } from '../../dates.ts'
import { officeMoment } from '../../office-time.ts'
import type { Bar, Block, Document, Tick } from '../../publication/document.ts'
import type { FigureWords } from '../figure-words.ts'
import { type Tied, tieBlocks } from '../ties-blocks.ts'
import { type DrawTimeline, type TimelineBar, timelineBars } from './draw-timeline.ts'

/** What a timeline is laid out from; `offset` is how far the office's clock is from UTC. */
export interface TimelineReport extends Tied {
  readonly today: Day
  readonly timeline: DrawTimeline
  readonly offset: string
}

/** 抽取时间线: one draw from its freeze on, as bars along its days and as a line for each entry of the ledger. */
export function timelineDocument(
  report: TimelineReport,
  words: FigureWords,
  reasonText: (cell: string) => string,
): Document {
  const { today, timeline, offset } = report
  const own = words.pictures.timeline
  const { columns, kinds } = own
  const bars = timelineBars(timeline)
  const headings = (['entry', 'at', 'day', 'what', 'count', 'detail', 'actor', 'approver'] as const).map(
    name => columns[name],
  )
  const rows = timeline.events.map(({ kind, entry, at, actor, day, count, detail, reason, approver }) => [
    ...[String(entry), officeMoment(at, offset).slice(0, 19).replace('T', ' '), day, kinds[kind]],
    ...[String(count), detailCell(detail, kind === 'substituted' ? reasonText(reason) : reason)],
    ...[actor, approver],
  ])
  const blocks: Block[] = [
    { kind: 'text', text: `${own.state}${own.states[timeline.state]}` },
    ...pictureOf(bars, words),
    ...(timeline.planned.length === 0
      ? []
      : ([
          { kind: 'heading', text: own.planned },
          {
            kind: 'table',
            figures: true,
            headings: [columns.day, columns.what, columns.detail],
            rows: timeline.planned.map(({ kind, from, to, detail }) => [span(from, to), kinds[kind], detail]),
          },
        ] as const)),
    { kind: 'heading', text: own.rows },
    { kind: 'table', figures: true, headings, rows },
    ...own.notes.map(text => ({ kind: 'text', text }) as const),
    ...tieBlocks(report, words),
  ]
  return {
    ...{ file: own.title(timeline.draw), title: own.title(timeline.draw) },
    subtitle: `${own.subtitle(timeline.task, timeline.attempt)}　${words.results.subtitle(today)}`,
    data: { headings, rows },
    ...{ blocks, notice: true, wide: true },
  }
}

function detailCell(detail: string, reason: string): string {
  return [detail, reason].filter(text => text !== '').join('：')
}

function span(from: Day, to: Day): string {
  return from === to ? from : `${from}～${to}`
}

function pictureOf(bars: readonly TimelineBar[], words: FigureWords): Block[] {
  const own = words.pictures.timeline
  const [first] = bars
  if (first === undefined) return []
  const last = (sortByBytes(bars.map(({ to }) => to)) as Day[]).at(-1)!
  const zero = daysSinceEpoch(first.from)
  const placeOf = (day: Day) => daysSinceEpoch(day) - zero
  return [
    {
      kind: 'bars',
      caption: own.picture,
      bars: bars.map(({ kind, from, to, events }): Bar => {
        const [start, length] = [placeOf(from), placeOf(to) - placeOf(from) + 1]
        return {
          ...{ label: own.kinds[kind], start },
          shown: events > 1 ? `${span(from, to)} ${own.times(events)}` : span(from, to),
          // What was fixed beforehand is drawn as a mark, what happened as a bar.
          ...(events === 0 ? { value: 0, mark: [start, start + length] as const } : { value: length }),
        }
      }),
      axis: [...ticksFrom(first.from, last, placeOf), { at: placeOf(last) + 1, label: '' }],
    },
  ]
}

/** The first days of months, so many months apart that there are few; of a short time every seventh day. */
function ticksFrom(first: Day, last: Day, placeOf: (day: Day) => number): Tick[] {
  const days = [...daysIn({ first, last })]
  const months = days.filter(day => day.endsWith('-01'))
  const among = days.length <= SHORT ? days.filter((_, i) => i % 7 === 0) : months
  const step = Math.ceil(among.length / TICKS)
  return among
    .filter((_, i) => i % step === 0)
    .map(day => ({ at: placeOf(day), label: days.length <= SHORT ? day.slice(5) : day.slice(2, 7) }))
}

const SHORT = 45
const TICKS = 7
