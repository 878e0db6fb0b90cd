import { fairYear } from '../../core/report/fair-year.ts'
import { fairnessDocument } from '../../core/report/fairness-document.ts'
import { drawsOfYear } from '../../store/inputs/draws-of-year.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { fairnessData, fairnessLines, fairnessWords } from '../../terminal/reports/fairness-report.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report fairness — void attempts, substitutions, who meets whom, who visits how often, and what was drawn against what could be. */
export function fairness(desk: Desk, store: Store, year: string): Told {
  const { draws, standing } = drawsOfYear(store, year)
  const told = fairYear(year, draws, standing)
  const document = fairnessDocument(
    { today: officeToday(desk, store), told },
    fairnessWords(naming(desk, store), told),
  )
  return {
    data: fairnessData(told) as object,
    document,
    lines: () => fairnessLines(naming(desk, store), told),
  }
}
