import { sha256Hex } from '../../hash.ts'
import { hexOfBytes } from '../../hex.ts'
import { refusal } from '../../refusal.ts'
import type { SealReasons } from './reasons.ts'

const refuse = refusal<SealReasons>()

/** A sealed source and the value that it binds. */
export interface Secret {
  readonly source: string
  readonly value: string
}

/** A sealed source of a task: its name, and the value where it is made only now. */
export interface Seal {
  readonly source: string
  readonly made: Secret | null
}

/** A frozen attempt as far as its seal goes. */
export interface SealedAttempt {
  readonly number: string
  readonly task: string
  readonly sealed: { readonly source: string } | null
}

/**
 * The sealed source that a task freezes with (draw.md, section 4): the one it stands frozen with, a new one of
 * `randomBytes` where a seal is `wanted`, or none.
 */
export function sealFor(
  standing: SealedAttempt | null,
  wanted: boolean,
  randomBytes: (count: number) => Uint8Array,
): Seal | null {
  if (standing !== null) {
    if (standing.sealed !== null) return { source: standing.sealed.source, made: null }
    if (wanted) throw refuse('task-not-sealed', { task: standing.task, draw: standing.number })
    return null
  }
  if (!wanted) return null
  const value = hexOfBytes(randomBytes(32))
  const source = `secret/${sha256Hex(value)}`
  return { source, made: { source, value } }
}
