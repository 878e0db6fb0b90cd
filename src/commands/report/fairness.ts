import { fairYear } from '../../core/report/fair-year.ts'
import { fairnessDocument } from '../../core/report/fairness-document.ts'
import { drawsOfYear } from '../../store/inputs/draws-of-year.ts'
import type { Store } from '../../store/open.ts'
import { nextEntry } from '../../store/views/log.ts'
import { departmentName, personCalled } from '../../store/views/names.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { fairnessData, fairnessLines, fairnessWords } from '../../terminal/reports/fairness-report.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report fairness — void attempts, substitutions, who meets whom, who visits how often, and what was drawn against what could be. */
export function fairness(desk: Desk, store: Store, year: string): Told {
  const progress = progressOf(desk, desk.say.common.reading)
  const { draws, standing } = drawsOfYear(store, year, progress.at)
  const told = fairYear(year, draws, standing)
  progress.end()
  const named = naming(desk, store)
  const entry = nextEntry(store)
  const document = fairnessDocument({ today: officeToday(desk, store), told }, fairnessWords(named, told), {
    department: code => departmentName(store, code, entry),
    inspector: id => personCalled(store, id),
  })
  return {
    data: fairnessData(told) as object,
    document,
    lines: () => fairnessLines(named, told),
  }
}
