import type { SignedCheckpoint } from './checkpoint.ts'
import type { VerifierKey } from './keys.ts'
import type { Policy, Quorum } from './policy.ts'
import { signedBy } from './sign.ts'

/** Who has signed a checkpoint: by its name in the policy, and when (seconds since 1970 UTC). */
export interface Cosigned {
  readonly name: string
  readonly at: number
}

export type QuorumVerdict =
  | { readonly kind: 'met'; readonly log: string; readonly cosigned: readonly Cosigned[] }
  /** No ledger of the policy has this name. */
  | { readonly kind: 'unknown-log'; readonly found: string }
  /** The ledger's signature, or one of a known witness, is missing or does not hold. */
  | { readonly kind: 'unsigned'; readonly log: string; readonly how: 'absent' | 'fails' }
  | { readonly kind: 'cosignature-fails'; readonly name: string }
  | {
      readonly kind: 'too-few'
      readonly cosigned: readonly Cosigned[]
      /** Witnesses of the policy that have not signed. */
      readonly missing: readonly string[]
    }

/** Whether a checkpoint is one of the policy's ledgers and enough of its witnesses have signed it. Lines of unknown keys say nothing. */
export function quorumVerdict({ logs, witnesses, quorum }: Policy, signed: SignedCheckpoint): QuorumVerdict {
  const { note, checkpoint } = signed
  const own = logs.filter(({ name }) => name === checkpoint.origin)
  if (own.length === 0) return { kind: 'unknown-log', found: checkpoint.origin }
  const how = signedByOne(signed, own)
  if (how !== 'holds') return { kind: 'unsigned', log: checkpoint.origin, how }
  const cosigned: Cosigned[] = []
  for (const [name, key] of witnesses) {
    const found = signedBy(note, key)
    if (found.kind === 'fails') return { kind: 'cosignature-fails', name }
    if (found.kind === 'holds') cosigned.push({ name, at: found.at! })
  }
  const names = new Set(cosigned.map(({ name }) => name))
  if (isMet(quorum, names)) return { kind: 'met', log: checkpoint.origin, cosigned }
  return { kind: 'too-few', cosigned, missing: [...witnesses.keys()].filter(name => !names.has(name)) }
}

function signedByOne({ note }: SignedCheckpoint, keys: readonly VerifierKey[]): 'holds' | 'absent' | 'fails' {
  const found = keys.map(key => signedBy(note, key).kind)
  if (found.includes('fails')) return 'fails'
  return found.includes('holds') ? 'holds' : 'absent'
}

function isMet(quorum: Quorum, names: ReadonlySet<string>): boolean {
  switch (quorum.kind) {
    case 'none':
      return true
    case 'witness':
      return names.has(quorum.name)
    case 'group':
      return quorum.members.filter(member => isMet(member, names)).length >= quorum.least
    default:
      return quorum satisfies never
  }
}
