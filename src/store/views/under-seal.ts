import { byBytes } from '../../core/bytes.ts'
import type { FrameRow } from '../../core/draw/folder/rows.ts'
import { EXCLUSIONS } from '../../core/draw/folder/tables.ts'
import { limitedItems } from '../../core/frame/items-of-task.ts'
import { looksAt } from '../../core/frame/visit-history.ts'
import { taskToFreeze } from '../../core/freeze/freeze-terms.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { taskOf } from '../../core/registry/task.ts'
import { rulesAtFreeze, rulesOf } from '../../core/rules/rules.ts'
import { piecesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawsIn, isSealed, ownDraws } from '../draws/draws.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { eachFrameRow, eachRowOf } from './kept-files.ts'
import { responsibleFirms } from './responsible-firms.ts'

/**
 * The draws under seal that what is public of this draw would give away: they were run before it was frozen, its rules
 * looked at them, and what could be drawn there is in its own scope. A draw that looked at another one whose frame is kept
 * back for a seal, drawn or waiting, shows that frame by what it lacks, and is kept back as well. Whom they drew plays no
 * part, so that the answer itself tells nothing of it.
 */
export function sealedSeenBy(store: Store, draw: DrawRecord): DrawNumber[] {
  const draws = drawsIn(store)
  if (!draws.some(isSealed)) return []
  return [...seenBy(store, draw, draws, new Map())].sort(byBytes)
}

/** The same of a draw among all, each of which is asked once. */
function seenBy(
  store: Store,
  draw: DrawRecord,
  draws: readonly DrawRecord[],
  known: Map<DrawNumber, ReadonlySet<DrawNumber>>,
): ReadonlySet<DrawNumber> {
  const before = known.get(draw.number)
  if (before !== undefined) return before
  const seen = new Set<DrawNumber>()
  for (const other of lookedAt(store, draw, draws)) {
    const gone = isSealed(other) && stoodAt(other, draw) ? [other.number] : seenBy(store, other, draws, known)
    for (const number of gone) seen.add(number)
  }
  known.set(draw.number, seen)
  return seen
}

/** The draws before one that its frame depends on, by whom they drew or may yet have drawn, and that share targets with it. */
function lookedAt(store: Store, draw: DrawRecord, draws: readonly DrawRecord[]): readonly DrawRecord[] {
  const values = rulesAtFreeze(draw.detail.rules)
  const rules = rulesOf(values)
  const counts = (other: DrawRecord) => stoodAt(other, draw) || (rules.countsWaiting && waitedAt(other, draw))
  const others = draws.filter(other => other.since < draw.since && counts(other))
  if (others.length === 0) return []
  const task = taskToFreeze([...draw.detail.row], draw.detail.day, values)
  const limited = limitedItems(task, draw.detail.itemsUsed ?? [], rules)
  const own = new Set(ownDraws(store, draw))
  const seen = others.filter(({ number, starts, detail }) => {
    const { kind, cause } = taskOf([...detail.row], starts)
    return !own.has(number) && looksAt(task, rules, limited, { starts, kind, cause, items: detail.items })
  })
  // Of a frame that lies elsewhere it is enough that it may share targets with the others.
  if (seen.length === 0 || draw.detail.snapshot !== undefined) return seen
  const firmOf = firmsAt(store, draw, rules.responsibleFirm)
  const scope = new Set<string>()
  const exclusions = eachRowOf(EXCLUSIONS, piecesOf(store, draw.number, EXCLUSIONS.file))
  for (const rows of [eachFrameRow(store, draw.number), exclusions])
    for (const { target } of rows) scope.add(firmOf(target))
  return seen.filter(
    ({ number, detail }) =>
      detail.snapshot !== undefined ||
      sharesTargets(eachFrameRow(store, number), target => scope.has(firmOf(target))),
  )
}

/** Whether one of these is at hand; all of a frame are read, so that what is damaged is refused wherever it stands. */
function sharesTargets(frame: Iterable<FrameRow>, isOwn: (target: TargetId) => boolean): boolean {
  let shares = false
  for (const { target } of frame) shares ||= isOwn(target)
  return shares
}

/** Had been run when the other one was frozen, and was not void then. */
function stoodAt({ run, void: voided }: DrawRecord, { since }: DrawRecord): boolean {
  return run !== null && run.since < since && (voided === null || voided.since >= since)
}

/** Waited for its seed when the other one was frozen. */
function waitedAt({ run, ended, void: voided }: DrawRecord, { since }: DrawRecord): boolean {
  return [run, ended, voided].every(end => end === null || end.since >= since)
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
