import { readFileSync, statSync } from 'node:fs'
import type { FileReasons } from '../core/reasons.ts'
import { refusal, UserError } from '../core/refusal.ts'
import type { ZipProblem } from '../core/zip-problem.ts'
import { unzip, type ZipEntry, zipDirectory } from './zip.ts'

const refuse = refusal<FileReasons>()

/**
 * The files of a zipped folder by their paths; where all lie in one folder, by their paths in it. Nothing is written to
 * the disk; a zip whose names lead elsewhere, stand twice, or promise more than a draw can hold is refused.
 */
export function readZip(path: string): Map<string, Uint8Array> {
  const invalid = (kind: ZipProblem['kind'], name = ''): never => {
    throw refuse('invalid-zip', { path, problem: { kind, name } })
  }
  const zip = bytesOf(path)
  const entries = zipDirectory(zip) ?? invalid('damaged')
  if (entries.length > MOST_FILES) invalid('too-many', String(entries.length))
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > MOST_BYTES) invalid('too-large', String(total))
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const { name } = entry
    const problem = problemOf(entry)
    if (problem !== null) invalid(problem, name)
    if (name.endsWith('/')) continue
    if (files.has(name)) invalid('double', name)
    const bytes = unzip(zip, entry)
    if (bytes === undefined || bytes.length !== entry.bytes) invalid('damaged', name)
    files.set(name, new Uint8Array(bytes!))
  }
  return withoutTop(files)
}

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES)
      throw refuse('invalid-zip', { path, problem: { kind: 'too-large', name: `${size}` } })
    return readFileSync(path)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
}

function problemOf({ name, method, encrypted, link }: ZipEntry): ZipProblem['kind'] | null {
  if (/^[/\\]|^[A-Za-z]:/.test(name)) return 'absolute'
  const parts = name.replace(/\/$/, '').split('/')
  if (parts.some(part => part === '..' || part === '.' || part === '')) return 'climbs'
  if (/[\\\0]|\ufffd/.test(name)) return 'strange-name'
  if (link) return 'link'
  if (encrypted) return 'encrypted'
  return method === 0 || method === 8 ? null : 'method'
}

/** A zip usually holds one folder and everything in it. */
function withoutTop(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const [top] = [...files.keys()].map(name => name.slice(0, name.indexOf('/') + 1))
  if (!top || ![...files.keys()].every(name => name.startsWith(top))) return files
  // A bag's own `data/` is no such folder: its declaration lies beside it.
  return new Map([...files].map(([name, bytes]) => [name.slice(top.length), bytes]))
}

const MOST_FILES = 65_534
/** What all files may hold unpacked: a draw from three million targets has about 300 MB. */
const MOST_BYTES = 1 << 30
