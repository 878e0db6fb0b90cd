import type { FreezeInput } from '../../core/frame/fix.ts'
import { keptRules } from '../../core/rules/rules.ts'
import { filesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { sealedSeedLines } from '../draws/sealed.ts'
import type { Store } from '../open.ts'
import { freezeInput } from './freeze-input.ts'

/** What a draw is replayed from: the registries as they stood, and what was kept of it. */
export interface ReplayInput {
  readonly input: FreezeInput
  readonly kept: ReadonlyMap<string, Uint8Array>
  /** Seed lines under seal. */
  readonly sealed: readonly string[]
  /** `source=hex` of drand rounds. */
  readonly signatures: readonly string[]
}

export function replayInput(store: Store, record: DrawRecord): ReplayInput {
  const { number, since, detail, run, sealed } = record
  return {
    input: freezeInput(store, [...detail.row], {
      today: detail.day,
      entry: since,
      rules: keptRules(detail.rules),
      lent: detail.lent ?? [],
      sealed: sealed?.source ?? null,
    }),
    kept: filesOf(store, number),
    sealed: sealedSeedLines(store, number),
    signatures: Object.entries(run!.detail.signatures).map(([source, hex]) => `${source}=${hex}`),
  }
}
