import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Files, SUMS_FILE, sumsText } from '../core/draw/folder/sums.ts'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'

const refuse = refusal<FileReasons>()

/**
 * Writes a folder whole or not at all: everything goes into a neighbour, which takes the name when it is complete. A
 * folder that is there must be empty.
 */
export function writeFolder(path: FilePath, files: ReadonlyMap<string, Uint8Array>): void {
  refuseTaken(path)
  const target = path.full
  let neighbour: string | undefined
  try {
    mkdirSync(dirname(target), { recursive: true })
    neighbour = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
    // Within the neighbour, which is the user's alone: the folder itself has the rights that the user's folders have.
    const whole = join(neighbour, 'whole')
    mkdirSync(whole)
    for (const [name, content] of files) {
      const file = join(whole, name)
      mkdirSync(dirname(file), { recursive: true })
      writeSynced(file, content)
    }
    if (existsSync(target)) rmdirSync(target)
    renameSync(whole, target)
  } catch (error) {
    throw refuse('write-failed', { path: path.written, message: (error as Error).message })
  } finally {
    if (neighbour !== undefined) rmSync(neighbour, { recursive: true, force: true })
  }
}

/** Refuses a path where a folder cannot be written: something stands there that is no empty folder. */
export function refuseTaken({ written, full }: FilePath): void {
  if (existsSync(full) && (!lstatSync(full).isDirectory() || readdirSync(full).length > 0))
    throw refuse('folder-not-empty', { path: written })
}

/** The files as bytes, with `SHA256SUMS` over all of them. */
export function withSums(files: Files): Map<string, Uint8Array> {
  const encoder = new TextEncoder()
  return new Map(
    [...files, [SUMS_FILE, sumsText(files, nativeSha256)] as const].map(([name, content]) => [
      name,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  )
}

function nativeSha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Every file below a folder, by its path with `/`. Links are not followed. */
export function readFolder({ written: path, full }: FilePath): Map<string, Uint8Array> {
  if (!existsSync(full) || !lstatSync(full).isDirectory()) throw refuse('no-such-folder', { path })
  const files = new Map<string, Uint8Array>()
  const walk = (folder: string, prefix: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const name = prefix + entry.name
      if (entry.isDirectory()) walk(join(folder, entry.name), `${name}/`)
      else if (entry.isFile()) files.set(name, readFileSync(join(folder, entry.name)))
    }
  }
  try {
    walk(full, '')
  } catch (error) {
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
  return files
}

/** The bytes of one file. */
export function readOneFile({ written: path, full }: FilePath): Uint8Array {
  if (!existsSync(full)) throw refuse('no-such-file', { path })
  try {
    return readFileSync(full)
  } catch (error) {
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
}

/** Writes one new file whole or not at all; refuses one that exists. */
export function writeNewFile(path: FilePath, content: string | Uint8Array): void {
  if (existsSync(path.full)) throw refuse('file-exists', { path: path.written })
  writeOwnFile(path, content)
}

/** Writes a file whole or not at all, in place of what the same command wrote there before. */
export function writeOwnFile({ written: path, full }: FilePath, content: string | Uint8Array): void {
  let neighbour: string | undefined
  try {
    neighbour = mkdtempSync(join(dirname(full), `.${basename(full)}-`))
    const file = join(neighbour, 'file')
    writeSynced(file, content)
    renameSync(file, full)
  } catch (error) {
    throw refuse('write-failed', { path, message: (error as Error).message })
  } finally {
    if (neighbour !== undefined) rmSync(neighbour, { recursive: true, force: true })
  }
}

function writeSynced(file: string, content: string | Uint8Array): void {
  writeFileSync(file, content)
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
