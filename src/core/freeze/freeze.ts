import type { Day } from '../dates.ts'
import type { Ending } from '../draw/draw-state.ts'
import type { Seal } from '../draw/seed/seal.ts'
import type { Digest, DrawNumber } from '../ids.ts'
import { refusal } from '../refusal.ts'
import { checkNames } from './check-names.ts'
import { checkPublished, type Published } from './check-published.ts'
import { checkSources, type SourcesInput, type WeakSeed } from './check-sources.ts'
import { type FixInput, type FrozenTask, fixTask } from './fix.ts'
import type { FreezeTerms, FrozenAttempt } from './freeze-terms.ts'
import { reasonOutside } from './outside-period.ts'
import type { FreezeReasons } from './reasons.ts'
import { type Twins, twinsOf, type WaitingDraw } from './twins.ts'

const refuse = refusal<FreezeReasons>()

/** An attempt that stands frozen, with the digest and the reason that it was frozen with. */
export interface StandingAttempt extends FrozenAttempt {
  readonly digest: Digest
  readonly detail: FrozenAttempt['detail'] & { readonly again: { readonly reason: string } | null }
}

/** All that a freeze is decided from: `number` is that of a new draw. */
export interface FreezeInput extends FixInput, Pick<FreezeTerms<StandingAttempt>, 'next' | 'seal'> {
  readonly number: DrawNumber
  readonly today: Day
  readonly published: Published
  /** What its sources are judged by where the draw is announced; null where it is drawn at once. */
  readonly announcing:
    | (Pick<SourcesInput, 'now' | 'recorded' | 'weak'> & { readonly waiting: Iterable<WaitingDraw> })
    | null
  /** Why a task is frozen outside its period, or beside a twin; null where nothing was said. */
  readonly lateReason: string | null
}

/** What freezing gave: the draw's number and attempt, and whether it stood so before. */
export interface FrozenDraw {
  readonly number: DrawNumber
  readonly attempt: number
  readonly before: boolean
  /** Of a draw that stood before: why it was not the first attempt. */
  readonly again: string | null
  readonly what: FrozenTask
  /** Why it was frozen outside its period; null where it was not. */
  readonly late: string | null
  /** Why its seed may be one that can be steered, and who approved. */
  readonly weak: WeakSeed | null
  /** The draws that wait for the same events with the same targets, and why this one does besides. */
  readonly twins: Twins | null
  /** The attempt before it, and the draw that becomes void by it. */
  readonly after: DrawNumber | null
  readonly replaces: DrawNumber | null
  /** How the attempt before it ended, where it was neither drawn nor made void. */
  readonly afterEnded: Ending | null
  /** The sealed source whose secret is to be kept. */
  readonly seal: Seal | null
}

/** Freezes a task (draw.md, sections 2 and 3). One that stands frozen is only compared: its bytes must be the same. */
export function freeze(input: FreezeInput): FrozenDraw {
  const late = lateIn(input)
  return frozenDraw(input, late, fixTask(input, input.next.kind === 'new'))
}

/** Why a task may be frozen outside its period; null where it stands frozen, or is within it. */
export function lateIn(input: FreezeInput): string | null {
  return input.next.kind === 'new' ? reasonIn(input) : null
}

/** The same of a task that is fixed already. */
export function frozenDraw(input: FreezeInput, late: string | null, what: FrozenTask): FrozenDraw {
  const { next, number, seal } = input
  if (next.kind === 'new') {
    const { frame, pool } = what.fixed
    checkPublished(what.task, input.published, frame, what.exclusions, pool, what.seen)
    checkNames(what.task, input.rules, input.published.named, { frame, exclusions: what.exclusions, pool })
    const { weak, twins } = judged(input, what)
    const [after, replaces] = [next.last?.number ?? null, next.standing?.number ?? null]
    return {
      number,
      attempt: next.attempt,
      before: false,
      again: null,
      what,
      late,
      weak,
      twins,
      after,
      replaces,
      afterEnded: next.last?.void === null ? (next.last.ended?.how ?? null) : null,
      seal,
    }
  }
  const { standing } = next
  if (standing.digest !== what.frozen.digest)
    throw refuse('task-changed-since-freeze', { task: what.task.number, draw: standing.number })
  return {
    number: standing.number,
    attempt: standing.attempt,
    before: true,
    again: standing.detail.again?.reason ?? null,
    what,
    late,
    weak: null,
    twins: null,
    after: null,
    replaces: null,
    afterEnded: null,
    seal: null,
  }
}

/** The sources of a draw that is announced must be unknown, hold enough chance, and have no other draw of the same targets wait for them. */
function judged(
  { announcing, announced, today, lateReason }: FreezeInput,
  what: FrozenTask,
): Pick<FrozenDraw, 'weak' | 'twins'> {
  if (announcing === null || announced.spec === 'ssj-draw/1') return { weak: null, twins: null }
  const { seedSources: sources } = announced
  const twins = twinsOf(what, sources, announcing.waiting, lateReason)
  const weak = checkSources({ ...announcing, task: what.task.number, sources, strata: what.strata, today })
  return { weak, twins }
}

function reasonIn({ task: { number, from, to }, today, lateReason }: FreezeInput): string | null {
  return reasonOutside('freeze', { task: number, from, to }, today, lateReason)
}
