import type { Engine } from '../core/engine/engine.ts'
import type { EngineReasons } from '../core/engine/reasons.ts'
import { refusal } from '../core/refusal.ts'

const refuse = refusal<EngineReasons>()

/** A snapshot, and the draw that committed to it. */
export interface SnapshotOf {
  readonly engine: Pick<Engine, 'name'>
  readonly draw: string
}

/** Refuses a snapshot of which a file, or the tree of a list, has another digest than was committed to. */
export function refuseOther(
  { engine, draw }: SnapshotOf,
  file: string,
  expected: string,
  found: string,
): void {
  if (expected === found) return
  throw refuse('snapshot-changed', { engine: engine.name, draw, file, expected, found })
}
