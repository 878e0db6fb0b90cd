import { EXPERT } from '../draw/matching/candidates.ts'
import { shortTeam } from '../pool/seats.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import { finding, type PlanFinding } from './finding.ts'
import type { PlannedTask } from './planned-task.ts'

/** Tasks that a freeze would refuse for what they say of teams and causes; what is frozen already is run as it is. */
export function termFindings(tasks: readonly PlannedTask[], rules: Rules): PlanFinding[] {
  return tasks
    .filter(({ frozen }) => !frozen)
    .flatMap(({ task: { number: task, teams, kind, cause } }) => {
      const short = shortTeam(teams, rules.staffMinimum)
      return [
        ...(short === undefined
          ? []
          : [
              finding('too-few-staff', true, {
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
