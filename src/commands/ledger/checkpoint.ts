import { approved } from '../../core/approval/approval.ts'
import type { SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import { type SignerKey, verifierKeyText } from '../../core/ledger/keys.ts'
import { noteText } from '../../core/ledger/note.ts'
import { consistencyRanges } from '../../core/ledger/ranges.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { requestText } from '../../core/ledger/witness-request.ts'
import { refusal } from '../../core/refusal.ts'
import { takeBack, writeNewFile } from '../../files/folder.ts'
import { ABOUT_LEDGER, checkpointsOn, hasGrownSince, writeCheckpoint } from '../../store/checkpoints.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { ledgerRoots } from '../../store/views/ledger-tree.ts'
import { lastEntry } from '../../store/views/log.ts'
import type { Desk } from '../../terminal/desk.ts'
import { wholeNumber } from '../lookup.ts'
import { occasionOf, withStore } from '../session.ts'
import { newKey, officeKey, officeKeyPath, officeMemory, refuseOtherKey } from './office-key.ts'
import { rememberSigned, signedHead } from './signed-head.ts'

const refuse = refusal<LedgerReasons>()

export interface CheckpointOptions {
  readonly origin?: string
  readonly key?: string
  readonly to?: string
  readonly since?: string
  readonly reason?: string
  readonly approver?: string
}

/**
 * log checkpoint — sign how far the ledger goes, put that on record, and write what a witness is asked to sign. Where nothing has
 * happened since the last checkpoint it is that one again.
 */
export async function checkpoint(desk: Desk, options: CheckpointOptions): Promise<number> {
  const since = options.since === undefined ? undefined : wholeNumber('--since', options.since)
  return withStore(desk, async store => {
    const made = keyFor(desk, store, options)
    const { key, isNew, change } = made
    const memory = officeMemory(desk, options.key)
    const { result, entry } = await withdrawnOnRefusal(desk, options, made, () =>
      inEntry(store, occasionOf(desk), ABOUT_LEDGER.checkpoint, writer => {
        const last = checkpointsOn(store).at(-1)
        const isSame = change === null && last !== undefined && !hasGrownSince(store, last.checkpoint.size)
        const signed = isSame ? last : signedHead(store, { key, memory }, writer.entry - 1, change !== null)
        if (!isSame) writeCheckpoint(writer, signed)
        const { origin, size, root } = signed.checkpoint
        return { subject: { origin, size, root, ...change }, result: signed }
      }),
    )
    if (entry !== null) rememberSigned({ key, memory }, result)
    const request = requestFor(store, result, since)
    if (options.to !== undefined) writeNewFile(desk.path(options.to), requestText(request), 'umask')
    const { checkpoint: head, note } = result
    const line = verifierKeyText(key.verifier)
    desk.result(
      {
        ...head,
        entry: entry?.number ?? null,
        note: noteText(note),
        key: line,
        old: request.old,
        to: options.to ?? null,
      },
      () => [
        ...(isNew ? [desk.say.ledger.newKey(officeKeyPath(desk, options.key).written)] : []),
        desk.say.ledger.publicKey(line),
        desk.say.ledger.checkpoint(head.size),
        ...noteText(note)
          .trimEnd()
          .split('\n')
          .map(text => (text === '' ? '' : `  ${text}`)),
        ...(options.to === undefined ? [] : [desk.say.ledger.requestWritten(options.to, request.old)]),
      ],
    )
    return 0
  })
}

/** Takes a key back that was made for what was then refused, so that nothing has changed. */
async function withdrawnOnRefusal<T>(
  desk: Desk,
  options: CheckpointOptions,
  { isNew }: KeyFor,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isNew) takeBack(officeKeyPath(desk, options.key))
    throw error
  }
}

interface KeyFor {
  readonly key: SignerKey
  readonly isNew: boolean
  /** Why another key signs from now on, for the entry. */
  readonly change: { readonly reason: string; readonly approver: string } | null
}

/** The key that signs: of its file, or with `--origin` a new one. Another one than before takes a reason and an approver. */
function keyFor(desk: Desk, store: Store, options: CheckpointOptions): KeyFor {
  const path = officeKeyPath(desk, options.key)
  const last = checkpointsOn(store).at(-1)
  const change =
    options.reason === undefined && options.approver === undefined ? null : approved(desk.actor, options)
  const { origin } = options
  const found = officeKey(desk, options.key)
  if (found === null && origin === undefined) throw refuse('no-key', { path: path.written, command: 'log' })
  if (found !== null && origin !== undefined && found.verifier.name !== origin)
    throw refuse('key-of-other-name', { path: path.written, found: found.verifier.name, name: origin })
  if (found !== null) {
    if (change === null) refuseOtherKey(path, found, last)
    return { key: found, isNew: false, change }
  }
  if (last !== undefined && change === null) approved(desk.actor, options)
  return { key: newKey(desk, path, { name: origin!, option: '--origin', use: 'note' }), isNew: true, change }
}

/** What a witness is asked: from the last tree that is known to be cosigned, or from another one. */
function requestFor(store: Store, signed: SignedCheckpoint, since: number | undefined) {
  const { size } = signed.checkpoint
  const cosigned = checkpointsOn(store).filter(({ note }) => note.signatures.length > 1)
  const old = since ?? cosigned.at(-1)?.checkpoint.size ?? 0
  if (old > size) throw refuse('no-such-tree', { option: '--since', size: old, entries: lastEntry(store) })
  return { ...signed, old, proof: ledgerRoots(store, consistencyRanges(old, size)).map(root => root!) }
}
