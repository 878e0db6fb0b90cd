import type { FileIn } from './zip-in.ts'

const STATEMENT = /^[0-9a-f]{16}\.txt$/

/** The files of a folder of signatures among those that came in, by their names; none where there is no such folder. */
export function signatureFiles(files: readonly FileIn[]): readonly FileIn[] {
  const roots = files.flatMap(([path]) =>
    STATEMENT.test(nameOf(path)) ? [path.slice(0, path.length - nameOf(path).length)] : [],
  )
  const root = roots.find(one => files.some(([path]) => path === `${one}SM3SUMS`)) ?? roots[0]
  if (root === undefined) return []
  return files
    .filter(([path]) => path.startsWith(root) && !path.slice(root.length).includes('/'))
    .map(([path, bytes]) => [path.slice(root.length), bytes])
}

/** Whether a file names signers: a public key, or the list of keys that an office publishes. */
export function namesSigners(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096))
  return /-----BEGIN PUBLIC KEY-----/.test(text) || /"spec":\s*"ssj-signers\//.test(text)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
