import { EXPERT } from '../draw/candidates.ts'
import { finding, type PlanFinding } from './plan-finding.ts'
import type { PlannedTask } from './plan-task.ts'
import type { Rules } from './rules.ts'
import { shortTeam } from './seats.ts'
import { causeIn } from './visit.ts'

/** Tasks that a freeze would refuse for what they say of teams and causes; what is frozen already is run as it is. */
export function termFindings(tasks: readonly PlannedTask[], rules: Rules): PlanFinding[] {
  return tasks
    .filter(({ frozen }) => !frozen)
    .flatMap(({ task: { id: task, teams, kind, cause } }) => {
      const short = shortTeam(teams, rules.staffMinimum)
      return [
        ...(short === undefined
          ? []
          : [
              finding('team-short', true, {
                task,
                department: short.department,
                staff: short.seats.filter(seat => seat !== EXPERT).length,
                least: rules.staffMinimum,
              }),
            ]),
        ...(kind === '专项' && cause === '' && rules.specialCause
          ? [finding('cause-none', true, { task })]
          : []),
        ...(cause !== '' && !rules.causes.has(causeIn(cause))
          ? [finding('cause-strange', true, { task, cause })]
          : []),
      ]
    })
}
