import type { PoolRow } from '../../core/draw/folder/rows.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { simulate } from '../../core/draw/simulation.ts'
import { nextStrata } from '../../core/frame/sizes.ts'
import { fixTask } from '../../core/freeze/fix.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { clean } from '../../core/registry/cells/clean.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import { unfrozenInput } from '../../store/inputs/freeze-input.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { NamingDesk } from '../../terminal/naming.ts'
import { progressOf } from '../../terminal/progress.ts'
import {
  type SimulationReport,
  simulationData,
  simulationLines,
} from '../../terminal/reports/simulation-report.ts'
import { wholeNumber } from '../lookup.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { inOneState } from '../session.ts'
import { lendingGiven } from './lend.ts'
import { type TaskOptions, taskRow } from './task-row.ts'

const refuse = refusal<DrawReasons & OptionReasons>()

export interface SimulateOptions extends TaskOptions {
  readonly lend?: readonly string[]
  readonly reason?: string
  readonly approver?: string
  readonly runs?: string
  readonly seed?: string
}

/** draw simulate — draw many times before anything is fixed, keep nothing, tell what a draw would be like. */
export async function simulateDraw(
  desk: Desk,
  name: string | undefined,
  options: SimulateOptions,
): Promise<number> {
  const runs = wholeNumber('--runs', options.runs ?? '200')
  if (runs < 1 || runs > MOST_RUNS)
    throw refuse('invalid-option', {
      option: '--runs',
      value: options.runs!,
      expected: `1–${MOST_RUNS}`,
    })
  const seed = clean(options.seed ?? '1').text
  const { what, named } = await inOneState(desk, store => {
    const { row } = taskRow(desk, store, name, options)
    const lending = lendingGiven(desk, store, options)
    const what = fixTask(
      unfrozenInput(store, { row, now: desk.now, today: officeToday(desk, store), lending }),
      true,
    )
    return { what, named: namingPool(desk, store, what.pooled.pool) }
  })
  const progress = progressOf(desk, desk.say.simulation.running)
  const simulation = simulate(what.fixed, runs, seed, progress.at)
  progress.end()
  if (simulation.matched === 0) throw refuse('infeasible', simulation.blocked!)
  const next = nextStrata(what.task, what.strata, rulesOf(what.rules))
  const told: SimulationReport = { what, simulation, seed, next }
  desk.result(simulationData(told), () => simulationLines(named, told))
  return 0
}

const MOST_RUNS = 100_000

/** A desk that knows the people of a pool by name, also when the database is closed again. */
function namingPool(desk: Desk, store: Store, pool: readonly PoolRow[]): NamingDesk {
  const told = naming(desk, store)
  for (const { inspector, department } of pool) {
    told.named('inspectors', inspector)
    told.named('departments', department)
  }
  return told
}
