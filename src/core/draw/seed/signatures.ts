import { sha256Hex } from '../../hash.ts'
import { bytesOfHex } from '../../hex.ts'
import { isQuicknetSignature } from './drand.ts'
import type { Seed, SeedProblem } from './seed.ts'
import { kindOfSource } from './seed-source.ts'

/**
 * Whether every drand value of a seed is the SHA-256 of a signature that verifies (draw.md, section 4). `signatures`
 * holds them by source, as `record.json` does.
 */
export async function signatureProblem(
  { lines }: Seed,
  signatures: Readonly<Record<string, unknown>>,
): Promise<SeedProblem | undefined> {
  for (const { source, value } of lines) {
    const named = kindOfSource(source)
    if (named.kind !== 'drand') continue
    const signature = signatures[source]
    if (typeof signature !== 'string') return { kind: 'signature-missing', source }
    if (!(await isQuicknetSignature(named.round, signature))) return { kind: 'signature-wrong', source }
    if (sha256Hex(bytesOfHex(signature)) !== value) return { kind: 'signature-other', source }
  }
  return undefined
}
