import { existsSync } from 'node:fs'
import type { FilePath } from '../../core/file-path.ts'
import { type Checkpoint, checkpointText, type SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import { type SignerKey, verifierKeyText } from '../../core/ledger/keys.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { sign } from '../../core/ledger/sign.ts'
import { parseState, stateText } from '../../core/ledger/witness.ts'
import { refusal } from '../../core/refusal.ts'
import { writeOwnFile } from '../../files/folder.ts'
import { readPlainFile } from '../../files/note-file.ts'
import { waitingDraws } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { ledgerRoots } from '../../store/views/ledger-tree.ts'
import { lastEntry } from '../../store/views/log.ts'

const refuse = refusal<LedgerReasons>()

/** The key of the office with the file beside it, in which it remembers the last tree that it signed. */
export interface OfficeKey {
  readonly key: SignerKey
  readonly memory: FilePath
}

/**
 * The checkpoint over the first `size` entries, as the office signs it: the same key and ledger give the same bytes. An office
 * signs, as its witnesses do, only what extends what it signed before: a database that does not is an older copy, or
 * another one. `anyway`: that is known, and on record.
 */
export function signedHead(
  store: Store,
  { key, memory }: OfficeKey,
  size: number,
  anyway = false,
): SignedCheckpoint {
  if (!anyway) refuseDeparted(store, { key, memory })
  const [root] = ledgerRoots(store, [{ from: 0, to: size }])
  const waiting = waitingDraws(store).map(({ number, digest }) => ({ draw: number, digest }))
  const checkpoint: Checkpoint = { origin: key.verifier.name, size, root: root!, waiting }
  const text = checkpointText(checkpoint)
  return { checkpoint, note: { text, signatures: [sign(key, text, 0)] } }
}

/** Remembers what was signed, once it stays: what nobody was given need not be remembered. */
export function rememberSigned({ key, memory }: OfficeKey, { checkpoint }: SignedCheckpoint): void {
  const { size, root } = checkpoint
  writeOwnFile(memory, stateText({ log: key.verifier, size, root }), 'owner')
}

function refuseDeparted(store: Store, { key, memory }: OfficeKey): void {
  if (!existsSync(memory.full)) return
  const signed = parseState(readPlainFile(memory))
  if (signed === null) throw refuse('not-a-witness-state', { path: memory.written })
  if (verifierKeyText(signed.log) !== verifierKeyText(key.verifier)) return
  const [root] = ledgerRoots(store, [{ from: 0, to: signed.size }])
  if (root === signed.root) return
  const entries = lastEntry(store)
  throw refuse('signed-otherwise', { path: memory.written, signed: signed.size, entries })
}
