import { type Differs, differs, lineDiffers } from '../../draw/verify/difference.ts'
import { sha256Hex } from '../../hash.ts'
import { isDigest } from '../../hex.ts'
import { isObject, parseJson } from '../../json.ts'
import { boolean, count, exactly, list, oneBy, oneOf, orNull, text, textThat } from '../../shape.ts'
import { decodeUtf8, isId } from '../../text.ts'
import { CERTIFICATE, type Certificate, jsonText } from './certificate.ts'

/**
 * Takes a certificate only if its bytes are what {@link certificateText} writes: the canonical form, and a digest that
 * holds. That guards against slips and damage; what cannot be forged is checked by `verifyCertificate`.
 */
export function parseCertificate(
  file: string,
  bytes: Uint8Array,
): { readonly kind: 'certificate'; readonly certificate: Certificate } | Differs {
  const text = decodeUtf8(bytes)
  if (text === undefined) return differs({ file, check: 'utf8' })
  const value = parseJson(text)
  if (!isObject(value) || value.spec !== CERTIFICATE) {
    const found = isObject(value) && typeof value.spec === 'string' ? value.spec : ''
    return differs({ file, check: 'certificate', expected: CERTIFICATE, found })
  }
  if (SHAPE(value) !== undefined) return differs({ file, check: 'certificate-form' })
  const canonical = lineDiffers(file, jsonText(value), bytes)
  if (canonical) return canonical
  const { digest, ...certificate } = value
  const expected = sha256Hex(jsonText(certificate))
  return digest === expected
    ? { kind: 'certificate', certificate: certificate as unknown as Certificate }
    : differs({ file, check: 'certificate-digest', expected, found: String(digest) })
}

const id = textThat('id', isId)
const digest = textThat('digest', isDigest)

const row = exactly({ line: text, index: count, proof: list(digest) })
const boundary = exactly({ target: id, ticket: digest, row })

const inFrame = exactly({
  verdict: oneOf('drawn', 'reserve', 'not-drawn'),
  stratum: id,
  size: count,
  take: count,
  reserve: count,
  rank: count,
  ticket: digest,
  row,
  lastDrawn: orNull(boundary),
  lastReserve: orNull(boundary),
})
const excluded = exactly({ verdict: oneOf('excluded'), reason: text, line: count })
const unknown = exactly({ verdict: oneOf('unknown'), registered: boolean })

/** What a certificate holds, its own digest last. */
const SHAPE = exactly({
  spec: oneOf(CERTIFICATE),
  draw: exactly({
    number: text,
    attempt: count,
    frozen: text,
    drawn: text,
    commitment: oneOf('before-the-seed', 'with-the-draw'),
    seedFrom: oneOf('announced-sources', 'this-machine'),
    void: orNull(exactly({ reason: text, approver: text })),
  }),
  task: exactly({ id: text, name: text }),
  commitment: digest,
  seed: list(exactly({ source: text, value: text, signature: orNull(text) })),
  drawKey: digest,
  selectKey: digest,
  selection: digest,
  target: exactly({ id: text, name: text }),
  finding: oneBy('verdict', {
    drawn: inFrame,
    reserve: inFrame,
    'not-drawn': inFrame,
    excluded,
    unknown,
  }),
  substitutions: list(exactly({ number: count, out: text, in: text, reason: text })),
  program: text,
  digest,
})
