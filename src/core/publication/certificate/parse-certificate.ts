import { type Differs, differs, lineDiffers } from '../../draw/verify/difference.ts'
import { sha256Hex } from '../../hash.ts'
import { isDigest } from '../../hex.ts'
import { isObject, parseJson } from '../../json.ts'
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
  if (!IS_CERTIFICATE(value)) return differs({ file, check: 'certificate-form' })
  const canonical = lineDiffers(file, jsonText(value), bytes)
  if (canonical) return canonical
  const { digest, ...certificate } = value
  const expected = sha256Hex(jsonText(certificate))
  return digest === expected
    ? { kind: 'certificate', certificate: certificate as unknown as Certificate }
    : differs({ file, check: 'certificate-digest', expected, found: String(digest) })
}

type Is = (value: unknown) => boolean

const isText: Is = value => typeof value === 'string'
const isAnId: Is = value => typeof value === 'string' && isId(value)
const isHash: Is = value => typeof value === 'string' && isDigest(value)
const isCount: Is = value => Number.isSafeInteger(value) && (value as number) >= 0
const oneOf =
  (...values: readonly unknown[]): Is =>
  value =>
    values.includes(value)
const orNull =
  (is: Is): Is =>
  value =>
    value === null || is(value)
const listOf =
  (is: Is): Is =>
  value =>
    Array.isArray(value) && value.every(is)

/** These fields, in this order, and no others. */
function record(fields: Readonly<Record<string, Is>>): Is {
  const names = Object.keys(fields)
  return value =>
    isObject(value) &&
    Object.keys(value).join() === names.join() &&
    names.every(name => fields[name]!(value[name]))
}

const row = record({ line: isText, index: isCount, proof: listOf(isHash) })
const boundary = record({ target: isAnId, ticket: isHash, row })

const inFrame = record({
  verdict: oneOf('drawn', 'reserve', 'not-drawn'),
  stratum: isAnId,
  size: isCount,
  take: isCount,
  reserve: isCount,
  rank: isCount,
  ticket: isHash,
  row,
  lastDrawn: orNull(boundary),
  lastReserve: orNull(boundary),
})
const excluded = record({ verdict: oneOf('excluded'), reason: isText, line: isCount })
const unknown = record({ verdict: oneOf('unknown'), registered: oneOf(true, false) })

const IS_CERTIFICATE: Is = record({
  spec: oneOf(CERTIFICATE),
  draw: record({
    number: isText,
    attempt: isCount,
    frozen: isText,
    drawn: isText,
    commitment: oneOf('before-the-seed', 'with-the-draw'),
    seedFrom: oneOf('announced-sources', 'this-machine'),
    void: orNull(record({ reason: isText, approver: isText })),
  }),
  task: record({ id: isText, name: isText }),
  commitment: isHash,
  seed: listOf(record({ source: isText, value: isText, signature: orNull(isText) })),
  drawKey: isHash,
  selectKey: isHash,
  selection: isHash,
  target: record({ id: isText, name: isText }),
  finding: value => inFrame(value) || excluded(value) || unknown(value),
  substitutions: listOf(record({ number: isCount, out: isText, in: isText, reason: isText })),
  program: isText,
  digest: isHash,
})
