/** Whether the bytes from one place up to, not with, another are these. */
export function sameBytes(bytes: Uint8Array, from: number, to: number, own: Uint8Array): boolean {
  if (own.length !== to - from) return false
  for (let i = 0; i < own.length; i++) if (own[i] !== bytes[from + i]) return false
  return true
}
