import type { Table } from '../../core/draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../../core/draw/folder/tables.ts'
import { limitedItems } from '../../core/frame/items-of-task.ts'
import { looksAt } from '../../core/frame/visit-history.ts'
import { taskToFreeze } from '../../core/freeze/freeze-terms.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { taskOf } from '../../core/registry/task.ts'
import { rulesAtFreeze, rulesOf } from '../../core/rules/rules.ts'
import { fileOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawsIn, isSealed, ownDraws } from '../draws/draws.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { responsibleFirms } from '../responsible-firms.ts'
import { rowsOf } from './kept-files.ts'

/**
 * The draws under seal that what is public of this draw would give away: they were run before it was frozen, its rules
 * looked at them, and what could be drawn there is in its own scope. Whom they drew plays no part, so that the answer
 * itself tells nothing of it.
 */
export function sealedSeenBy(store: Store, draw: DrawRecord): DrawNumber[] {
  const sealed = drawsIn(store).filter(other => isSealed(other) && stoodAt(other, draw))
  if (sealed.length === 0) return []
  const values = rulesAtFreeze(draw.detail.rules)
  const rules = rulesOf(values)
  const task = taskToFreeze([...draw.detail.row], draw.detail.day, values)
  const limited = limitedItems(task, draw.detail.itemsUsed ?? [], rules)
  const own = new Set(ownDraws(store, draw))
  const seen = sealed.filter(({ number, starts, detail }) => {
    const { kind, cause } = taskOf([...detail.row], starts)
    return !own.has(number) && looksAt(task, rules, limited, { starts, kind, cause, items: detail.items })
  })
  if (seen.length === 0) return []
  const firmOf = firmsAt(store, draw, rules.responsibleFirm)
  const scope = new Set(
    [...targetsIn(store, draw.number, FRAME), ...targetsIn(store, draw.number, EXCLUSIONS)].map(firmOf),
  )
  return seen
    .map(({ number }) => number)
    .filter(number => targetsIn(store, number, FRAME).some(target => scope.has(firmOf(target))))
}

/** Had been run when the other one was frozen, and was not void then. */
function stoodAt({ run, void: voided }: DrawRecord, { since }: DrawRecord): boolean {
  return run !== null && run.since < since && (voided === null || voided.since >= since)
}

/** The firm that a visit to a target counted for when a draw was frozen. */
function firmsAt(store: Store, { since }: DrawRecord, responsible: boolean): (target: TargetId) => string {
  const moved = movedFirms(store, since)
  const firms = responsible ? responsibleFirms(store, since) : new Map<TargetId, TargetId>()
  return target => {
    const now = (moved.get(target) ?? target) as TargetId
    return firms.get(now) ?? now
  }
}

function targetsIn<Row extends { readonly target: TargetId }>(
  store: Store,
  draw: DrawNumber,
  table: Table<Row>,
): readonly TargetId[] {
  return rowsOf(table, fileOf(store, draw, table.file)).map(({ target }) => target)
}
