import type { OpenFolder } from '../../core/draw/folder/content.ts'
import type { FixInput } from '../../core/freeze/fix.ts'
import { announcedBefore, taskToFreeze } from '../../core/freeze/freeze-terms.ts'
import { rulesAtFreeze, rulesOf } from '../../core/rules/rules.ts'
import { openFilesOf } from '../draws/draw-files.ts'
import { type DrawRecord, seedRun } from '../draws/draw-record.ts'
import { ownDraws } from '../draws/draws.ts'
import { sealedSeedLines } from '../draws/sealed.ts'
import type { Store } from '../open.ts'
import { fixInput } from './freeze-input.ts'

/** What a draw is replayed from: the registries as they stood, and what was kept of it. */
export interface ReplayInput {
  readonly input: FixInput
  readonly kept: OpenFolder
  /** Seed lines under seal. */
  readonly sealed: readonly string[]
  /** `source=hex` of drand rounds. */
  readonly signatures: readonly string[]
}

export function replayInput(store: Store, record: DrawRecord): ReplayInput {
  const { number, since, detail, sealed } = record
  const values = rulesAtFreeze(detail.rules)
  const task = taskToFreeze([...detail.row], detail.day, values)
  const announced = announcedBefore(task, detail.sources, sealed)
  const lent = detail.lent ?? []
  return {
    input: fixInput(store, {
      ...{ task, values, announced, rules: rulesOf(values) },
      ...{ lent, own: ownDraws(store, record), entry: since, awaitedBefore: since },
    }),
    kept: openFilesOf(store, number),
    sealed: sealedSeedLines(store, number),
    signatures: Object.entries(seedRun(record)!.detail.signatures).map(([source, hex]) => `${source}=${hex}`),
  }
}
