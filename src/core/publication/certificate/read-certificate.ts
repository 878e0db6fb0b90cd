import { type Differs, differs, lineDiffers } from '../../draw/verify/difference.ts'
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
