import { unstaffableIn } from '../draw/unstaffable.ts'
import type { FramePreview } from '../frame/frame-preview.ts'
import { withoutUnstaffable } from '../frame/staffed.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import { type PairsInput, type PeopleInput, pairsOf, peopleOf } from '../pool/people.ts'
import type { PoolResult } from '../pool/pool.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'

/** A task as it would be frozen, with its people: without the targets that nobody may staff where the rules exclude them; refuses nothing. */
export function staffedPreview(
  task: Task,
  rules: Rules,
  all: FramePreview,
  input: PeopleInput & PairsInput,
): {
  readonly pooled: PoolResult
  readonly preview: FramePreview
  readonly unstaffable: ReadonlyMap<TargetId, DepartmentCode>
} {
  const { frame } = all.framed
  const people = peopleOf(task, rules, input)
  const targets = new Set(frame.map(({ target }) => target))
  const { recusals } = pairsOf(task, people, input, target => targets.has(target))
  const { teams, avoidSameArea } = task
  const { pooled } = people
  const unstaffable = unstaffableIn({ frame, pool: pooled.pool, recusals, teams, avoidSameArea })
  // A task of which nobody would be left is refused: it is looked at as it is.
  const some = unstaffable.size < frame.length
  const preview = rules.unstaffableOut && some ? withoutUnstaffable(task, rules, all, unstaffable) : all
  return { pooled, preview, unstaffable }
}
