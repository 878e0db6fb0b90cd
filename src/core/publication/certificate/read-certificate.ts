import { sumsText } from '../../draw/folder/sums.ts'
import { type Differs, differs, lineDiffers } from '../../draw/verify/difference.ts'
import type { SignatureFiles, SignedFolder } from '../../signing/signed-verdict.ts'
import { SM3_SUMS_FILE } from '../../signing/sm3-sums.ts'
import { decodeUtf8 } from '../../text.ts'
import type { Certificate } from './certificate.ts'
import { certificateHtml } from './certificate-html.ts'
import { parseCertificate } from './parse-certificate.ts'

/** A certificate from its JSON, or from its page: then every byte of the page must follow from the data at its end. */
export function readCertificate(
  file: string,
  bytes: Uint8Array,
): { readonly kind: 'certificate'; readonly certificate: Certificate } | Differs {
  const text = decodeUtf8(bytes) ?? ''
  if (!text.startsWith('<!doctype html>')) return parseCertificate(file, bytes)
  const data = /<pre id="certificate">([^<]*)<\/pre>/.exec(text)?.[1]
  if (data === undefined) return differs({ file, check: 'certificate' })
  const read = parseCertificate(file, new TextEncoder().encode(unescaped(data)))
  if (read.kind === 'differs') return read
  return lineDiffers(file, certificateHtml(read.certificate), bytes) ?? read
}

function unescaped(data: string): string {
  return data.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => CHARACTERS[entity]!)
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/**
 * One certificate by itself, to whom it is signed, under the name that it was signed by where it goes by another now; null
 * where the bytes are none. `digest` gives their SM3 as 64 digits.
 */
export function signedCertificate(
  path: string,
  bytes: Uint8Array,
  beside: SignatureFiles,
  digest: (bytes: Uint8Array) => string,
): SignedFolder | null {
  const read = readCertificate(path, bytes)
  if (read.kind === 'differs') return null
  const { draw, commitment } = read.certificate
  const name = signedAlone(beside) ?? path.split(/[/\\]/).at(-1)!
  const sums = sumsText(new Map([[name, bytes]]))
  return {
    draw: draw.number,
    commitment,
    sha256sums: new TextEncoder().encode(sums),
    digests: new Map([[name, digest(bytes)]]),
  }
}

/** The one file that signatures are of; null where they are of several, or name none. */
export function signedAlone(beside: SignatureFiles): string | null {
  const lines = (decodeUtf8(beside.get(SM3_SUMS_FILE) ?? new Uint8Array()) ?? '').split('\n')
  return lines.length === 2 ? lines[0]!.slice(66) || null : null
}
