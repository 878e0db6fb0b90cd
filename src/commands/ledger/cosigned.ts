import type { SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import { cosignedOne, signaturesIn } from '../../core/ledger/cosign.ts'
import type { VerifierKey } from '../../core/ledger/keys.ts'
import { type NoteSignature, noteText } from '../../core/ledger/note.ts'
import type { Policy } from '../../core/ledger/policy.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readNoteFile } from '../../files/note-file.ts'
import { ABOUT_LEDGER, checkpointsOn, writeCheckpoint } from '../../store/checkpoints.ts'
import { inEntry } from '../../store/entry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { occasionOf, withStore } from '../session.ts'
import { policyIn } from './policy-file.ts'

const refuse = refusal<LedgerReasons & OptionReasons>()

/**
 * log cosigned — put what witnesses sent back on record. Each line is checked first, with its key from the policy: a false one
 * would make every paper that carries it worthless.
 */
export async function takeCosigned(
  desk: Desk,
  path: string,
  options: { readonly policy: string },
): Promise<number> {
  const policy = policyIn(desk, options.policy)
  const lines = signaturesIn(readNoteFile(desk.path(path)))
  const named = lines.map(line => ({ line, witness: witnessOf(policy, line) }))
  const logs = policy.logs
  const strange = named.find(
    ({ line, witness }) =>
      witness === null && !logs.some(({ name, id }) => name === line.name && id === line.id),
  )
  if (strange !== undefined)
    throw refuse('cosigner-unknown', { path, name: strange.line.name, policy: options.policy })
  const theirs = named.filter((one): one is Theirs => one.witness !== null)
  if (theirs.length === 0) throw refuse('no-cosignature', { path })
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), ABOUT_LEDGER.cosigned, writer => {
      const before = checkpointsOn(store)
      if (before.length === 0) throw refuse('no-checkpoint', {})
      const after = withLines(path, before, theirs)
      const changed = after.filter((one, i) => noteText(one.note) !== noteText(before[i]!.note))
      for (const one of changed) writeCheckpoint(writer, one)
      const witnesses = theirs.map(({ witness }) => witness.name)
      const sizes = changed.map(({ checkpoint }) => checkpoint.size)
      return { subject: { sizes, witnesses }, result: { sizes, witnesses } }
    })
    const { sizes, witnesses } = result
    desk.result({ sizes, witnesses, entry: entry?.number ?? null }, () => [
      entry === null
        ? desk.say.ledger.cosignedBefore
        : desk.say.ledger.cosigned(desk.say.common.listed(witnesses), sizes),
      ...(entry === null ? [] : [desk.say.log.entry(entry.number, entry.digest)]),
    ])
    return 0
  })
}

interface Theirs {
  readonly line: NoteSignature
  readonly witness: { readonly name: string; readonly key: VerifierKey }
}

function witnessOf({ witnesses }: Policy, line: NoteSignature): Theirs['witness'] | null {
  const found = [...witnesses].find(([, { name, id }]) => name === line.name && id === line.id)
  return found === undefined ? null : { name: found[0], key: found[1] }
}

/** The checkpoints with these lines below those that they were made for. */
function withLines(
  path: string,
  checkpoints: readonly SignedCheckpoint[],
  theirs: readonly Theirs[],
): readonly SignedCheckpoint[] {
  let now = checkpoints
  for (const { line, witness } of theirs) {
    // The line of one that came before is checked again, which costs little and keeps the order of lines.
    const cosigned = cosignedOne(now, witness.key, line)
    if (cosigned === null) throw refuse('cosignature-of-other-checkpoint', { path, name: witness.name })
    now = now.map(one => (one.checkpoint.size === cosigned.checkpoint.size ? cosigned : one))
  }
  return now
}
