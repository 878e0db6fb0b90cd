import { COMMITMENT_FILE } from '../commitment/commitment.ts'
import type { OpenFolder } from '../folder/content.ts'
import { SEED_FILE } from '../seed/seed-file.ts'
import { type Committed, committed } from './committed.ts'
import type { Differs } from './difference.ts'
import { type Agrees, type Begins, drawAgain } from './draw-again.ts'
import type { LargeDraw } from './drawn-again.ts'
import type { Failed } from './failed.ts'
import { readSums, type Sums, sumDiffers } from './read-sums.ts'

/**
 * Whether a folder agrees with the law (draw.md, section 8), from the folder alone; otherwise the first difference. A
 * changed byte anywhere makes one. A folder that fixes a draw and shows none is `committed`, one whose seed finds no teams `failed`. `begins` is called with each
 * step as it starts; `drawLarge` draws where the frame is too large to be held.
 */
export async function verify(
  folder: OpenFolder,
  begins: Begins = () => {},
  drawLarge?: LargeDraw,
): Promise<Verdict> {
  begins('sums')
  const listed = readSums(folder)
  if (listed.kind === 'differs') return listed
  const { sums } = listed
  const verdict = committed(folder, listed) ?? (await drawAgain(folder, listed, begins, drawLarge))
  return blamed(sums, verdict) ?? verdict
}

export type Verdict = Agrees | Committed | Failed | Differs

/**
 * Which file the sums blame. When the draw agrees, commitment and seed are proven by it, and a sum that does not hold is
 * itself wrong; when a later file differs, they are the cause.
 */
function blamed(sums: Sums, verdict: Verdict): Differs | undefined {
  if (verdict.kind === 'differs') {
    const own = CAUSES.indexOf(verdict.difference.file)
    const causes = own < 0 ? CAUSES : CAUSES.slice(0, own)
    return firstOf(causes, cause => sumDiffers(sums, cause, 'unproven'))
  }
  if (verdict.kind !== 'agrees') return firstOf([...sums.keys()], file => sumDiffers(sums, file, 'unproven'))
  return (
    firstOf(CAUSES, cause => sumDiffers(sums, cause, 'proven')) ??
    firstOf([...sums.keys()], file => sumDiffers(sums, file, 'unproven'))
  )
}

const CAUSES: readonly string[] = [COMMITMENT_FILE, SEED_FILE]

function firstOf<T>(items: readonly T[], find: (item: T) => Differs | undefined): Differs | undefined {
  for (const item of items) {
    const found = find(item)
    if (found) return found
  }
  return undefined
}
