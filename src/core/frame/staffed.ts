import { sortRows } from '../draw/folder/table.ts'
import { EXCLUSIONS } from '../draw/folder/tables.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { countBy } from '../tally.ts'
import type { FramePreview } from './frame-preview.ts'
import { strataOf } from './sizes.ts'
import { waterfallOf, weightIn } from './waterfall.ts'

/** The code of a target that no team can be sent to; the department that has none follows a colon. */
export const UNSTAFFABLE = 'unstaffable'

/** The same task without the targets that some department can send no team to: they are excluded, and sizes go by the rest. */
export function withoutUnstaffable(
  task: Task,
  rules: Rules,
  preview: FramePreview,
  unstaffable: ReadonlyMap<TargetId, DepartmentCode>,
): FramePreview {
  if (unstaffable.size === 0) return preview
  const { framed } = preview
  const stays = ({ target }: { readonly target: TargetId }) => !unstaffable.has(target)
  const frame = framed.frame.filter(stays)
  const more = Array.from(unstaffable, ([target, department]) => ({
    target,
    reason: `${UNSTAFFABLE}:${department}`,
  }))
  const exclusions = sortRows(EXCLUSIONS, framed.exclusions.concat(more))
  const unassigned = framed.unassigned.filter(target => !unstaffable.has(target))
  const away = framed.away.filter(stays)
  const waterfall = waterfallOf(framed.waterfall, { ...framed, frame, exclusions, unassigned, away })
  const strata = strataOf(
    task,
    countBy(frame, ({ stratum }) => stratum, weightIn(framed)),
    rules,
  )
  return { ...preview, framed: { ...framed, frame, exclusions, unassigned, away, waterfall }, strata }
}
