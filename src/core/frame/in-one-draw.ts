import { byBytes } from '../bytes.ts'
import type { FrameRow } from '../draw/folder/rows.ts'
import { sortRows } from '../draw/folder/table.ts'
import { EXCLUSIONS } from '../draw/folder/tables.ts'
import { sha256Hex } from '../hash.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { countBy, groupBy } from '../tally.ts'
import { causeIn } from '../visits/visit.ts'
import type { AwaitedVisits } from './awaited.ts'
import type { Frequencies } from './exclusion.ts'
import type { FramePreview } from './frame-preview.ts'
import { frequenciesOf } from './items-of-task.ts'
import { strataOf } from './sizes.ts'
import type { Past } from './visit-history.ts'
import { waterfallOf, weightIn } from './waterfall.ts'
import { type Withdrawal, without } from './withdrawal.ts'

/**
 * The same task without what one draw could take of one firm beyond its limits: products, projects and behaviours are
 * visits to the firm that answers for them, and one draw may take several. Of each firm as many stay as it may still be
 * visited, the first in the order of SHA-256 of `year/task:target`: known before the seed, other ones in every task, and
 * nobody's choice. Where the draw takes so few that no limit can be passed, all stay. The rest is excluded with its reason.
 */
export function withinLimitsOfFirms(task: Task, rules: Rules, preview: FramePreview): FramePreview {
  const { framed, past } = preview
  const beyond = new Map<TargetId, Beyond>()
  const firms = groupBy(framed.frame, ({ target }) => past.firmOf(target))
  for (const [firm, rows] of firms)
    if (rows.length > 1)
      for (const [target, why] of beyondLimits(task, rules, preview, firm as TargetId, rows))
        beyond.set(target, why)
  if (beyond.size === 0) return preview
  const frame = framed.frame.flatMap(row => {
    const why = beyond.get(row.target)
    if (why === undefined) return [row]
    return typeof why === 'string' ? [] : [{ ...row, departments: without(row.departments, why) }]
  })
  const out = [...beyond].flatMap(([target, why]) =>
    typeof why === 'string' ? [{ target, reason: why }] : [],
  )
  const less = [...beyond].flatMap(([target, why]) =>
    typeof why === 'string' ? [] : why.map(({ reason }) => ({ target, reason })),
  )
  const isOut = ({ target }: { readonly target: TargetId }) => typeof beyond.get(target) === 'string'
  const exclusions = sortRows(EXCLUSIONS, framed.exclusions.concat(out))
  const unassigned = framed.unassigned.filter(target => !isOut({ target }))
  const away = framed.away.filter(one => !isOut(one)).concat(less)
  const waterfall = waterfallOf(framed.waterfall, { ...framed, frame, exclusions, unassigned, away })
  const sizes = countBy(frame, ({ stratum }) => stratum, weightIn(framed))
  return {
    ...preview,
    framed: { ...framed, frame, exclusions, unassigned, away, waterfall },
    strata: strataOf(task, sizes, rules),
    crowded: beyond.size,
  }
}

/** Why a target is excluded, or which departments leave it to the others. */
type Beyond = string | readonly Withdrawal[]

/** What of one firm's is beyond its limits. */
function beyondLimits(
  task: Task,
  rules: Rules,
  { past, awaited, items, strata }: Pick<FramePreview, 'past' | 'awaited' | 'items' | 'strata'>,
  firm: TargetId,
  rows: readonly FrameRow[],
): ReadonlyMap<TargetId, Beyond> {
  const takes = new Map(strata.map(({ stratum, take }) => [stratum, take]))
  const order = new Map(
    rows.map(({ target }) => [target, sha256Hex(`${task.from.slice(0, 4)}/${task.number}:${target}`)]),
  )
  const sorted = [...rows].sort((a, b) => byBytes(order.get(a.target)!, order.get(b.target)!))
  const beyond = new Map<TargetId, Beyond>()
  const frequencies = frequenciesOf(items)
  let staying = sorted
  for (const { left, reason } of limitsOf(task, rules, past, awaited, frequencies, firm)) {
    if (mostDrawn(staying, takes) <= left) continue
    for (const { target } of staying.slice(left)) beyond.set(target, reason)
    staying = staying.slice(0, left)
  }
  for (const [department, leaving] of beyondDepartments(task, rules, past, awaited, takes, firm, staying)) {
    const reason = `firm-cap-department:${department}`
    for (const { target, departments } of leaving) {
      const own = [
        ...((beyond.get(target) as readonly Withdrawal[] | undefined) ?? []),
        { department, reason },
      ]
      beyond.set(target, own.length === departments.length || task.joint !== 'any' ? reason : own)
    }
  }
  return beyond
}

/** How many targets of these one draw can take at the most. */
function mostDrawn(rows: readonly FrameRow[], takes: ReadonlyMap<string, number>): number {
  let most = 0
  for (const [stratum, count] of countBy(rows, row => row.stratum))
    most += Math.min(count, takes.get(stratum) ?? 0)
  return most
}

/** How many visits each limit leaves a firm, draws that wait for their seed counted. */
function limitsOf(
  { cause }: Task,
  rules: Rules,
  past: Past,
  awaited: AwaitedVisits,
  frequencies: Frequencies,
  firm: TargetId,
): readonly { readonly left: number; readonly reason: string }[] {
  const total = rules.exemptCauses.has(causeIn(cause)) ? null : rules.capTotal
  const visits = (past.visits.get(firm) ?? 0) + (awaited.visits.get(firm)?.visits ?? 0)
  return [
    ...(total === null ? [] : [{ left: Math.max(0, total - visits), reason: `firm-cap-total:${total}` }]),
    ...[...frequencies].map(([item, most]) => {
      const drawn =
        (past.itemVisits.get(item)?.get(firm) ?? 0) + (awaited.itemVisits.get(item)?.get(firm)?.visits ?? 0)
      return { left: Math.max(0, most - drawn), reason: `firm-frequency:${item}` }
    }),
  ]
}

/** By department, what of a firm's it would visit beyond its own cap. */
function* beyondDepartments(
  { cause, departments }: Task,
  rules: Rules,
  past: Past,
  awaited: AwaitedVisits,
  takes: ReadonlyMap<string, number>,
  firm: TargetId,
  rows: readonly FrameRow[],
): Generator<readonly [DepartmentCode, readonly FrameRow[]]> {
  const each = rules.exemptCauses.has(causeIn(cause)) ? null : rules.capDepartment
  if (each === null) return
  for (const department of departments) {
    const visited = rows.filter(row => row.departments.includes(department))
    const visits =
      (past.visitsBy.get(firm)?.get(department) ?? 0) +
      (awaited.visitsBy.get(firm)?.get(department)?.visits ?? 0)
    const left = Math.max(0, each - visits)
    if (mostDrawn(visited, takes) > left) yield [department, visited.slice(left)]
  }
}
