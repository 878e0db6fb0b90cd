import { sha256Hex } from '../hash.ts'
import { bytesOfHex, hexOfBytes } from '../hex.ts'
import type { Digest } from '../ids.ts'
import { DER, type DerValue, der, derValues } from './der.ts'

/** What a token of a time stamping authority says (RFC 3161): the digest that it saw, and when. Whether it is theirs is for `openssl` to check. */
export interface TimeStamp {
  readonly digest: Digest
  /** UTC, to the second. */
  readonly at: string
}

/** What a time stamp of a checkpoint is over: the text that is signed, which cosignatures do not change. */
export function stampedDigest(text: string): Digest {
  return sha256Hex(text)
}

/** The request for a time stamp over this digest, with the authority's certificate in the answer (RFC 3161, section 2.4.1). */
export function timeStampQuery(digest: Digest): Uint8Array {
  const algorithm = der(DER.sequence, der(DER.oid, SHA_256), der(DER.nothing))
  const imprint = der(DER.sequence, algorithm, der(DER.octets, bytesOfHex(digest)))
  return der(DER.sequence, der(DER.integer, [1]), imprint, der(DER.boolean, [0xff]))
}

/** Reads an authority's answer, or the token alone (section 2.4.2); null where the bytes are neither, or are not over a SHA-256. */
export function parseTimeStamp(bytes: Uint8Array): TimeStamp | null {
  const answer = within(only(bytes), DER.sequence)
  const token = answer?.[0]?.tag === DER.oid ? answer : within(answer?.[1], DER.sequence)
  if (!isOid(token?.[0], SIGNED_DATA)) return null
  const signed = within(within(token?.[1], DER.explicit)?.[0], DER.sequence)
  const content = within(signed?.[2], DER.sequence)
  if (!isOid(content?.[0], TST_INFO)) return null
  const octets = within(content?.[1], DER.explicit)?.[0]
  return octets?.tag === DER.octets ? stampIn(within(only(octets.bytes), DER.sequence)) : null
}

/** Whether the bytes are an authority's whole answer, and not the token alone. */
export function isWholeAnswer(bytes: Uint8Array): boolean {
  return within(only(bytes), DER.sequence)?.[0]?.tag === DER.sequence
}

function stampIn(info: readonly DerValue[] | null): TimeStamp | null {
  const imprint = within(info?.[2], DER.sequence)
  const algorithm = within(imprint?.[0], DER.sequence)
  const hash = imprint?.[1]
  const time = info?.[4]
  if (!isOid(algorithm?.[0], SHA_256) || hash?.tag !== DER.octets || hash.bytes.length !== 32) return null
  const at = time?.tag === DER.time ? TIME.exec(String.fromCharCode(...time.bytes)) : null
  if (at === null) return null
  const [, year, month, day, hours, minutes, seconds] = at
  return {
    digest: hexOfBytes(hash.bytes) as Digest,
    at: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`,
  }
}

const TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/

const SHA_256 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]
/** 1.2.840.113549.1.9.16.1.4 */
const TST_INFO = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04]

function only(bytes: Uint8Array): DerValue | undefined {
  const values = derValues(bytes)
  return values?.length === 1 ? values[0] : undefined
}

function within(value: DerValue | undefined, tag: number): DerValue[] | null {
  return value?.tag === tag ? derValues(value.bytes) : null
}

function isOid(value: DerValue | undefined, oid: readonly number[]): boolean {
  return value?.tag === DER.oid && value.bytes.join() === oid.join()
}
