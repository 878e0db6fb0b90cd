import { sha256Hex } from '../../hash.ts'
import { bytesOfHex } from '../../hex.ts'
import { type AnnouncedSource, sourceOf } from './announced-source.ts'
import { isQuicknetSignature } from './drand.ts'
import type { Seed, SeedProblem } from './seed.ts'

/**
 * Whether every drand value of a seed is the SHA-256 of a signature that verifies (draw.md, section 4). `signatures`
 * holds them by source, as `record.json` does.
 */
export async function signatureProblem(
  sources: readonly AnnouncedSource[],
  { lines }: Seed,
  signatures: Readonly<Record<string, unknown>>,
): Promise<SeedProblem | undefined> {
  for (const [i, { source, value }] of lines.entries()) {
    const named = sourceOf(sources[i]!).form
    if (named.kind !== 'drand') continue
    const signature = signatures[source]
    if (typeof signature !== 'string') return { kind: 'signature-missing', source }
    if (!(await isQuicknetSignature(named.round, signature))) return { kind: 'signature-wrong', source }
    if (sha256Hex(bytesOfHex(signature)) !== value) return { kind: 'signature-other', source }
  }
  return undefined
}
