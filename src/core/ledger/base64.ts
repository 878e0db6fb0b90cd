/** Bytes in the base 64 of RFC 4648, section 4, padding included. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** The bytes of a text in that base 64; null for any other spelling, so that one value has one text. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null
  const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
  return base64Of(bytes) === text ? bytes : null
}
