import { EXPERT } from '../draw/matching/candidates.ts'
import { headingFor } from '../frame/frame.ts'
import { minimumOfCount, sumOfMinimums } from '../frame/sizes.ts'
import { shortTeam } from '../pool/seats.ts'
import { isPublicField } from '../registry/libraries/public-field.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import { finding, type PlanFinding } from './finding.ts'
import type { PlannedTask } from './planned-task.ts'

/** Tasks that a freeze would refuse for what they say of teams, causes, strata and sizes; what is frozen already is run as it is. */
export function termFindings(tasks: readonly PlannedTask[], rules: Rules): PlanFinding[] {
  return tasks
    .filter(({ frozen }) => !frozen)
    .flatMap(planned => {
      const { number: task, teams, kind, cause, isUndated, scopeAlone } = planned.task
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
        ...(isUndated ? [finding('period-none', false, { task })] : []),
        ...(scopeAlone === undefined ? [] : [finding('scope-alone', false, { task, scope: scopeAlone })]),
        ...sizeFindings(planned, rules),
      ]
    })
}

/** Strata whose names may not be published, and a count that is smaller than the minimums of its strata together. */
function sizeFindings({ task, strata }: PlannedTask, rules: Rules): PlanFinding[] {
  const minimum = minimumOfCount(task, rules)
  const sizes = strata.map(({ size }) => size)
  const needed = sumOfMinimums(sizes, minimum)
  return [
    ...task.strata
      .filter(name => !isPublicField(name))
      .map(name => finding('stratum-private', true, { task: task.number, field: headingFor(name) })),
    ...(task.count !== null && needed > task.count
      ? [finding('minimum-beyond', true, { task: task.number, minimum, needed, count: task.count })]
      : []),
  ]
}
