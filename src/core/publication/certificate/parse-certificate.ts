import type { Spec } from '../../draw/folder/spec.ts'
import { type Differs, differs, lineDiffers } from '../../draw/verify/difference.ts'
import { sha256Hex } from '../../hash.ts'
import { isDigest } from '../../hex.ts'
import { isObject, parseJson } from '../../json.ts'
import {
  boolean,
  count,
  exactly,
  list,
  oneBy,
  oneOf,
  orNull,
  type Shape,
  text,
  textThat,
} from '../../shape.ts'
import { decodeUtf8, isId } from '../../text.ts'
import { inspectionShape } from '../followed/inspection.ts'
import { CERTIFICATE_SPECS, type Certificate, type CertificateSpec, jsonText } from './certificate.ts'

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
  const spec = isObject(value) && CERTIFICATE_SPECS.find(known => known === value.spec)
  if (!isObject(value) || !spec) {
    const found = isObject(value) && typeof value.spec === 'string' ? value.spec : ''
    return differs({ file, check: 'certificate', expected: CERTIFICATE_SPECS.join(', '), found })
  }
  if (SHAPES[spec](value) !== undefined) return differs({ file, check: 'certificate-form' })
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
const boundary = { target: id, ticket: digest }
const excluded = { verdict: oneOf('excluded'), reason: text, line: count }
const unknown = { verdict: oneOf('unknown'), registered: boolean }
const gap = exactly({ stratum: orNull(id), lines: list(text), index: count, proof: text })

/** What is said under each law of a target that could be drawn, was excluded, or stood nowhere. */
const FINDINGS = {
  'ssj-draw/1': {
    ...framedBy(exactly({ ...boundary, row })),
    excluded: exactly(excluded),
    unknown: exactly(unknown),
  },
  'ssj-draw/2': {
    ...framedBy(exactly(boundary)),
    excluded: exactly({ ...excluded, row }),
    unknown: exactly({ ...unknown, absence: orNull(list(gap)) }),
  },
}

function framedBy<E extends string>(last: Shape<E>) {
  const inFrame = exactly<E | 'id' | 'count' | 'digest' | 'value' | 'json' | 'fields' | 'text' | 'list'>({
    verdict: oneOf('drawn', 'reserve', 'not-drawn'),
    stratum: id,
    size: count,
    take: count,
    reserve: count,
    rank: count,
    ticket: digest,
    row,
    lastDrawn: orNull(last),
    lastReserve: orNull(last),
  })
  return { drawn: inFrame, reserve: inFrame, 'not-drawn': inFrame }
}

const decision = exactly({ reason: text, approver: text })
const told = {
  number: text,
  attempt: count,
  frozen: text,
  drawn: text,
  commitment: oneOf('before-the-seed', 'with-the-draw'),
  seedFrom: oneOf('announced-sources', 'this-machine'),
  void: orNull(decision),
}
const occasion = exactly<string>(told)
const weakly = exactly<string>({ ...told, weakSeed: decision })

/** Under version 2 of the law a seed may be weak, which its paper says. */
const occasionOf: Shape<string> = (value, path) =>
  (isObject(value) && 'weakSeed' in value ? weakly : occasion)(value, path)

const issuer = exactly({ office: text, telephone: text, seal: text })

/** What a certificate under a law holds, its own digest last; from the third version on it names that law, and what followed. */
const shapeOf = (spec: CertificateSpec, law: Spec) => {
  const isThird = spec === 'ssj-certificate/3'
  return exactly<string>({
    spec: oneOf(spec),
    ...(isThird ? { law: oneOf(law) } : {}),
    draw: law === 'ssj-draw/2' ? occasionOf : occasion,
    task: exactly({ id: text, name: text }),
    commitment: digest,
    seed: list(exactly({ source: text, value: text, signature: orNull(text) })),
    drawKey: digest,
    selectKey: digest,
    selection: digest,
    target: exactly({ id: text, name: text }),
    finding: oneBy<string>('verdict', FINDINGS[law]),
    substitutions: list(exactly({ number: count, out: text, in: text, reason: text })),
    ...(isThird ? { inspection: orNull(inspectionShape), issuer } : {}),
    program: text,
    digest,
  })
}

const SHAPES = {
  'ssj-certificate/1': shapeOf('ssj-certificate/1', 'ssj-draw/1'),
  'ssj-certificate/2': shapeOf('ssj-certificate/2', 'ssj-draw/2'),
  'ssj-certificate/3': oneBy<string>('law', {
    'ssj-draw/1': shapeOf('ssj-certificate/3', 'ssj-draw/1'),
    'ssj-draw/2': shapeOf('ssj-certificate/3', 'ssj-draw/2'),
  }),
} as const
