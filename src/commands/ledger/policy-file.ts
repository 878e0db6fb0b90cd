import { type Policy, parsePolicy } from '../../core/ledger/policy.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readPlainFile } from '../../files/note-file.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<LedgerReasons>()

/** The policy in a file, or the refusal that names its first flaw. */
export function policyIn(desk: Desk, path: string): Policy {
  const read = parsePolicy(readPlainFile(desk.path(path)))
  if (read.kind === 'flawed') throw refuse('not-a-policy', { path, flaw: read.flaw })
  return read.policy
}
