import type { Day } from '../../core/dates.ts'
import type { FrameRow } from '../../core/draw/folder/rows.ts'
import { frameColumns } from '../../core/frame/frame.ts'
import type { FramePreview } from '../../core/frame/frame-preview.ts'
import { type FrameInput, previewFrame } from '../../core/frame/preview.ts'
import type { FixInput } from '../../core/freeze/fix.ts'
import { taskUnder } from '../../core/freeze/freeze-terms.ts'
import { staffedPreview } from '../../core/freeze/staffed-preview.ts'
import type { EntryNumber } from '../../core/ids.ts'
import { previewOfRows } from '../../core/packed/fix-packed.ts'
import type { RowLoops } from '../../core/packed/loops/row-loops.ts'
import { type PlanChange, type PlanInput, tasksOfYear } from '../../core/plan/check.ts'
import { type Filing, filingOf } from '../../core/plan/filing.ts'
import { foundRows, type PlannedRows, rowNumbers } from '../../core/plan/planned-rows.ts'
import { type PlannedTask, plannedTask } from '../../core/plan/planned-task.ts'
import type { PairsInput } from '../../core/pool/people.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { Task } from '../../core/registry/task.ts'
import { yearOfTask } from '../../core/registry/task-id.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import { attemptsAt } from '../draws/draws.ts'
import { enginesIn } from '../engines.ts'
import type { Store } from '../open.ts'
import { readRecords, records } from '../registry/registry.ts'
import { adHocTasks, withdrawnLines } from '../registry/tasks.ts'
import { ruleValues } from '../rules.ts'
import { refuseAltered } from '../views/drawn.ts'
import { nextEntry } from '../views/log.ts'
import { planHistory } from '../views/plan-versions.ts'
import { frameInput, pairsInput, peopleInput } from './freeze-input.ts'
import { packedTargets, targetVersions } from './packed-targets.ts'

/** How a plan reads its registry. */
export interface PlanReading {
  /** Whether targets pass as bytes: the same is found, and no row of them is held. */
  readonly asBytes: boolean
  /** Goes over most rows then, where the machine has it. */
  readonly loops: RowLoops | null
  /** Told now and then how many rows were read, and how many there are to read for all tasks. */
  readonly progress: (rows: number, all: number) => void
}

/** Reads a year's plan as it would be frozen today, one task after the other by their first days. */
export function planInput(store: Store, year: string, today: Day, reading: PlanReading): PlanInput {
  refuseAltered(store)
  const rules = rulesOf(ruleValues(store))
  const history = planHistory(store)
  const adHoc = adHocTasks(store)
  const rows = new Map([...records(store, library('plan'))].map(row => [idOf(row), row]))
  const tasks = [...rows.values()].map(row => taskUnder(row, today, rules))
  const elsewhere = enginesIn(store).length > 0 && !hasTargets(store)
  const ofYear = tasksOfYear(tasks, year)
  const most = targetVersions(store)
  const preview = reading.asBytes ? previewerOfBytes(store, reading.loops) : previewerOfRecords()
  const planned = ofYear
    .map((task, i) => {
      const filing = adHoc.has(task.id) ? null : filingIn(rows.get(task.id)!, history, today)
      const progress = (read: number) => reading.progress(i * most + read, ofYear.length * most)
      return asPlanned(store, task, rules, { filing, elsewhere }, { preview, progress })
    })
    .sort((a, b) => (a.task.from < b.task.from ? -1 : a.task.from > b.task.from ? 1 : 0))
  const withdrawn = withdrawnLines(store)
    .filter(row => yearOfTask(idOf(row)) === year)
    .map(row => filingIn(row, history, today))
  const departments = [...readRecords(store, 'departments')].map(({ id }) => id)
  return { year, today, rules, planned, withdrawn, departments, history }
}

function filingIn(row: RecordCells, history: ReadonlyMap<string, readonly PlanChange[]>, today: Day): Filing {
  const plan = asRecord('plan', row)
  const [first] = history.get(plan.id) ?? []
  const line = { lead: plan.get('lead'), filed: plan.later('filed'), due: plan.later('due') }
  return filingOf(line, first === undefined ? today : (first.at.slice(0, 10) as Day))
}

/** Whether this database has any target now. */
export function hasTargets(store: Store): boolean {
  return store.sql('select 1 from target where until is null limit 1').get() !== undefined
}

function asPlanned(
  store: Store,
  task: Task,
  rules: Rules,
  state: Pick<PlannedTask, 'filing' | 'elsewhere'>,
  { preview, progress }: { readonly preview: Previewer; readonly progress: (rows: number) => void },
): PlannedTask {
  const entry = nextEntry(store)
  const attempts = attemptsAt(store, task.id)
  const standing = attempts.find(attempt => attempt.void === null && attempt.ended === null)
  const own = attempts.map(({ number }) => number)
  const input = frameInput(store, task, rules, own, entry, progress)
  const found = peopleInput(store, task, [], own, entry)
  const people = { ...found, experts: [...found.experts] }
  const apart = pairsInput(store, task, people.experts, own, entry)
  const pairs = { ...apart, recusals: [...apart.recusals] }
  const previewed = preview(input, pairs, { entry, progress })
  const staffed = staffedPreview(task, rules, previewed.preview, { ...people, ...pairs })
  const { pooled, unstaffable } = staffed
  const ahead = {
    ...state,
    frozen: standing !== undefined,
    drawn: standing !== undefined && standing.run !== null,
    itemsUsed: input.items,
  }
  return plannedTask(task, ahead, staffed.preview, pooled.pool, unstaffable, previewed.rowsOf)
}

/** Previews the frame of a task, and finds the rows of one that is made from it. */
type Previewer = (
  input: FrameInput,
  pairs: PairsInput & Pick<FixInput, 'recusals'>,
  as: { readonly entry: EntryNumber; readonly progress: (rows: number) => void },
) => {
  readonly preview: FramePreview
  readonly rowsOf: (frame: readonly FrameRow[]) => PlannedRows
}

function previewerOfRecords(): Previewer {
  const rowsOf = rowNumbers()
  return input => ({ preview: previewFrame(input), rowsOf })
}

/** The same of a large registry, of which no row is held but a bit. */
function previewerOfBytes(store: Store, loops: RowLoops | null): Previewer {
  return (input, pairs, { entry, progress }) => {
    // Who goes where is asked for under the cap of departments alone.
    const departments = input.rules.capDepartment === null ? [] : input.task.departments
    const registry = packedTargets(store, frameColumns(input.task, input.rules), entry, progress)
    const { preview, named, rowsFor } = previewOfRows(input, pairs, registry, loops)
    return { preview, rowsOf: frame => foundRows(frame, { named, rowsFor }, departments) }
  }
}
