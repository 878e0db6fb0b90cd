import type { Day } from '../dates.ts'
import type { DepartmentCode } from '../ids.ts'
import type { Document } from '../publication/document.ts'
import type { FigureWords } from './figure-words.ts'
import { type InspectionYear, YEAR_COUNTS } from './inspection-year.ts'
import { formulaBlocks, type Tied, tieBlocks } from './ties-blocks.ts'

/** What the statistics of a year are laid out from. */
export interface YearReport extends Tied {
  readonly year: string
  readonly today: Day
  readonly told: InspectionYear
}

/** 涉企行政检查统计表: a year's visits and what came of them, by department. */
export function yearDocument(
  report: YearReport,
  words: FigureWords,
  departmentName: (code: DepartmentCode) => string,
): Document {
  const { year, today, told } = report
  const own = words.year
  const headings = [words.columns.department, ...YEAR_COUNTS.map(name => words.yearCounts[name])]
  const cells = (counts: InspectionYear['all']) => YEAR_COUNTS.map(name => String(counts[name]))
  const rows = [
    ...told.departments.map(({ department, counts }) => [departmentName(department), ...cells(counts)]),
    [words.all, ...cells(told.all)],
  ]
  return {
    file: own.title(year),
    title: own.title(year),
    subtitle: words.results.subtitle(today),
    data: { headings, rows },
    blocks: [
      { kind: 'table', figures: true, headings, rows },
      {
        kind: 'bars',
        caption: own.picture,
        bars: told.departments.map(({ department, counts }) => ({
          label: departmentName(department),
          value: counts.visits,
          shown: String(counts.visits),
        })),
      },
      ...formulaBlocks(own.formulas, words),
      ...tieBlocks(report, words),
    ],
    notice: true,
    wide: true,
  }
}
