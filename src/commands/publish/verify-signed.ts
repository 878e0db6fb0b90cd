import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import {
  type SignatureFiles,
  type SignedFolder,
  type SignedVerdict,
  signedVerdict,
} from '../../core/signing/signed-verdict.ts'
import { readSignatures } from '../../files/signatures.ts'
import type { Desk } from '../../terminal/desk.ts'
import { signedVerdictLines } from '../../terminal/reports/signing/signed-verdict-lines.ts'
import { signersIn } from '../key/key-files.ts'
import { signaturesBeside } from '../key/signed-folder.ts'
import { wholeNumber } from '../lookup.ts'
import type { Answer } from './answer.ts'

const refuse = refusal<OptionReasons>()

export interface SignerOptions {
  /** Public keys, or lists of them, whose signatures are asked for. */
  readonly signer?: readonly string[]
  /** How many of them must have signed. */
  readonly least?: string
  /** Where the signatures are, if not beside the folder. */
  readonly signatures?: string
}

/** Judges the signatures beside a folder or certificate; null where there are none and nobody asks for any. */
export function answerSigned(
  desk: Desk,
  path: string,
  folderOf: (files: SignatureFiles) => SignedFolder | null,
  { signer = [], least, signatures }: SignerOptions,
): Answer | null {
  if (least !== undefined && signer.length === 0) throw refuse('missing-option', { option: '--signer' })
  const asked =
    signer.length === 0
      ? null
      : signersIn(desk, signer, least === undefined ? null : wholeNumber('--least', least))
  const beside = signatures ?? signaturesBeside(path)
  const files = readSignatures(desk.path(beside))
  if (asked === null && files.size === 0 && signatures === undefined) return null
  const signed = folderOf(files)
  if (signed === null) return null
  const found = signedVerdict(signed, files, asked)
  const holds = found.kind === 'signed' || (found.kind === 'too-few' && asked === null)
  return { holds, data: told(found), lines: signedVerdictLines(desk, found, beside, asked !== null) }
}

/** The same without the bytes of keys: their ids name them. */
function told(found: SignedVerdict): unknown {
  return JSON.parse(JSON.stringify(found, (_, value) => (value instanceof Uint8Array ? undefined : value)))
}
