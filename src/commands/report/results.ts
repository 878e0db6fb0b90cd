import { OUTCOME_WORDS } from '../../core/registry/cells/result-codes.ts'
import { assessed, figuresByName } from '../../core/report/assessment.ts'
import { assessmentDocument } from '../../core/report/assessment-document.ts'
import { type InspectionYear, inspectionYear } from '../../core/report/inspection-year.ts'
import { type Grouping, type ResultFigures, resultFigures } from '../../core/report/result-figures.ts'
import { resultsDocument } from '../../core/report/results-document.ts'
import { tiesOfAssessment, tiesOfResults, tiesOfYear } from '../../core/report/ties.ts'
import { visitsMade } from '../../core/report/visits-made.ts'
import { yearDocument } from '../../core/report/year-document.ts'
import { assessmentShares } from '../../store/inputs/assessment-input.ts'
import { drawsOfYear, resultsInput } from '../../store/inputs/results-input.ts'
import { yearResults } from '../../store/inputs/year-results-input.ts'
import type { Store } from '../../store/open.ts'
import { ledgerOfResults } from '../../store/results/ledger-of-results.ts'
import { resultsInspected, resultsOfDraws } from '../../store/results/results.ts'
import { ruleValues } from '../../store/rules.ts'
import { nextEntry } from '../../store/views/log.ts'
import { departmentName, itemName } from '../../store/views/names.ts'
import { drawnVisits, substitutionsOfYear } from '../../store/views/reports.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report results — due, inspected, published, in time, problems, settled: by task, department, item, class and outcome. */
export function results(desk: Desk, store: Store, year: string): Told {
  const figures = figuresOf(desk, store, year)
  const last = String(Number(year) - 1)
  const before = { year: last, all: figuresOf(desk, store, last).all }
  const made = visitsMade(drawnVisits(store, year))
  const visits = { all: made.length, joint: made.filter(({ departments }) => departments.size > 1).length }
  const substitutions = substitutionsOfYear(store, year)
  const today = officeToday(desk, store)
  const ledger = ledgerOfResults(store)
  const draws = drawsOfYear(store, year).map(({ number }) => number)
  const ties = tiesOfResults(figures, resultsOfDraws(store, year, draws), ledger)
  const report = { year, today, figures, before, visits, substitutions, ties, ledger }
  return { data: report, document: resultsDocument(report, desk.say.report.figures, namer(store)) }
}

/** report assessment — indicators of each department with their weights, for the leading group. */
export function assessment(desk: Desk, store: Store, year: string): Told {
  const values = ruleValues(store)
  const weights = values['assessment-weights']
  const terms = {
    weights: figuresByName(weights),
    full: figuresByName(values['assessment-full-marks']),
  }
  const figures = figuresOf(desk, store, year)
  const told = assessed(assessmentShares(store, year, figures), terms)
  const ledger = ledgerOfResults(store)
  const ties = tiesOfAssessment(told, figures, ledger)
  const today = officeToday(desk, store)
  const name = namer(store)
  const report = { year, today, assessed: told, weights, ties, ledger }
  const document = assessmentDocument(report, desk.say.report.figures, code => name('department', code))
  const departments = told.map(one => ({
    department: one.department,
    shares: one.shares,
    points: Object.fromEntries(
      Object.entries(one.points).map(([indicator, points]) => [indicator, points && fractionText(points)]),
    ),
    score: one.score && fractionText(one.score),
  }))
  return { data: { year, today, weights, departments, ties, ledger }, document }
}

/** report year — the statistics of inspections of enterprises (涉企行政检查). */
export function year(desk: Desk, store: Store, of: string): Told {
  const progress = progressOf(desk, desk.say.report.reckoning)
  const told: InspectionYear = inspectionYear(yearResults(store, of, progress.at))
  progress.end()
  const today = officeToday(desk, store)
  const name = namer(store)
  const ledger = ledgerOfResults(store)
  const ties = tiesOfYear(told, resultsInspected(store, of), ledger)
  const document = yearDocument({ year: of, today, told, ties, ledger }, desk.say.report.figures, code =>
    name('department', code),
  )
  return { data: { year: of, today, ...told, ties, ledger }, document }
}

function figuresOf(desk: Desk, store: Store, year: string): ResultFigures {
  const progress = progressOf(desk, desk.say.report.reckoning)
  const { results, ...terms } = resultsInput(store, year, progress.at)
  const figures = resultFigures(results, terms)
  progress.end()
  return figures
}

/** Names of departments and items as the registries have them now, each asked for once. */
function namer(store: Store): (grouping: Grouping, code: string) => string {
  const entry = nextEntry(store)
  const known = new Map<string, string>()
  return (grouping, code) => {
    const key = `${grouping} ${code}`
    let name = known.get(key)
    if (name === undefined) {
      if (grouping === 'department') name = departmentName(store, code, entry)
      else if (grouping === 'item' && code !== '') name = `${code} ${itemName(store, code, entry)}`
      else if (grouping === 'outcome') name = `${code} ${OUTCOME_WORDS.get(code) ?? ''}`.trimEnd()
      else name = code
      known.set(key, name)
    }
    return name
  }
}

/** `numerator/denominator`, so that whoever checks it has it exactly. */
function fractionText({
  numerator,
  denominator,
}: {
  readonly numerator: bigint
  readonly denominator: bigint
}) {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
}
