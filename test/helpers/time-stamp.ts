import { bytesOfHex } from '../../src/core/hex.ts'
import type { Digest } from '../../src/core/ids.ts'

/** A token as an authority would give it, without any signature: nobody vouches for it. */
export function unsignedToken(digest: Digest, at = '20260203040506Z'): Uint8Array {
  const imprint = der(0x30, der(0x30, oid('608648016503040201'), der(0x05)), der(0x04, bytesOfHex(digest)))
  const time = der(0x18, new TextEncoder().encode(at))
  const info = der(0x30, der(0x02, [1]), oid('2a0304'), imprint, der(0x02, [1]), time)
  const content = der(0x30, oid('2a864886f70d0109100104'), der(0xa0, der(0x04, info)))
  const signed = der(0x30, der(0x02, [3]), der(0x31), content)
  return Uint8Array.from(der(0x30, oid('2a864886f70d010702'), der(0xa0, signed)))
}

function oid(hex: string): number[] {
  return der(0x06, bytesOfHex(hex))
}

function der(tag: number, ...contents: readonly (Uint8Array | readonly number[])[]): number[] {
  const content = contents.flatMap(part => [...part])
  return [tag, ...(content.length < 128 ? [content.length] : [0x81, content.length]), ...content]
}
