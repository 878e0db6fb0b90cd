import type { SealReasons } from '../../core/draw/reasons.ts'
import { sha256Hex } from '../../core/hash.ts'
import { hexOfBytes } from '../../core/hex.ts'
import { refusal } from '../../core/refusal.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { type Secret, secretOf } from '../../store/draws/sealed.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<SealReasons>()

/** A sealed source of a task: its name, and the value where it is made only now. */
export interface Seal {
  readonly source: string
  readonly made: Secret | null
}

/**
 * The sealed source that a task freezes with (draw.md, section 4): the one it stands frozen with, a new one where
 * `--sealed` asks for it, or none.
 */
export function sealFor(desk: Desk, standing: DrawRecord | null, wanted: boolean): Seal | null {
  if (standing !== null) {
    if (standing.sealed !== null) return { source: standing.sealed.source, made: null }
    if (wanted) throw refuse('task-not-sealed', { task: standing.task, draw: standing.number })
    return null
  }
  if (!wanted) return null
  const value = hexOfBytes(desk.world.randomBytes(32))
  const source = `secret/${sha256Hex(value)}`
  return { source, made: { source, value } }
}

/** The seed line that a draw keeps under seal: used by itself, shown to nobody. */
export function keptLines(store: Store, draw: string): string[] {
  const secret = secretOf(store, draw)
  return secret === null ? [] : [`${secret.source}=${secret.value}`]
}

/** Whether nobody outside may compute this draw yet. */
export function isSealed(draw: DrawRecord): boolean {
  return draw.sealed !== null && draw.sealed.revealed === null
}
