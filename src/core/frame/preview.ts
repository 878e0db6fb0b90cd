import type { Day } from '../dates.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { countBy } from '../tally.ts'
import { type AwaitedDraw, awaitedOf } from './awaited.ts'
import { frameColumns, frameOf } from './frame.ts'
import type { FramePreview } from './frame-preview.ts'
import { withinLimitsOfFirms } from './in-one-draw.ts'
import { type ItemUsed, limitedItems } from './items-of-task.ts'
import { type Rest, withRest } from './rest.ts'
import { strataOf } from './sizes.ts'
import { type Firms, type PastCase, type PastDraw, pastOf, reach } from './visit-history.ts'
import { weightIn } from './waterfall.ts'

/** What a frame is made of, as it stood when one entry was written. */
export interface FrameInput {
  readonly task: Task
  readonly rules: Rules
  readonly items: readonly ItemUsed[]
  /** The targets of the registry, with the columns of `frameColumns`; read once. */
  readonly targets: Iterable<RecordCells>
  /** Earlier draws and cases; none where {@link questionsOf} says that nobody asks. */
  readonly draws: readonly PastDraw[]
  readonly cases: readonly PastCase[]
  /** Draws that wait for their seed, each read once; none where the rules or the task do not count them. */
  readonly awaited: Iterable<AwaitedDraw>
  /** Which firm answers for which product, project or behaviour, where the rules count visits for it. */
  readonly firms: Firms
  /** The targets that lie elsewhere and are not among these. */
  readonly rest?: Rest
}

/** Makes the frame of a task and its sizes. */
export function previewFrame({
  task,
  rules,
  items: used,
  targets,
  draws,
  cases,
  awaited: waiting,
  firms,
  rest,
}: FrameInput): FramePreview {
  const items = limitedItems(task, used, rules)
  const past = pastOf(task, rules, draws, cases, firms)
  const awaited = awaitedOf(task, rules, waiting, past.firmOf)
  const own = frameOf(task, targets, { rules, past, awaited, items })
  const framed = rest === undefined ? own : withRest(own, rest)
  const sizes = countBy(framed.frame, ({ stratum }) => stratum, weightIn(framed))
  const preview = { framed, items, past, awaited, strata: strataOf(task, sizes, rules), crowded: 0 }
  return firms.size > 0 && rules.firmInDraw ? withinLimitsOfFirms(task, rules, preview) : preview
}

/** What a task asks of the registries and of the past. */
export interface FrameQuestions {
  /** The columns of targets that its frame is made of. */
  readonly columns: ReturnType<typeof frameColumns>
  /** The days between which earlier draws matter, and the year of which cases do; null where no rule asks. */
  readonly past: { readonly first: Day; readonly last: Day; readonly year: string } | null
}

/** Whether visits to what a firm answers for count for the firm, so that its frame follows from who answers for what. */
export function asksForFirms(task: Task, rules: Rules, items: readonly ItemUsed[]): boolean {
  return rules.responsibleFirm && questionsOf(task, rules, items).past !== null
}

/** What must be read for the frame of a task: the past only where a window, a cap or the limit of an item asks for it. */
export function questionsOf(task: Task, rules: Rules, items: readonly ItemUsed[]): FrameQuestions {
  const capped = rules.capDepartment !== null || rules.capTotal !== null
  const asks = task.window !== null || capped || limitedItems(task, items, rules).length > 0
  return {
    columns: frameColumns(task, rules),
    past: asks ? { ...reach(task), year: task.from.slice(0, 4) } : null,
  }
}
