import type { PolicyFlaw } from './policy.ts'

/** Why a ledger, its key or its witness cannot do what is asked. */
export interface LedgerReasons {
  /** The clock shows a year that no day of the ledger can be written in. */
  'clock-unusable': { now: string }
  /** The clock is behind the last entry by more than clocks of one office differ. */
  'clock-behind': { now: string; last: string; entry: number }
  /** Nothing is wrong with the clock that could be put on record. */
  'clock-not-behind': { now: string; last: string }
  /** The clock was wrong when a draw was frozen: it is dated after now. */
  'frozen-later': { draw: string; frozenAt: string; now: string }
  /** Others than its owner may read or write the file of a key. */
  'key-seen-by-others': { path: string }
  'no-key': { path: string; command: 'log' | 'witness' }
  'not-a-key': { path: string; use: 'note' | 'cosignature' }
  'not-a-key-line': { option: string; value: string; use: 'note' | 'cosignature' }
  'not-a-key-name': { option: string; value: string }
  /** The key of the file has another name than the one that was asked for. */
  'key-of-other-name': { path: string; found: string; name: string }
  /** The checkpoints on record are signed by another key. */
  'other-key-on-record': { path: string; found: string; known: string }
  /** What the key signed before is not the beginning of this ledger. */
  'signed-otherwise': { path: string; signed: number; entries: number }
  'not-a-checkpoint': { path: string }
  'not-a-policy': { path: string; flaw: PolicyFlaw }
  'nothing-published': { path: string }
  /** What is compared with a database is a checkpoint of another ledger. */
  'published-of-other-log': { path: string; found: string; log: string }
  'no-cosignature': { path: string }
  'no-checkpoint': Record<never, never>
  'no-such-tree': { option: string; size: number; entries: number }
  'cosigner-unknown': { path: string; name: string; policy: string }
  'cosignature-of-other-checkpoint': { path: string; name: string }
  'not-a-time-stamp': { path: string }
  'time-stamp-of-something-else': { path: string; digest: string }
  'time-stamp-fails': { path: string; authority: string }
  'not-a-witness-state': { path: string }
  'checkpoint-of-other-log': { path: string; found: string; log: string }
  'checkpoint-unsigned': { path: string; log: string; how: 'absent' | 'fails' }
  /** The witness has signed another size than the proof begins with. */
  'witness-elsewhere': { path: string; asked: number; signed: number }
}
