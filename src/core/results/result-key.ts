import type { DepartmentCode, DrawNumber, TargetId } from '../ids.ts'

/**
 * What a result is of: one item that one department checks at one target, in one draw or at one visit that was not
 * drawn. The number of a draw tells its attempt as well.
 */
export interface ResultKey {
  /** `2026-0001`, or `C2026-0001` of a case; `''` of a row of version 0.1.0, which names its task alone. */
  readonly occasion: DrawNumber | string
  readonly target: TargetId
  readonly department: DepartmentCode
  /** `''`: of all items of the department; so in version 0.1.0, and where a draw has no items. */
  readonly item: string
}

/** The id under which a result is kept: `2026-0001/T01/JIA/SX-01`. */
export function resultId({ occasion, target, department, item }: ResultKey): string {
  return `${occasion}/${target}/${department}/${item}`
}

/** True for the number of a visit that was not drawn (个案). */
export function isCase(occasion: string): boolean {
  return /^C\d{4}-\d{4,}$/.test(occasion)
}
