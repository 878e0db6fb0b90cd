import { type Difference, lineDiffers } from './difference.ts'

/** The first place where the kept files of a draw differ from those made again now. */
export function firstOther(
  files: ReadonlyMap<string, Uint8Array>,
  kept: ReadonlyMap<string, Uint8Array>,
): Difference | null {
  for (const [file, bytes] of files) {
    const found = kept.get(file)
    if (found === undefined) return { file, check: 'absent', expected: '', found: '' }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const differs = sameBytes(bytes, found) ? undefined : lineDiffers(file, text, found)
    if (differs !== undefined) return differs.difference
  }
  return null
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
