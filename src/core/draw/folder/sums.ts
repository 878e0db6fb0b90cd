import { byBytes } from '../../bytes.ts'
import { sha256Hex } from '../../hash.ts'

/** A draw folder: the bytes of each file under its name. */
export type Folder = ReadonlyMap<string, Uint8Array>

export const SUMS_FILE = 'SHA256SUMS'

/** A text stands for its UTF-8 bytes. */
export type Files = ReadonlyMap<string, Uint8Array | string>

/** What `sha256sum -c --strict SHA256SUMS` reads: every other file, in byte order of the names. */
export function sumsText(folder: Files): string {
  return sumsBy(folder, sha256Hex)
}

/** The same by another implementation of SHA-256 than the law's own, as 64 digits. */
export function sumsBy<Of>(folder: ReadonlyMap<string, Of>, digestOf: (content: Of) => string): string {
  return otherFiles(folder)
    .map(name => sumLine(digestOf(folder.get(name)!), name))
    .join('')
}

/** Every file but the sums themselves, in byte order of the names. */
export function otherFiles(folder: ReadonlyMap<string, unknown>): string[] {
  return [...folder.keys()].filter(name => name !== SUMS_FILE).sort(byBytes)
}

/** Whether a file is one that file managers leave in folders and zips without being asked (draw-2.md, section 8). */
export function isLeftBehind(name: string): boolean {
  return name.split('/').some(part => LEFT_BEHIND.has(part))
}

const LEFT_BEHIND: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX'])

export function sumLine(digest: string, name: string): string {
  return `${digest}  ${name}\n`
}
