import type { DepartmentCode } from '../ids.ts'

/** An item as far as it says who checks it where. */
export interface ItemScope {
  readonly code: string
  /** 检查主体 and 参检部门; none: every department of the draw. */
  readonly departments: readonly DepartmentCode[]
  /** 检查对象, as words. */
  readonly subjects: readonly string[]
}

/**
 * Which items of a draw a department checks at a target: those that are the department's, and of these, where an item's
 * 检查对象 names a sub-library (分库), only at targets that stand in it. `named` are all sub-libraries of the registry;
 * `own` those of the target, as `department/name` or `name`.
 */
export function itemsAt(
  items: readonly ItemScope[],
  department: DepartmentCode,
  own: readonly string[],
  named: ReadonlySet<string>,
): string[] {
  const inLibraries = new Set(
    own.filter(name => !name.includes('/') || name.startsWith(`${department}/`)).map(plainName),
  )
  return items
    .filter(({ departments }) => departments.length === 0 || departments.includes(department))
    .filter(({ subjects }) => {
      const libraries = subjects.filter(subject => named.has(subject))
      return libraries.length === 0 || libraries.some(name => inLibraries.has(name))
    })
    .map(({ code }) => code)
}

/** A sub-library without the department that keeps it. */
export function plainName(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}
