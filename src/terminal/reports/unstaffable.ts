import type { RuleValues } from '../../core/rules/rule-book.ts'
import { groupBy } from '../../core/tally.ts'
import type { NamingDesk } from '../naming.ts'

/** Targets that nobody may staff, each with the department that has no team for it; the rule excludes them or keeps them. */
export interface UnstaffableTold {
  readonly unstaffable: ReadonlyMap<string, string>
  readonly rules: Pick<RuleValues, 'unstaffable'>
  /** How many targets one of these stands for, where it is not one. */
  readonly weights?: ReadonlyMap<string, number>
}

/** So many are named; all stand in `exclusions.csv`. */
const NAMED = 10

/** A line for each department that has no team for some targets. */
export function unstaffableLines(
  { say: { freeze: words, common }, named }: NamingDesk,
  told: UnstaffableTold,
): readonly string[] {
  const { excluded, departments } = unstaffableData(told)
  return departments.map(({ department, count, targets }) =>
    words[excluded ? 'unstaffable' : 'unstaffableKept'](
      named('departments', department),
      count,
      `${common.listed(targets.map(target => named('targets', target)))}${count > targets.length ? ' …' : ''}`,
    ),
  )
}

/** The same for scripts: how many for each department, the first ten by code. */
export function unstaffableData({ unstaffable, rules, weights }: UnstaffableTold) {
  const byDepartment = groupBy(unstaffable, ([, department]) => department)
  return {
    excluded: rules.unstaffable === '排除',
    departments: Array.from(byDepartment, ([department, found]) => ({
      department,
      count: found.reduce((sum, [target]) => sum + (weights?.get(target) ?? 1), 0),
      targets: found.slice(0, NAMED).map(([target]) => target),
    })),
  }
}
