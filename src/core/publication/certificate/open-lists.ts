import { commitmentDigest } from '../../draw/commitment/commitment.ts'
import type { OpenFolder } from '../../draw/folder/content.ts'
import { SELECTION, SUBSTITUTIONS_OF } from '../../draw/folder/tables.ts'
import { drawKeyOf, selectKeyOf } from '../../draw/seed/seed.ts'
import { readCommitment, readRows, readSeed } from '../../draw/verify/read-parts.ts'
import type { OpenedDraw } from './opened-draw.ts'

/** A draw's folder whose lists are read as they pass: what is small of it is at hand. */
export interface OpenLists
  extends Pick<OpenedDraw, 'commitment' | 'digest' | 'seed' | 'drawKey' | 'selectKey' | 'substitutions'> {
  readonly folder: OpenFolder
}

/** Opens a folder that holds a draw; null where a small file is missing or is not as the law writes it. */
export function openLists(folder: OpenFolder): OpenLists | null {
  const read = readCommitment(folder)
  if (read.kind === 'differs' || !folder.has(SELECTION.file)) return null
  const { commitment } = read
  const seeded = readSeed(folder, commitment.seedSources)
  if (seeded.kind === 'differs') return null
  const digest = commitmentDigest(commitment)
  const drawKey = drawKeyOf(commitment.spec, digest, seeded.seed)
  const changes = readRows(folder, SUBSTITUTIONS_OF[commitment.spec])
  return {
    ...{ folder, commitment, digest, seed: seeded.seed, drawKey, selectKey: selectKeyOf(drawKey) },
    substitutions: changes.kind === 'rows' ? changes.rows : [],
  }
}
