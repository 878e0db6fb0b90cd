import type { Folder } from '../core/draw/folder/sums.ts'
import { hexOfBytes } from '../core/hex.ts'
import { signedDraw } from '../core/publication/told/signed-draw.ts'
import { signersOfText, signersTogether } from '../core/signing/asked-signers.ts'
import { type SignedVerdict, signedVerdict } from '../core/signing/signed-verdict.ts'
import { sm3 } from '../core/signing/sm3.ts'
import type { FileIn } from './zip-in.ts'

/** What a reader brought beside a folder: its signatures, and whose are asked for. */
export interface Brought {
  readonly signatures: readonly FileIn[]
  readonly keys: readonly FileIn[]
}

export type SignedHere =
  /** Nothing that could be signed lies here. */
  | { readonly kind: 'no-folder' }
  /** A file that was to name signers names none. */
  | { readonly kind: 'no-key'; readonly file: string }
  | { readonly kind: 'judged'; readonly verdict: SignedVerdict; readonly asked: boolean }

/** Judges the signatures of a folder as `ssj verify` does; `around` are the files of a bag beside what it carries. */
export function signedHere(folder: Folder, around: readonly FileIn[], brought: Brought): SignedHere {
  const whole = around.length === 0 ? [...folder] : [...around, ...[...folder].map(inBag)]
  const digests = () => new Map(whole.map(([name, bytes]) => [name, hexOfBytes(sm3(bytes))]))
  const signed = signedDraw(folder, digests)
  if (signed === null) return { kind: 'no-folder' }
  const lists = []
  for (const [file, bytes] of brought.keys) {
    const read = signersOfText(new TextDecoder().decode(bytes))
    if (read.kind !== 'signers') return { kind: 'no-key', file }
    lists.push(read.signers)
  }
  const asked = lists.length === 0 ? null : signersTogether(lists)
  const verdict = signedVerdict(signed, new Map(brought.signatures), asked)
  return { kind: 'judged', verdict, asked: asked !== null }
}

function inBag([name, bytes]: readonly [string, Uint8Array]): FileIn {
  return [`data/${name}`, bytes]
}
