import { readFileSync, statSync } from 'node:fs'
import type { ZipProblem } from '../core/publication/zip-problem.ts'
import { UserError } from '../core/reason.ts'
import { unzip, type ZipEntry, zipDirectory } from './zip.ts'

/**
 * The files of a zipped folder by their paths; where all lie in one folder, by their paths in it. Nothing is written to
 * the disk; a zip whose names lead elsewhere, stand twice, or promise more than a draw can hold is refused.
 */
export function readZip(path: string): Map<string, Uint8Array> {
  const refuse = (kind: ZipProblem['kind'], name = ''): never => {
    throw new UserError('zip-bad', { path, problem: { kind, name } })
  }
  const zip = bytesOf(path)
  const entries = zipDirectory(zip) ?? refuse('damaged')
  if (entries.length > MOST_FILES) refuse('too-many', String(entries.length))
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > MOST_BYTES) refuse('too-large', String(total))
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const { name } = entry
    const problem = problemOf(entry)
    if (problem !== null) refuse(problem, name)
    if (name.endsWith('/')) continue
    if (files.has(name)) refuse('double', name)
    const bytes = unzip(zip, entry)
    if (bytes === undefined || bytes.length !== entry.bytes) refuse('damaged', name)
    files.set(name, new Uint8Array(bytes!))
  }
  return withoutTop(files)
}

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES)
      throw new UserError('zip-bad', { path, problem: { kind: 'too-large', name: `${size}` } })
    return readFileSync(path)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError('file-unreadable', { path, message: (error as Error).message })
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
