import type { Day } from '../dates.ts'
import { percent } from '../fraction.ts'
import type { DepartmentCode } from '../ids.ts'
import type { Document } from '../publication/document.ts'
import { INDICATORS } from '../rules/assessment-rules.ts'
import { type Assessed, type Indicator, scoreText } from './assessment.ts'
import type { FigureWords } from './figure-words.ts'
import { formulaBlocks, type Tied, tieBlocks } from './ties-blocks.ts'

/** What an assessment is laid out from. */
export interface AssessmentReport extends Tied {
  readonly year: string
  readonly today: Day
  readonly assessed: readonly Assessed[]
  /** The rule's text. */
  readonly weights: string
}

/** 考核评分表 for the leading group: each indicator with its parts, share and points, the best department first. */
export function assessmentDocument(
  report: AssessmentReport,
  words: FigureWords,
  departmentName: (code: DepartmentCode) => string,
): Document {
  const { year, today, assessed, weights } = report
  const own = words.assessment
  const headings = [
    own.rank,
    words.columns.department,
    own.score,
    ...INDICATORS.map(name => own.indicators[name]),
  ]
  const rows = assessed.map(({ department, shares, points, score }, i) => [
    String(i + 1),
    departmentName(department),
    score === null ? words.none : scoreText(score),
    ...INDICATORS.map(indicator => {
      const { part, whole } = shares[indicator]
      const point = points[indicator]
      const share = `${part}/${whole} ${percent(part, whole)}`
      return point === null ? (whole === 0 ? words.none : share) : `${share} → ${scoreText(point)}`
    }),
  ])
  return {
    file: own.title(year),
    title: own.title(year),
    subtitle: words.results.subtitle(today),
    data: { headings, rows },
    blocks: [
      { kind: 'text', text: own.weights(weightsIn(weights, own.indicators)) },
      { kind: 'table', figures: true, headings, rows },
      {
        kind: 'bars',
        caption: own.picture,
        bars: assessed.flatMap(({ department, score }) =>
          score === null
            ? []
            : [
                {
                  label: departmentName(department),
                  value: Number(score.numerator / score.denominator),
                  shown: scoreText(score),
                },
              ],
        ),
      },
      ...formulaBlocks(own.formulas(namesIn(own.indicators)), words),
      ...tieBlocks(report, words),
    ],
    notice: true,
    wide: true,
  }
}

/** The text of the rule with its indicators as they are called here. */
function weightsIn(text: string, called: Readonly<Record<Indicator, string>>): string {
  return text
    .split(';')
    .map(one => {
      const [name = '', ...weight] = one.split('=')
      return [called[name as Indicator] ?? name, ...weight].join('=')
    })
    .join(';')
}

/** What each is called, with the word by which the rules name it where that is another. */
function namesIn(called: Readonly<Record<Indicator, string>>): Readonly<Record<Indicator, string>> {
  const name = (of: Indicator) => (called[of] === of ? of : `${called[of]} (${of})`)
  return Object.fromEntries(INDICATORS.map(of => [of, name(of)])) as Record<Indicator, string>
}
