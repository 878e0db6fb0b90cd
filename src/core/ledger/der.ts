/** One value of a DER text (X.690): its tag, and where its content stands in `bytes`. */
export interface DerValue {
  readonly tag: number
  readonly bytes: Uint8Array
}

/** The values that stand one after the other; null where the bytes are no DER, or of a kind that this reader does not know. */
export function derValues(bytes: Uint8Array): DerValue[] | null {
  const values: DerValue[] = []
  let at = 0
  while (at < bytes.length) {
    const length = lengthAt(bytes, at + 1)
    if (length === null || length.to > bytes.length) return null
    values.push({ tag: bytes[at]!, bytes: bytes.subarray(length.from, length.to) })
    at = length.to
  }
  return values
}

/** A value as DER writes it; for contents of less than 256 bytes. */
export function der(tag: number, ...contents: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const content = contents.flatMap(part => [...part])
  const length = content.length < LONG ? [content.length] : [LONG + 1, content.length]
  return Uint8Array.from([tag, ...length, ...content])
}

/** The tags that time stamps, keys and signatures are made of. */
export const DER = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  explicit: 0xa0,
  explicitNext: 0xa1,
} as const

/** The content's bounds, whose length is written at `at`: in one byte, or as the number of bytes that follow. */
function lengthAt(bytes: Uint8Array, at: number): { readonly from: number; readonly to: number } | null {
  const first = bytes[at]
  if (first === undefined) return null
  if (first < LONG) return { from: at + 1, to: at + 1 + first }
  const count = first - LONG
  if (count === 0 || count > MOST_LENGTH_BYTES || at + count >= bytes.length) return null
  const length = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  return { from: at + 1 + count, to: at + 1 + count + length }
}

const LONG = 0x80
const MOST_LENGTH_BYTES = 4
