import type { Folder } from '../core/draw/folder/sums.ts'
import { hexOfBytes } from '../core/hex.ts'
import { signedAlone, signedCertificate } from '../core/publication/certificate/read-certificate.ts'
import { signedDraw } from '../core/publication/told/signed-draw.ts'
import { isOfNoDraw, signedPapers } from '../core/publication/told/signed-papers.ts'
import { signersOfText, signersTogether } from '../core/signing/asked-signers.ts'
import {
  type SignatureFiles,
  type SignedFolder,
  type SignedVerdict,
  signedVerdict,
} from '../core/signing/signed-verdict.ts'
import { sm3 } from '../core/signing/sm3.ts'
import type { Sm3Digests } from '../core/signing/sm3-sums.ts'
import { decodeUtf8 } from '../core/text.ts'
import type { FileIn } from './zip-in.ts'

/** What a reader brought beside a folder: its signatures, and whose are asked for. */
export interface Brought {
  readonly signatures: readonly FileIn[]
  readonly keys: readonly FileIn[]
}

/** What lies on the page that may have been signed. */
export interface Signable {
  /** The folder of a draw; null of what the page holds of itself, which nobody signed. */
  readonly folder: Folder | null
  /** The files of a bag beside what it carries. */
  readonly around: readonly FileIn[]
  /** The certificate that was brought last. */
  readonly certificate: FileIn | null
  /** The published results that were brought last. */
  readonly results: Folder | null
}

export type SignedHere =
  /** What the signatures are of does not lie here. */
  | { readonly kind: 'no-folder' }
  /** A file that was to name signers names none. */
  | { readonly kind: 'no-key'; readonly file: string }
  | { readonly kind: 'judged'; readonly of: Signed; readonly verdict: SignedVerdict; readonly asked: boolean }

/** What signatures are of. */
export type Signed = 'folder' | 'certificate' | 'papers'

/** Judges the signatures of a folder, a certificate or published results as `ssj verify` does: what they are of they say themselves. */
export function signedHere(here: Signable, brought: Brought): SignedHere {
  const files: SignatureFiles = new Map(brought.signatures)
  const of = meantBy(files)
  const signed = SIGNED[of](here, files)
  if (signed === null) return of === 'certificate' ? unreadable(here) : { kind: 'no-folder' }
  const lists = []
  for (const [file, bytes] of brought.keys) {
    const read = signersOfText(new TextDecoder().decode(bytes))
    if (read.kind !== 'signers') return { kind: 'no-key', file }
    lists.push(read.signers)
  }
  const asked = lists.length === 0 ? null : signersTogether(lists)
  const verdict = signedVerdict(signed, files, asked)
  return { kind: 'judged', of, verdict, asked: asked !== null }
}

/** Bytes that are no certificate are not those that were signed. */
function unreadable({ certificate }: Signable): SignedHere {
  if (certificate === null) return { kind: 'no-folder' }
  const fault = { why: 'other-content', file: certificate[0] } as const
  return { kind: 'judged', of: 'certificate', verdict: { kind: 'fails', fault }, asked: false }
}

/** A certificate is signed as the one file that it is; papers of no single draw name none. */
function meantBy(files: SignatureFiles): Signed {
  if (signedAlone(files) !== null) return 'certificate'
  const texts = [...files].flatMap(([name, bytes]) => (/\.txt$/.test(name) ? [decodeUtf8(bytes) ?? ''] : []))
  return texts.length > 0 && texts.every(text => /^draw: -$/m.test(text)) ? 'papers' : 'folder'
}

const SIGNED: Readonly<Record<Signed, (here: Signable, files: SignatureFiles) => SignedFolder | null>> = {
  folder({ folder, around }) {
    if (folder === null) return null
    const whole = around.length === 0 ? [...folder] : [...around, ...[...folder].map(inBag)]
    return signedDraw(folder, () => digestsOf(whole))
  },
  certificate: ({ certificate }, files) =>
    certificate === null ? null : signedCertificate(...certificate, files, sm3Hex),
  papers({ folder, results }) {
    const papers = results ?? (folder !== null && isOfNoDraw(folder) ? folder : null)
    return papers === null ? null : signedPapers(papers, () => digestsOf([...papers]))
  },
}

function digestsOf(files: readonly FileIn[]): Sm3Digests {
  return new Map(files.map(([name, bytes]) => [name, sm3Hex(bytes)]))
}

function sm3Hex(bytes: Uint8Array): string {
  return hexOfBytes(sm3(bytes))
}

function inBag([name, bytes]: readonly [string, Uint8Array]): FileIn {
  return [`data/${name}`, bytes]
}
