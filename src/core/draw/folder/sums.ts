import { byBytes } from '../../bytes.ts'
import { sha256Hex } from '../../hash.ts'

/** A draw folder: the bytes of each file under its name. */
export type Folder = ReadonlyMap<string, Uint8Array>

export const SUMS = 'SHA256SUMS'

/** What `sha256sum -c SHA256SUMS` reads: every other file, in byte order of the names. */
export function sumsText(folder: Folder): string {
  return otherFiles(folder)
    .map(name => lineOf(name, sha256Hex(folder.get(name)!)))
    .join('')
}

/** Every file but the sums themselves, in byte order of the names. */
export function otherFiles(folder: Folder): string[] {
  return [...folder.keys()].filter(name => name !== SUMS).sort(byBytes)
}

function lineOf(name: string, digest: string): string {
  return `${digest}  ${name}\n`
}
