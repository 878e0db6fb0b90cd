import type { Day } from '../../dates.ts'
import type { Block, DataTable, Document } from '../../publication/document.ts'
import type { FigureWords } from '../figure-words.ts'
import { formulaBlocks, type Tied, tieBlocks } from '../ties-blocks.ts'
import type { DepartmentMeetings, Meetings, TargetMet } from './meetings.ts'
import { shadeOf } from './shade-of.ts'

/** What a matrix is laid out from; `targets` where the office asks who went to which firm. */
export interface MatrixReport extends Tied {
  readonly year: string
  readonly today: Day
  readonly meetings: Meetings
  readonly targets: readonly TargetMet[] | null
}

/** How people, departments and firms are called beside their codes. */
export interface MatrixNames {
  readonly department: (code: string) => string
  readonly inspector: (id: string) => string
  readonly target: (id: string) => string
}

/** So many people of a department stand in its picture, and so many rows of firms on paper; a spreadsheet has all. */
const PEOPLE = 24
const ROWS = 60

/** 同组情况: who sat beside whom in a year, department by department, and which departments went together. */
export function matrixDocument(report: MatrixReport, words: FigureWords, names: MatrixNames): Document {
  const { year, today, meetings, targets } = report
  const own = words.pictures.matrix
  const blocks: Block[] = [
    { kind: 'text', text: own.inner },
    ...(targets === null ? [] : targetBlocks(targets, words, names)),
    ...meetings.departments.flatMap(one => departmentBlock(one, words, names)),
    ...jointBlock(meetings, words, names),
    ...formulaBlocks(own.formulas, words),
    ...tieBlocks(report, words),
  ]
  return {
    ...{ file: own.title(year), title: own.title(year), subtitle: words.results.subtitle(today) },
    data: targets === null ? pairTable(meetings, words, names) : targetTable(targets, words, names),
    ...{ blocks, notice: true, wide: true },
  }
}

function called(id: string, name: string): string {
  return name === '' || name === id ? id : `${id} ${name}`
}

/** People below each other and, by their number, side by side: a cell is how often two sat in one team. */
function departmentBlock(
  { department, people, pairs }: DepartmentMeetings,
  words: FigureWords,
  names: MatrixNames,
): Block[] {
  const own = words.pictures.matrix
  const shown = people.slice(0, PEOPLE)
  return [
    square(
      own.pairs(names.department(department), shown.length, people.length),
      [own.person, own.visits],
      shown.map(({ inspector, visits }) => ({
        id: inspector,
        label: called(inspector, names.inspector(inspector)),
        visits,
      })),
      pairs.map(({ people, times }) => ({ pair: people, times })),
    ),
  ]
}

function jointBlock({ joint }: Meetings, words: FigureWords, names: MatrixNames): Block[] {
  if (joint.length === 0) return []
  const own = words.pictures.matrix
  const codes = [...new Set(joint.flatMap(({ departments }) => departments))].sort()
  const visitsOf = (code: string) =>
    joint.reduce((sum, { departments, times }) => sum + (departments.includes(code) ? times : 0), 0)
  return [
    square(
      own.joint,
      [own.columns.department, own.times],
      codes.map(code => ({ id: code, label: names.department(code), visits: visitsOf(code) })),
      joint.map(({ departments, times }) => ({ pair: departments, times })),
    ),
  ]
}

interface Member {
  readonly id: string
  readonly label: string
  readonly visits: number
}

function square(
  caption: string,
  headings: readonly [string, string],
  members: readonly Member[],
  pairs: readonly { readonly pair: readonly [string, string]; readonly times: number }[],
): Block {
  const timesOf = new Map(pairs.map(({ pair, times }) => [JSON.stringify(pair), times]))
  const met = (a: string, b: string) =>
    timesOf.get(JSON.stringify([a, b])) ?? timesOf.get(JSON.stringify([b, a])) ?? 0
  const most = pairs.reduce((most, { times }) => Math.max(most, times), 0)
  const numbered = members.map((member, i) => ({ ...member, number: String(i + 1) }))
  return {
    kind: 'shaded',
    caption,
    headings: [...headings, ...numbered.map(({ number }) => number)],
    rows: numbered.map(({ id, label, visits, number }) => [
      ...[`${number} ${label}`, String(visits)],
      ...members.map(other => (other.id === id ? '' : String(met(id, other.id) || ''))),
    ]),
    shades: members.map(({ id }) => [
      0 as const,
      ...members.map(other => (other.id === id ? 'off' : shadeOf(met(id, other.id), most))),
    ]),
  }
}

function targetBlocks(targets: readonly TargetMet[], words: FigureWords, names: MatrixNames): Block[] {
  const own = words.pictures.matrix
  const twice = targets.filter(({ draws }) => draws.length > 1)
  if (twice.length === 0) return [{ kind: 'text', text: own.noneTwice }]
  const { headings, rows } = targetTable(twice.slice(0, ROWS), words, names)
  return [
    { kind: 'heading', text: own.targets(Math.min(ROWS, twice.length), twice.length) },
    { kind: 'table', figures: true, headings, rows },
  ]
}

function targetTable(targets: readonly TargetMet[], words: FigureWords, names: MatrixNames): DataTable {
  const { columns, person, times } = words.pictures.matrix
  return {
    headings: [columns.department, person, columns.target, times, columns.draws],
    rows: targets.map(({ department, inspector, target, draws }) => [
      names.department(department),
      called(inspector, names.inspector(inspector)),
      called(target, names.target(target)),
      ...[String(draws.length), draws.join('、')],
    ]),
  }
}

function pairTable({ departments }: Meetings, words: FigureWords, names: MatrixNames): DataTable {
  const { columns, times } = words.pictures.matrix
  const person = (id: string) => called(id, names.inspector(id))
  return {
    headings: [columns.department, columns.first, columns.second, times],
    rows: departments.flatMap(({ department, pairs }) =>
      pairs.map(({ people: [a, b], times }) => [
        ...[names.department(department), person(a), person(b)],
        String(times),
      ]),
    ),
  }
}
