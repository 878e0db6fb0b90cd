import { checkPlan as check } from '../../core/plan/check.ts'
import { planInput } from '../../store/inputs/plan-input.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { planLines } from '../../terminal/reports/plan-report.ts'
import { asStored, passesAsBytes } from '../draw/packing.ts'
import { yearNamed } from '../lookup.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { rowLoops } from '../row-hashing.ts'
import { inOneState } from '../session.ts'

/** plan check — looks ahead at a year's plan; exit 1 when something was found that bars a draw. Nothing is written. */
export async function checkPlan(desk: Desk, options: { readonly year?: string }): Promise<number> {
  return inOneState(desk, store => {
    const today = officeToday(desk, store)
    const year = options.year === undefined ? today.slice(0, 4) : yearNamed('--year', options.year)
    const progress = progressOf(desk, desk.say.common.reading)
    const asBytes = passesAsBytes(desk, store)
    const reading = { asBytes, loops: asBytes ? rowLoops(desk) : null, progress: progress.at }
    const input = asStored(store, () => planInput(store, year, today, reading))
    progress.end()
    const found = check(input)
    const names = new Map(input.planned.map(({ task: { number, name } }) => [number, name]))
    desk.result(found, () => planLines(naming(desk, store), found, names))
    return found.bars > 0 ? 1 : 0
  })
}
