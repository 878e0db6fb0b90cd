import type { Day } from '../dates.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'

/** A visit that was not drawn: a single case, recorded so that counts and caps are true (个案处理). */
export interface Visit {
  /** `C2026-0001`. */
  readonly id: string
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly day: Day
  /** One of the rule visit-causes. */
  readonly cause: string
  /** The file, order or complaint that it answers. */
  readonly reference: string
  readonly remark: string
}

/** The cause that a text begins with: `投诉举报：12315 转来` is 投诉举报. */
export function causeIn(text: string): string {
  return text.split(/[：:（(，,。；;\s]/, 1)[0]!
}
