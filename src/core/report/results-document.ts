import type { Day } from '../dates.ts'
import { percent } from '../fraction.ts'
import type { Block, Document } from '../publication/document.ts'
import type { FigureWords } from './figure-words.ts'
import { type Count, type Counts, GROUPINGS, type Grouping, type ResultFigures } from './result-figures.ts'
import { formulaBlocks, type Tied, tieBlocks } from './ties-blocks.ts'

/** What a report of a year's results is laid out from. */
export interface ResultsReport extends Tied {
  readonly year: string
  readonly today: Day
  readonly figures: ResultFigures
  /** The year before, to compare with. */
  readonly before: { readonly year: string; readonly all: Counts }
  readonly visits: { readonly all: number; readonly joint: number }
  readonly substitutions: number
}

/** The columns of every table: counts, and the shares that follow from them. */
const COLUMNS: readonly (Count | { readonly share: keyof FigureWords['shares']; readonly of: Count })[] = [
  'due',
  'inspected',
  { share: 'inspected', of: 'due' },
  'published',
  { share: 'published', of: 'inspected' },
  'inTime',
  { share: 'inTime', of: 'published' },
  'problems',
  { share: 'problems', of: 'inspected' },
  'settled',
  { share: 'settled', of: 'problems' },
  'open',
  'offSite',
]

/** 抽查检查结果统计: due, inspected, published, in time, problems, settled; by task, department, item, class and outcome. */
export function resultsDocument(
  report: ResultsReport,
  words: FigureWords,
  nameOf: (grouping: Grouping, name: string) => string,
): Document {
  const { year, today, figures, before, visits, substitutions } = report
  const own = words.results
  const headings = COLUMNS.map(column =>
    typeof column === 'string' ? words.counts[column] : words.shares[column.share],
  )
  const rowsBy = (grouping: Grouping) =>
    figures.by[grouping].map(({ name, counts }) => [nameOf(grouping, name) || words.none, ...cellsOf(counts)])
  const all = cellsOf(figures.all)
  const { inspected, offSite } = figures.all
  const blocks: Block[] = [
    { kind: 'heading', text: own.all },
    {
      kind: 'table',
      figures: true,
      headings: [own.years, ...headings],
      rows: [
        [own.before(year), ...all],
        [own.before(before.year), ...cellsOf(before.all)],
      ],
    },
    { kind: 'text', text: own.joint(visits.joint, visits.all, percent(visits.joint, visits.all)) },
    { kind: 'text', text: own.offSite(offSite, inspected, percent(offSite, inspected)) },
    { kind: 'text', text: own.substitutions(substitutions) },
    { kind: 'text', text: own.beside(figures.strays, figures.unreckoned) },
    {
      kind: 'bars',
      caption: own.picture,
      bars: figures.by.department.map(({ name, counts }) => ({
        label: nameOf('department', name),
        value: Math.floor((100 * counts.inspected) / counts.due),
        shown: percent(counts.inspected, counts.due),
      })),
    },
    ...GROUPINGS.flatMap((grouping): Block[] => [
      { kind: 'heading', text: own.by(words.groupings[grouping]) },
      {
        kind: 'table',
        figures: true,
        headings: [words.groupings[grouping], ...headings],
        rows: rowsBy(grouping),
      },
    ]),
    ...formulaBlocks(own.formulas, words),
    ...tieBlocks(report, words),
  ]
  return {
    file: own.title(year),
    title: own.title(year),
    subtitle: own.subtitle(today),
    data: {
      headings: [words.group, words.columns.name, ...headings],
      rows: [
        [words.all, year, ...all],
        [words.all, before.year, ...cellsOf(before.all)],
        ...GROUPINGS.flatMap(grouping => rowsBy(grouping).map(row => [words.groupings[grouping], ...row])),
      ],
    },
    blocks,
    notice: true,
    wide: true,
  }
}

function cellsOf(counts: Counts): string[] {
  return COLUMNS.map(column =>
    typeof column === 'string' ? String(counts[column]) : percent(counts[column.share], counts[column.of]),
  )
}
