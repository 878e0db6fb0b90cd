import { portion } from '../fraction.ts'
import { itemFaults } from '../frame/item-faults.ts'
import { inForce, type LimitedItem, unlimited } from '../frame/items-of-task.ts'
import { asRecord } from '../registry/record.ts'
import type { ItemFaultKind, Rules } from '../rules/rules.ts'
import { finding, type PlanFinding } from './finding.ts'
import { together } from './planned-rows.ts'
import { type PlannedTask, takeOf } from './planned-task.ts'

/** Items that are missing, not valid, without a legal basis or of others; tasks without any; 一般 items without an upper limit. */
export function itemFindings(tasks: readonly PlannedTask[], rules: Rules): PlanFinding[] {
  const open = new Map(tasks.flatMap(({ limited }) => limited.map(item => [item.code, item] as const)))
  return [
    ...tasks.flatMap(planned => [...unlisted(planned), ...unbinding(planned, rules)]),
    ...[...open.values()].flatMap(item => {
      const lacks = unlimited(item)
      const bars = rules.unlimitedItems === 'refuse'
      return lacks.length === 0
        ? []
        : [finding('item-open', bars, { item: item.code, name: item.name, lacks })]
    }),
  ]
}

/** Items that the list does not have, or has out of force. */
function unlisted({ task, itemsUsed }: PlannedTask): PlanFinding[] {
  return [
    ...task.items
      .filter(code => !itemsUsed.some(item => item.code === code))
      .map(item => finding('item-absent', true, { task: task.number, item })),
    ...itemsUsed.flatMap(({ code: item, row }) => {
      const listed = asRecord('items', row)
      const details = { task: task.number, item, name: listed.get('name') }
      return inForce(listed) ? [] : [finding('item-invalid', true, details)]
    }),
  ]
}

/** What the rule `items-bind` is about: it bars where the rule says so, and is told where not. What is frozen is run as it is. */
function unbinding({ task, itemsUsed, frozen }: PlannedTask, { itemsBind }: Rules): PlanFinding[] {
  const { none, other, unowned, unbased, idle } = itemFaults(task, itemsUsed)
  const bars = (kind: ItemFaultKind) => !frozen && itemsBind.has(kind)
  return [
    ...(none ? [finding('item-none', bars('none'), { task: task.number })] : []),
    ...other.map(item => finding('item-other', bars('other'), { task: task.number, ...item })),
    ...unowned.map(({ item, name }) =>
      finding('item-unowned', bars('unowned'), { task: task.number, item, name }),
    ),
    ...unbased.map(({ item, name }) =>
      finding('item-unbased', bars('unbased'), { task: task.number, item, name }),
    ),
    ...idle.map(department => finding('department-idle', false, { task: task.number, department })),
  ]
}

/** 一般 items whose rate the tasks ahead would pass together, the targets drawn for them this year included. */
export function limitFindings(tasks: readonly PlannedTask[]): PlanFinding[] {
  const items = new Map(tasks.flatMap(({ limited }) => limited.map(item => [item.code, item] as const)))
  return [...items.values()].flatMap(item =>
    beyond(
      item,
      tasks.filter(({ task }) => task.items.includes(item.code)),
    ),
  )
}

function beyond(item: LimitedItem, tasks: readonly PlannedTask[]): PlanFinding[] {
  const { code, name, rate, count, rateText: limit } = item
  const base = together(tasks, rows => rows.all)
  const size = base.named.size + base.unnamed
  const may = Math.min(rate === null ? size : Math.max(1, portion(size, rate, 'ceil')), count ?? size)
  const before = new Set(
    tasks
      .flatMap(({ past }) => [...(past.itemDraws.get(code)?.keys() ?? [])])
      .filter(target => base.named.has(target)),
  ).size
  const planned = Math.min(size, before + tasks.reduce((sum, task) => sum + takeOf(task), 0))
  if (planned <= may) return []
  const ids = tasks.map(({ task }) => task.number)
  return [finding('item-beyond', true, { item: code, name, limit, base: size, may, planned, tasks: ids })]
}
