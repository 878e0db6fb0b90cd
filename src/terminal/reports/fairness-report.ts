import { byBytes } from '../../core/bytes.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import { type ChiSquare, numberOf } from '../../core/report/chi-square.ts'
import type { FairYear } from '../../core/report/fair-year.ts'
import type { Attribute } from '../../core/report/fairness.ts'
import type { FairnessWords } from '../../core/report/fairness-document.ts'
import { groupBy } from '../../core/tally.ts'
import type { Desk } from '../desk.ts'
import type { NamingDesk } from '../naming.ts'
import { table } from '../table.ts'
import { hundredths, possiblePairs } from './simulation-report.ts'
import { reasonText } from './substitution-report.ts'

/** How many lines a list has, at most. */
const LISTED = 15

export function fairnessLines(desk: NamingDesk, told: FairYear): string[] {
  const words = desk.say.report
  return [
    words.fairness(told.year, told.draws.frozen, told.draws.drawn),
    '',
    ...happened(desk, told),
    '',
    ...pairLines(desk, told),
    '',
    ...visitLines(desk, told),
    ...(['station', 'class', 'order'] as const).flatMap(name => [
      '',
      ...testLines(desk, name, told.tests[name]),
    ]),
    '',
    words.method,
  ]
}

/** What the same is said with on paper. */
export function fairnessWords(desk: NamingDesk, told: FairYear): FairnessWords {
  const words = desk.say.report
  const { figures, attributes, cell, drawn, expected, method } = words
  return {
    figures,
    lines: [words.fairness(told.year, told.draws.frozen, told.draws.drawn), ...happened(desk, told)],
    tested: name => testedLine(desk, name, told.tests[name]),
    ...{ attributes, headings: { cell, drawn, expected }, method },
  }
}

/** Draws that became void or ended otherwise, and substitutions. */
function happened(desk: NamingDesk, { voided, ended, substitutions }: FairYear): string[] {
  const words = desk.say.report
  const person = (kind: 'target' | 'inspector', code: string) =>
    code === '' ? '' : desk.named(kind === 'target' ? 'targets' : 'inspectors', code)
  return [
    words.voided(voided.length),
    ...voided.map(row =>
      words.voidedOne(
        row.draw,
        escapeControls(row.task),
        row.attempt,
        escapeControls(row.reason),
        escapeControls(row.approver),
      ),
    ),
    ...ended.map(row => words.endedOne(row.draw, escapeControls(row.task), row.attempt, row.how)),
    words.substituted(substitutions.length),
    ...substitutions.map(row =>
      words.substitutedOne(
        row.draw,
        person(row.kind, row.out),
        person(row.kind, row.in),
        reasonText(desk, row.reason),
        escapeControls(row.approver),
      ),
    ),
  ]
}

function pairLines({ say, named }: NamingDesk, { people, pairs }: FairYear): string[] {
  const words = say.report
  return [
    words.pairs(pairs.length, possiblePairs(people)),
    ...pairs
      .slice(0, LISTED)
      .map(({ people: [a, b], times }) => words.pair(named('inspectors', a), named('inspectors', b), times)),
    ...(pairs.length > LISTED ? [words.further(pairs.length - LISTED)] : []),
  ]
}

function visitLines({ say, window, named }: NamingDesk, { people }: FairYear): string[] {
  const words = say.report
  const groups = groupBy(people, ({ department, station }) => `${department}\t${station}`)
  const sorted = [...groups].sort(([a], [b]) => byBytes(a, b))
  const rows = sorted.map(([key, members]) => {
    const visits = members.map(member => member.visits)
    const sum = visits.reduce((total, count) => total + count, 0)
    const mean = hundredths(BigInt(sum), BigInt(members.length))
    const [department, station] = key.split('\t') as [string, string]
    const range = `${Math.min(...visits)}–${Math.max(...visits)}`
    return [
      named('departments', department),
      escapeControls(station) || words.none,
      String(members.length),
      String(sum),
      mean,
      range,
    ]
  })
  return table(
    window,
    [words.department, words.station, words.people, words.visits, words.mean, words.range],
    rows,
    ['left', 'left', 'right', 'right', 'right', 'right'],
  )
}

function testedLine({ say }: Desk, name: Attribute, { statistic, freedom, p }: ChiSquare): string {
  const words = say.report
  const verdict =
    statistic === null
      ? words.untested
      : words.tested(hundredths(statistic.numerator, statistic.denominator), freedom, (p ?? 1).toFixed(3))
  return words.attribute(words.attributes[name], verdict)
}

function testLines(desk: Desk, name: Attribute, tested: ChiSquare): string[] {
  const words = desk.say.report
  const { cells } = tested
  return [
    testedLine(desk, name, tested),
    ...table(
      desk.window,
      [words.cell, words.drawn, words.expected],
      cells.map(cell => [
        escapeControls(cell.name) || words.none,
        String(cell.observed),
        hundredths(cell.expected.numerator, cell.expected.denominator),
      ]),
      ['left', 'right', 'right'],
    ),
  ]
}

/** The same for scripts; the statistic as an exact fraction too. */
export function fairnessData({ tests, people, ...rest }: FairYear): unknown {
  const plain = ({ cells, statistic, freedom, p }: ChiSquare) => ({
    statistic: statistic === null ? null : numberOf(statistic),
    exact: statistic === null ? null : `${statistic.numerator}/${statistic.denominator}`,
    freedom,
    p,
    cells: cells.map(({ name, observed, expected }) => ({
      name,
      observed,
      expected: `${expected.numerator}/${expected.denominator}`,
    })),
  })
  return {
    ...rest,
    pairsPossible: possiblePairs(people),
    people,
    tests: { station: plain(tests.station), class: plain(tests.class), order: plain(tests.order) },
  }
}
