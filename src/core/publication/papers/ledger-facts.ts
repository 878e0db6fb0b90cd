import type { Digest } from '../../ids.ts'
import type { SignedCheckpoint } from '../../ledger/checkpoint.ts'
import { base64OfDigest } from '../../ledger/root.ts'
import type { Fact } from '../document.ts'

/** Where the ledger has a draw, and the checkpoint that says so; null where none does. */
export interface LedgerShown {
  readonly entry: number
  readonly digest: Digest
  readonly signed: SignedCheckpoint | null
}

/** What an announcement says of the ledger: whoever keeps the paper can tell later whether the ledger is still the same. */
export function ledgerFacts(shown: LedgerShown | null): Fact[] {
  if (shown === null) return []
  const { entry, digest, signed } = shown
  const place = { label: '台账', value: `第 ${entry} 条，摘要 ${digest}` }
  if (signed === null) return [place]
  const { origin, size, root } = signed.checkpoint
  const witnesses = signed.note.signatures.flatMap(({ name }) => (name === origin ? [] : [name]))
  const head = { label: '检查点', value: `${origin}，${size} 条，${base64OfDigest(root)}` }
  return [place, head, ...(witnesses.length === 0 ? [] : [{ label: '见证', value: witnesses.join('；') }])]
}
