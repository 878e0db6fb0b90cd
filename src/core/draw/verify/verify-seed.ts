import { isObject } from '../../json.ts'
import type { OpenFolder } from '../folder/content.ts'
import { RECORD_FILE, recordIn } from '../folder/record-file.ts'
import type { AnnouncedSource } from '../seed/announced-source.ts'
import type { Seed } from '../seed/seed.ts'
import { signatureProblem } from '../seed/signatures.ts'
import type { Differs } from './difference.ts'
import { readSeed, seedProblemDiffers } from './read-parts.ts'
import { type Sums, sumDiffers } from './read-sums.ts'

/** The seed of a folder, with its sealed values and drand signatures checked (section 4). */
export async function verifiedSeed(
  folder: OpenFolder,
  sums: Sums,
  sources: readonly AnnouncedSource[],
): Promise<{ readonly kind: 'seed'; readonly seed: Seed } | Differs> {
  const reading = readSeed(folder, sources)
  if (reading.kind === 'differs') return reading
  const { seed } = reading
  const altered = sumDiffers(sums, RECORD_FILE, 'unproven')
  if (altered) return altered
  const { signatures } = recordIn(folder)
  const problem = await signatureProblem(sources, seed, isObject(signatures) ? signatures : {})
  return problem ? seedProblemDiffers(RECORD_FILE, problem, seed.lines) : reading
}
