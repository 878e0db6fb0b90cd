import type { PoolRow } from '../../core/draw/folder/rows.ts'
import { FRAME } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { simulate, type Trials, trialsOf } from '../../core/draw/simulation.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { nextStrata } from '../../core/frame/sizes.ts'
import { type FrozenTask, fixTask } from '../../core/freeze/fix.ts'
import { trialsPacked } from '../../core/packed/drawing/trials-packed.ts'
import { fixPacked } from '../../core/packed/fix-packed.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { clean } from '../../core/registry/cells/clean.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import { enginesIn } from '../../store/engines.ts'
import { unfrozenInput } from '../../store/inputs/freeze-input.ts'
import { targetVersions } from '../../store/inputs/packed-targets.ts'
import { hasTargets } from '../../store/inputs/plan-input.ts'
import type { Store } from '../../store/open.ts'
import { nextEntry } from '../../store/views/log.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { NamingDesk } from '../../terminal/naming.ts'
import { progressOf } from '../../terminal/progress.ts'
import {
  type SimulationReport,
  simulationData,
  simulationLines,
} from '../../terminal/reports/simulation-report.ts'
import { bringAwaited } from '../engine/bring-lists.ts'
import { wholeNumber } from '../lookup.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { rowHashing } from '../row-hashing.ts'
import { inOneState, letOthersWrite } from '../session.ts'
import { lendingGiven } from './lend.ts'
import { asStored, passesAsBytes, targetsAsBytes } from './packing.ts'
import { type TaskOptions, taskRow } from './task-row.ts'

const refuse = refusal<DrawReasons & EngineReasons & OptionReasons>()

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
  const { what, named, simulation } = await inOneState(desk, async store => {
    refuseElsewhere(store)
    await bringAwaited(desk, store, nextEntry(store))
    const { row } = taskRow(desk, store, name, options)
    const lending = lendingGiven(desk, store, options)
    const asked = { row, now: desk.now, today: officeToday(desk, store), lending }
    const { what, trials } = asStored(store, () => trialsIn(desk, store, asked))
    const named = namingPool(desk, store, what.pooled.pool)
    letOthersWrite(store)
    const progress = progressOf(desk, desk.say.simulation.running, runs)
    const simulation = simulate(trials, runs, seed, progress.at)
    progress.end()
    return { what, named, simulation }
  })
  if (simulation.matched === 0) throw refuse('infeasible', simulation.blocked!)
  const next = nextStrata(what.task, what.strata, rulesOf(what.rules))
  const told: SimulationReport = { what, simulation, seed, next }
  desk.result(simulationData(told), () => simulationLines(named, told))
  return 0
}

/** Of targets that all lie in engines nothing here tells how a draw would be. */
function refuseElsewhere(store: Store): void {
  const engines = enginesIn(store).map(({ name }) => name)
  if (engines.length > 0 && !hasTargets(store)) throw refuse('targets-elsewhere', { engines })
}

/** A task as it would be fixed, and what it takes to draw it again and again; of a large registry no row is held. */
function trialsIn(
  desk: Desk,
  store: Store,
  asked: Parameters<typeof unfrozenInput>[1],
): { readonly what: FrozenTask; readonly trials: Trials } {
  const progress = progressOf(desk, desk.say.common.reading, targetVersions(store))
  const input = unfrozenInput(store, { ...asked, progress: progress.at })
  if (!passesAsBytes(desk, store)) {
    const what = fixTask(input, true)
    progress.end()
    return { what, trials: trialsOf(what.fixed) }
  }
  const what = fixPacked(input, targetsAsBytes(desk, store, input, nextEntry(store), progress.at), true)
  progress.end()
  return {
    what,
    trials: trialsPacked(what.fixed, what.frozen.lists?.get(FRAME.file) ?? [], rowHashing(desk)),
  }
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
