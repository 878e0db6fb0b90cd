import { base64Of, bytesOfBase64 } from '../core/ledger/base64.ts'
import type { DatabaseReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import type { Signer, SignerEnd } from '../core/signing/signers.ts'
import { publicKeyIn, spkiOf } from '../core/signing/spki.ts'
import type { EntryWriter } from './entry.ts'
import type { Store } from './open.ts'
import { ruleValues } from './rules.ts'
import { SIGNING_KEY } from './schema/ledger-tables.ts'

const refuse = refusal<DatabaseReasons>()

interface Step {
  readonly id: string
  readonly entry: number
  readonly at: string
  readonly step: 'registered' | SignerEnd['how']
  readonly name: string
  readonly key: string
}

/** The keys that the office has registered, in that order, with what became of each. */
export function signersOn(store: Store): Signer[] {
  const steps = store
    .sql<Step>(
      `select id, entry.number as entry, at, step, name, key
       from signing_key join entry on entry.number = signing_key.since order by signing_key.rowid`,
    )
    .all()
  return steps.filter(({ step }) => step === 'registered').map(step => signerOf(step, steps))
}

function signerOf({ id, name, key, entry, at }: Step, steps: readonly Step[]): Signer {
  const publicKey = publicKeyIn(bytesOfBase64(key) ?? new Uint8Array())
  if (publicKey === null) throw refuse('unreadable-entry', { entry })
  const ends = steps.filter(other => other.id === id && other.step !== 'registered')
  // What was exchanged may be lost later.
  const end = ends.at(-1)
  return {
    ...{ id, name, key: publicKey, registered: { entry, at } },
    ended: end === undefined ? null : { how: end.step as SignerEnd['how'], entry: end.entry, at: end.at },
  }
}

/** Puts what becomes of a key on record. */
export function writeSigner(
  writer: EntryWriter,
  step: Step['step'],
  { id, name, key }: Pick<Signer, 'id' | 'name' | 'key'>,
  { reason, approver }: { readonly reason: string; readonly approver: string } = { reason: '', approver: '' },
): void {
  const spki = base64Of(spkiOf(key))
  writer.write(SIGNING_KEY, { id, step, name: name ?? '', key: spki, reason, approver })
}

/** How many keys must have signed what is published of a draw. */
export function signersMinimum(store: Store): number {
  return Number(ruleValues(store)['signers-minimum'])
}
