import type { ZipBytes } from './zip-bytes.ts'
import {
  DEFLATED,
  type PackedPlace,
  packedPlace,
  STORED,
  type ZipEntry,
  zipDirectory,
} from './zip-directory.ts'
import type { ZipProblem } from './zip-problem.ts'

/** A file of a zip that may be unpacked, and how many bytes it must come to. */
export interface ZippedFile {
  readonly name: string
  readonly stored: boolean
  readonly packed: PackedPlace
  readonly bytes: number
}

export type ZippedFiles =
  | { readonly kind: 'files'; readonly files: readonly ZippedFile[] }
  | { readonly kind: 'refused'; readonly problem: ZipProblem }

/** What all the files of a zip may come to. */
export interface ZipLimits {
  readonly files: number
  readonly bytes: number
}

/**
 * The files of a zip by its directory, none of them unpacked yet. A zip whose names lead elsewhere or stand twice, or that
 * promises more than `most`, is refused: it may be anybody's.
 */
export function zippedFiles(zip: ZipBytes, most: ZipLimits): ZippedFiles {
  const entries = zipDirectory(zip)
  if (entries === undefined) return refused('damaged')
  if (entries.length > most.files) return refused('too-many', String(entries.length))
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > most.bytes) return refused('too-large', String(total))
  const files = new Map<string, ZippedFile>()
  for (const entry of entries) {
    const { name, method, bytes } = entry
    const problem = problemOf(entry)
    if (problem !== null) return refused(problem, name)
    if (name.endsWith('/')) continue
    if (files.has(name)) return refused('double', name)
    const packed = packedPlace(zip, entry)
    if (packed === undefined) return refused('damaged', name)
    files.set(name, { name, stored: method === STORED, packed, bytes })
  }
  return { kind: 'files', files: [...files.values()] }
}

function problemOf({ name, method, encrypted, link }: ZipEntry): ZipProblem['kind'] | null {
  if (/^[/\\]|^[A-Za-z]:/.test(name)) return 'absolute'
  const parts = name.replace(/\/$/, '').split('/')
  if (parts.some(part => part === '..' || part === '.' || part === '')) return 'climbs'
  if (/[\\\0]|\ufffd/.test(name)) return 'strange-name'
  if (link) return 'link'
  if (encrypted) return 'encrypted'
  return method === STORED || method === DEFLATED ? null : 'method'
}

function refused(kind: ZipProblem['kind'], name = ''): ZippedFiles {
  return { kind: 'refused', problem: { kind, name } }
}
