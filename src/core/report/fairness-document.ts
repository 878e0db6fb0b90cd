import type { Day } from '../dates.ts'
import type { Fraction } from '../fraction.ts'
import type { Bar, Block, Document } from '../publication/document.ts'
import type { Cell } from './chi-square.ts'
import type { FairYear } from './fair-year.ts'
import type { Attribute } from './fairness.ts'
import type { FigureWords } from './figure-words.ts'

/** What is said of the year, and of each test, in the language of the report. */
export interface FairnessWords {
  readonly figures: FigureWords
  readonly lines: readonly string[]
  readonly tested: (name: Attribute) => string
  readonly attributes: Readonly<Record<Attribute, string>>
  readonly headings: Readonly<Record<'cell' | 'drawn' | 'expected', string>>
  readonly method: string
}

/** How people read codes: with their names. */
export interface FairnessNames {
  readonly department: (code: string) => string
  readonly inspector: (id: string) => string
}

/** How many pairs paper shows; a spreadsheet of the figures has none. */
const PAIRS = 40

/** 抽取公平性: what was drawn against what could be, with the band of chance; who visits how often, who meets whom. */
export function fairnessDocument(
  { today, told }: { readonly today: Day; readonly told: FairYear },
  words: FairnessWords,
  names: FairnessNames,
): Document {
  const { figures, headings, attributes } = words
  const own = figures.pictures.fairness
  const tested = ['station', 'class', 'order'] as const
  const rowsOf = (name: Attribute) =>
    told.tests[name].cells.map(cell => {
      const [from, to] = band(cell.expected)
      return [cell.name || figures.none, String(cell.observed), hundredths(cell.expected), `${from}–${to}`]
    })
  const columns = [headings.cell, headings.drawn, headings.expected, own.band]
  const blocks: Block[] = [
    ...words.lines.map(text => ({ kind: 'text', text }) as const),
    ...tested.flatMap((name): Block[] => [
      { kind: 'heading', text: words.tested(name) },
      {
        kind: 'bars',
        caption: own.drawn(attributes[name]),
        bars: told.tests[name].cells.map(cell => barOf(cell, figures)),
      },
      { kind: 'table', figures: true, headings: columns, rows: rowsOf(name) },
    ]),
    { kind: 'text', text: own.banded },
    { kind: 'heading', text: own.visits },
    {
      kind: 'table',
      figures: true,
      headings: own.people,
      rows: told.people.map(({ inspector, department, pools, visits }) => [
        ...[names.department(department), names.inspector(inspector), String(pools), String(visits)],
      ]),
    },
    { kind: 'heading', text: own.pairs },
    {
      kind: 'table',
      figures: true,
      headings: [own.pair, own.times],
      rows: told.pairs
        .slice(0, PAIRS)
        .map(({ people: [a, b], times }) => [`${names.inspector(a)}、${names.inspector(b)}`, String(times)]),
    },
    { kind: 'text', text: words.method },
  ]
  return {
    file: own.title(told.year),
    title: own.title(told.year),
    subtitle: figures.results.subtitle(today),
    data: {
      headings: [figures.group, ...columns],
      rows: tested.flatMap(name => rowsOf(name).map(row => [attributes[name], ...row])),
    },
    ...{ blocks, notice: true, wide: false },
  }
}

function barOf({ name, observed, expected }: Cell, figures: FigureWords): Bar {
  return { label: name || figures.none, value: observed, shown: String(observed), mark: band(expected) }
}

/** The expected number, more or less twice its square root, in whole numbers and never below nought. */
function band({ numerator, denominator }: Fraction): readonly [number, number] {
  // 2√e = √(4e): the least whole number whose square is no less.
  const most = (4n * numerator + denominator - 1n) / denominator
  let root = 0n
  while (root * root < most) root++
  const [low, high] = [numerator / denominator - root, (numerator + denominator - 1n) / denominator + root]
  return [Number(low < 0n ? 0n : low), Number(high)]
}

function hundredths({ numerator, denominator }: Fraction): string {
  const rounded = Number((200n * numerator + denominator) / (2n * denominator))
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, '0')}`
}
