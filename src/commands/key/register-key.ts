import { approved, publishedText } from '../../core/approval/approval.ts'
import { officeMoment } from '../../core/office-time.ts'
import { refusal } from '../../core/refusal.ts'
import { signingKeyId } from '../../core/signing/key-id.ts'
import type { SigningReasons } from '../../core/signing/reasons.ts'
import type { Signer, SignerEnd } from '../../core/signing/signers.ts'
import { isSignerName } from '../../core/signing/statement.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { officeOffset } from '../../store/rules.ts'
import { signersOn, writeSigner } from '../../store/signing-keys.ts'
import type { Desk } from '../../terminal/desk.ts'
import { occasionOf, withStore } from '../session.ts'
import { publicKeyIn } from './key-files.ts'

const refuse = refusal<SigningReasons>()

export interface RegisterOptions {
  readonly name: string
  readonly instead?: string
  readonly reason?: string
  readonly approver?: string
}

/** key add — the office makes a public key known; with `--instead` another one signs no more from now on. */
export async function registerKey(desk: Desk, file: string, options: RegisterOptions): Promise<number> {
  const key = publicKeyIn(desk, file)
  const id = signingKeyId(key)
  const name = signerName('--name', options.name)
  const { instead } = options
  const change = instead === undefined ? undefined : approved(desk.actor, options)
  return withStore(desk, async store => {
    const { entry } = await inEntry(store, occasionOf(desk), 'key add', writer => {
      const known = signersOn(store).find(signer => signer.id === id)
      if (known !== undefined) throw refuse('signing-key-known', { id, entry: known.registered!.entry })
      refuseSameName(store, name, instead)
      if (instead !== undefined) writeSigner(writer, 'exchanged', standingKey(store, instead), change)
      writeSigner(writer, 'registered', { id, name, key })
      const { algorithm } = key
      const exchanged = instead === undefined ? {} : { instead, ...change }
      return { subject: { id, name, algorithm, ...exchanged }, result: null }
    })
    desk.result(
      { id, name, algorithm: key.algorithm, instead: instead ?? null, entry: entry!.number },
      () => [
        desk.say.signing.registered(id, name),
        ...(instead === undefined ? [] : [desk.say.signing.exchanged(instead)]),
        desk.say.log.entry(entry!.number, entry!.digest),
      ],
    )
    return 0
  })
}

/** What a key may be called; the public reads it. */
export function signerName(option: string, given: string): string {
  const name = publishedText(option, given)
  if (!isSignerName(name)) throw refuse('not-a-signer-name', { option, value: name })
  return name
}

/** key lost — somebody else may have this key: from now on nobody believes it, whatever time its signatures name. */
export async function loseKey(
  desk: Desk,
  id: string,
  options: { readonly reason?: string; readonly approver?: string },
): Promise<number> {
  const change = approved(desk.actor, options)
  return withStore(desk, async store => {
    const { entry } = await inEntry(store, occasionOf(desk), 'key lost', writer => {
      writeSigner(writer, 'lost', notLost(store, id), change)
      return { subject: { id, ...change }, result: null }
    })
    desk.result({ id, entry: entry!.number }, () => [
      desk.say.signing.lost(id),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

/** A key that signs for the office now. */
export function standingKey(store: Store, id: string): Signer {
  const signer = keyNamed(store, id)
  if (signer.ended !== null) throw endedKey(store, signer.id, signer.ended)
  return signer
}

/** Two signatures are those of two people: no name has two keys with which one may sign. */
function refuseSameName(store: Store, name: string, instead: string | undefined): void {
  const plain = (text: string | null) => (text ?? '').normalize('NFKC').trim()
  const other = signersOn(store).find(
    signer =>
      signer.ended === null && signer.id !== instead?.toLowerCase() && plain(signer.name) === plain(name),
  )
  if (other !== undefined)
    throw refuse('signer-has-key', { name, id: other.id, entry: other.registered!.entry })
}

/** The refusal of a key with which nobody signs any more, the time as the office's clock has it. */
export function endedKey(store: Store, id: string, ended: SignerEnd) {
  return refuse('signing-key-ended', { id, ...ended, at: officeMoment(ended.at, officeOffset(store)) })
}

/** A key that was exchanged may still be lost. */
function notLost(store: Store, id: string): Signer {
  const signer = keyNamed(store, id)
  if (signer.ended?.how === 'lost') throw endedKey(store, signer.id, signer.ended)
  return signer
}

function keyNamed(store: Store, id: string): Signer {
  const signers = signersOn(store)
  const signer = signers.find(one => one.id === id.toLowerCase())
  if (signer === undefined) throw refuse('unknown-signing-key', { id, known: signers.map(one => one.id) })
  return signer
}
