import { targetsIn } from '../draw/folder/lines-in.ts'
import { FRAME } from '../draw/folder/tables.ts'
import type { SeedSource } from '../draw/seed/announced-source.ts'
import { isOneEvent, type PublicEvent, publicEvent } from '../draw/seed/known-sources.ts'
import type { DepartmentCode, DrawNumber, TargetId } from '../ids.ts'
import { refusal } from '../refusal.ts'
import type { FrozenTask } from './fix.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/** A draw that stands frozen and waits for its seed. */
export interface WaitingDraw {
  readonly draw: DrawNumber
  readonly sources: readonly SeedSource[]
  readonly departments: readonly DepartmentCode[]
  /** How many targets its frame has, and which: read only where the rest is alike. */
  readonly size: number
  readonly targets: () => Iterable<TargetId>
}

/** The twins of a draw, and why it is frozen beside them. */
export interface Twins {
  readonly draws: readonly DrawNumber[]
  readonly reason: string
}

/**
 * Refuses to freeze the same targets for the same events twice without a reason: of several such draws somebody could run
 * the one that suits, once the seed is known. Strata, quantities, the order of the sources and what is under seal make no
 * difference; draws of departments of which none is in both are no twins. Of a frame that lies elsewhere the number of its
 * targets is enough. Null where there are none.
 */
export function twinsOf(
  what: Pick<FrozenTask, 'task' | 'fixed' | 'frozen' | 'snapshot'>,
  sources: readonly SeedSource[],
  waiting: Iterable<WaitingDraw>,
  reason: string | null,
): Twins | null {
  const { task, fixed, snapshot } = what
  const areOwn = sameTargets(what)
  const draws: DrawNumber[] = []
  for (const other of waiting)
    if (
      other.size === fixed.commitment.frame.rows &&
      areSameEvents(other.sources, sources) &&
      other.departments.some(department => task.departments.includes(department)) &&
      (snapshot !== undefined || areOwn(other))
    )
      draws.push(other.draw)
  if (draws.length === 0) return null
  if (reason === null) throw refuse('twin-frozen', { task: task.number, draw: draws[0]! })
  return { draws, reason }
}

/** Events are named once in each draw, so that as many that are each another's are the same. */
function areSameEvents(some: readonly SeedSource[], others: readonly SeedSource[]): boolean {
  const [own, other] = [eventsOf(some), eventsOf(others)]
  return own.length === other.length && own.every(event => other.some(another => isOneEvent(event, another)))
}

function eventsOf(sources: readonly SeedSource[]): readonly PublicEvent[] {
  return sources.filter(({ form }) => !form.startsWith('secret/')).map(publicEvent)
}

/** Whether another frame of as many targets has the same ones. */
function sameTargets({
  fixed,
  frozen,
}: Pick<FrozenTask, 'fixed' | 'frozen'>): (other: WaitingDraw) => boolean {
  const file = frozen.lists?.get(FRAME.file)
  if (file !== undefined)
    return other => areSame(() => targetsIn(file), other.targets, fixed.commitment.frame.rows)
  const targets = new Set(fixed.frame.map(({ target }) => target))
  return other => isWithin(other.targets(), targets)
}

/** The same of lists that are read as they pass, each several times: of no more than some of their targets is known at once. */
function areSame(own: () => Iterable<TargetId>, other: () => Iterable<TargetId>, size: number): boolean {
  const shares = Math.ceil(size / AT_ONCE)
  for (let share = 0; share < shares; share++) {
    const isOfShare = (target: TargetId) => spread(target) % shares === share
    const targets = new Set<TargetId>()
    for (const target of own()) if (isOfShare(target)) targets.add(target)
    for (const target of other()) if (isOfShare(target) && !targets.has(target)) return false
  }
  return true
}

const AT_ONCE = 250_000

/** A number of a text, so that texts fall into shares of about one size. */
function spread(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0
  return sum >>> 0
}

function isWithin(some: Iterable<TargetId>, all: ReadonlySet<TargetId>): boolean {
  for (const target of some) if (!all.has(target)) return false
  return true
}
