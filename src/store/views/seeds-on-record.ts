import { COMMITMENT_FILE } from '../../core/draw/commitment/commitment.ts'
import { SEED_FILE } from '../../core/draw/seed/seed-file.ts'
import type { RecordedSeed } from '../../core/draw/seed/values-on-record.ts'
import { fileOf } from '../draws/draw-files.ts'
import { seedRun } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { commitmentIn, seedIn } from './kept-files.ts'

/** The seed of every draw that has one, oldest first; void ones and those that found no teams too, for their values are known. */
export function* seedsOnRecord(store: Store): Generator<RecordedSeed> {
  for (const draw of drawsIn(store)) {
    const { number } = draw
    const run = seedRun(draw)
    if (run === null) continue
    const files = new Map([...fileOf(store, number, SEED_FILE), ...fileOf(store, number, COMMITMENT_FILE)])
    if (!files.has(SEED_FILE)) continue
    const commitment = commitmentIn(files)
    const { lines } = seedIn(files, commitment)
    const announced = run.detail.committed === 'before'
    yield { draw: number, announced, sources: commitment.seedSources, lines }
  }
}
