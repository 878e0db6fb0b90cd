import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Exclusion } from './exclusion.ts'

/** A department that the rules keep away from a target. */
export interface Withdrawal {
  readonly department: DepartmentCode
  readonly reason: string
}

const NOBODY: readonly Withdrawal[] = []

/** Which of its departments the rules keep away from a target. */
export function withdrawn(
  target: TargetId,
  departments: readonly DepartmentCode[],
  exclusion: Exclusion,
): readonly Withdrawal[] {
  let away = NOBODY
  for (const department of departments) {
    const reason = exclusion.department(target, department)
    if (reason !== null) away = [...away, { department, reason }]
  }
  return away
}

/** The departments that stay. */
export function without(
  departments: readonly DepartmentCode[],
  away: readonly Withdrawal[],
): readonly DepartmentCode[] {
  if (away.length === 0) return departments
  const names = new Set(away.map(({ department }) => department))
  return departments.filter(name => !names.has(name))
}

/** One reason for several departments: the kind of the first, and what belongs to that kind joined. */
export function reasonOfAll(away: readonly Withdrawal[]): string {
  const kind = `${away[0]!.reason.split(':')[0]}:`
  const details = away
    .filter(({ reason }) => reason.startsWith(kind))
    .map(({ reason }) => reason.slice(kind.length))
  return kind + [...new Set(details)].join(';')
}
