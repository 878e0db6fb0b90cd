import type { SeedSource } from '../draw/seed/announced-source.ts'
import { eventOf } from '../draw/seed/known-sources.ts'
import { refusal } from '../refusal.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/** A draw that stands frozen and waits for its seed. */
export interface WaitingDraw {
  readonly draw: string
  /** SHA-256 of its frame. */
  readonly frame: string
  readonly sources: readonly SeedSource[]
}

/**
 * Refuses to freeze the same frame for the same events twice without a reason: of several such draws somebody could run the
 * one that suits, once the seed is known.
 */
export function checkTwins(
  task: string,
  { frame, sources }: Omit<WaitingDraw, 'draw'>,
  waiting: Iterable<WaitingDraw>,
  reason: string | null,
): void {
  const own = eventsOf(sources)
  for (const other of waiting)
    if (reason === null && other.frame === frame && eventsOf(other.sources) === own)
      throw refuse('twin-frozen', { task, draw: other.draw })
}

function eventsOf(sources: readonly SeedSource[]): string {
  return JSON.stringify(
    sources.filter(({ form }) => !form.startsWith('secret/')).map(({ name }) => eventOf(name)),
  )
}
