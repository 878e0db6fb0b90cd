import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { SUMS_FILE } from '../core/draw/folder/sums.ts'
import { OWN_ROOT } from './own-root.ts'

/** Where the build leaves the digests of the program, and the page that goes into every export. */
export const OWN_SUMS = 'dist/SHA256SUMS'
export const OWN_CARRIED = 'dist/page'
export const OWN_PAGE = `${OWN_CARRIED}/verify.html`

/**
 * The files of this program as it is installed, by their paths, with its sums under the name that the sums of a folder
 * have. No file of another package is among them, nor documents and examples.
 */
export function ownFiles(): Map<string, Uint8Array> {
  const files = new Map(
    PARTS.flatMap(part => namesIn(join(OWN_ROOT, part))).map(
      name => [name, readFileSync(join(OWN_ROOT, name))] as const,
    ),
  )
  const sums = files.get(OWN_SUMS)
  files.delete(OWN_SUMS)
  return sums === undefined ? files : files.set(SUMS_FILE, sums)
}

const PARTS = ['bin', 'compat', 'dist', 'package.json']

function namesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (path.endsWith('.json')) return [relative(OWN_ROOT, path)]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(OWN_ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
