import { type Checkpoint, checkpointText, type SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import type { SignerKey } from '../../core/ledger/keys.ts'
import { sign } from '../../core/ledger/sign.ts'
import { waitingDraws } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { ledgerRoots } from '../../store/views/ledger-tree.ts'

/** The checkpoint over the first `size` entries, as the office signs it: the same key and ledger give the same bytes. */
export function signedHead(store: Store, key: SignerKey, size: number): SignedCheckpoint {
  const [root] = ledgerRoots(store, [{ from: 0, to: size }])
  const waiting = waitingDraws(store).map(({ number, digest }) => ({ draw: number, digest }))
  const checkpoint: Checkpoint = { origin: key.verifier.name, size, root: root!, waiting }
  const text = checkpointText(checkpoint)
  return { checkpoint, note: { text, signatures: [sign(key, text, 0)] } }
}
