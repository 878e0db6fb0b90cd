import type { DepartmentCode } from '../ids.ts'
import { asRecord, type RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { ItemUsed } from './items-of-task.ts'

/** An item that does not bear a task out. */
export interface FaultyItem {
  readonly item: string
  readonly name: string
  /** Whose item it is: 检查主体 and 参检部门. */
  readonly departments: readonly DepartmentCode[]
}

/** What is wrong with the items of a task that stand in the list. */
export interface ItemFaults {
  /** The task names none. */
  readonly none: boolean
  /** Items of departments that take no part in it. */
  readonly other: readonly FaultyItem[]
  /** Items of which the list does not say who inspects (检查主体), nor who takes part. */
  readonly unowned: readonly FaultyItem[]
  /** Items without a legal basis. */
  readonly unbased: readonly FaultyItem[]
  /** Departments of the task that have nothing to inspect: every item is others'. */
  readonly idle: readonly DepartmentCode[]
}

/** Holds the items of a task against the list (离政发〔2019〕34号 三（二）): what is not on it, with its basis, is not inspected. */
export function itemFaults(task: Task, items: readonly ItemUsed[]): ItemFaults {
  const listed = items.map(({ code: item, row }) => {
    const record = asRecord('items', row)
    return {
      faulty: { item, name: record.get('name'), departments: departmentsOfItem(record) },
      based: hasBasis(record),
    }
  })
  const isOf = (department: DepartmentCode, { departments }: FaultyItem) =>
    departments.length === 0 || departments.includes(department)
  const named = listed.map(({ faulty }) => faulty)
  return {
    none: task.items.length === 0,
    other: named.filter(item => !task.departments.some(department => isOf(department, item))),
    unowned: named.filter(({ departments }) => departments.length === 0),
    unbased: listed.filter(({ based }) => !based).map(({ faulty }) => faulty),
    idle: task.departments.filter(
      department => named.length > 0 && !named.some(item => isOf(department, item)),
    ),
  }
}

/** The departments whose item this is: who inspects it (检查主体), and who takes part (参检部门). None: any. */
export function departmentsOfItem(item: RecordOf<'items'>): DepartmentCode[] {
  const body = item.get('body')
  return [...(body === '' ? [] : [body]), ...item.list('partners')]
}

/** True where 检查依据 names something: neither marks alone nor a word that says there is nothing. */
export function hasBasis(item: RecordOf<'items'>): boolean {
  const basis = item.get('basis').normalize('NFKC').trim()
  return /[\p{L}\p{N}]/u.test(basis) && !NOTHING.test(basis)
}

const NOTHING =
  /^[\p{P}\p{S}\s]*(?:(?:暂|尚)?(?:无|没有|未定)(?:相关|检查|执法|法律|法定|明确)*(?:依据)?|待(?:定|补|补充|完善|核)|不详|不明|未知|空|依据|n\/?a|none|null|tbd)[\p{P}\p{S}\s]*$/iu
