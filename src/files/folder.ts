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
import { basename, dirname, join, resolve } from 'node:path'
import { byBytes } from '../core/bytes.ts'
import { UserError } from '../core/reason.ts'

/**
 * Writes a folder whole or not at all: everything goes into a neighbour, which takes the name when it is complete. A
 * folder that is there must be empty. Names may hold one `/`. `SHA256SUMS` over all files is added.
 */
export function writeFolder(path: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  const target = resolve(path)
  if (existsSync(target) && (!lstatSync(target).isDirectory() || readdirSync(target).length > 0)) {
    throw new UserError('folder-taken', { path })
  }
  let neighbour: string | undefined
  try {
    mkdirSync(dirname(target), { recursive: true })
    neighbour = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
    for (const [name, content] of withSums(files)) {
      const file = join(neighbour, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      sync(file)
    }
    if (existsSync(target)) rmdirSync(target)
    renameSync(neighbour, target)
  } catch (error) {
    if (neighbour !== undefined) rmSync(neighbour, { recursive: true, force: true })
    throw new UserError('disk', { path, message: (error as Error).message })
  }
}

function withSums(files: ReadonlyMap<string, Uint8Array | string>): Map<string, Uint8Array | string> {
  const names = [...files.keys()].sort(byBytes)
  const sums = names.map(name => `${createHash('sha256').update(files.get(name)!).digest('hex')}  ${name}\n`)
  return new Map([...files, ['SHA256SUMS', sums.join('')]])
}

/** Every file below a folder, by its path with `/`. Links are not followed. */
export function readFolder(path: string): Map<string, Uint8Array> {
  if (!existsSync(path) || !lstatSync(resolve(path)).isDirectory())
    throw new UserError('folder-none', { path })
  const files = new Map<string, Uint8Array>()
  const walk = (folder: string, prefix: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const name = prefix + entry.name
      if (entry.isDirectory()) walk(join(folder, entry.name), `${name}/`)
      else if (entry.isFile()) files.set(name, readFileSync(join(folder, entry.name)))
    }
  }
  try {
    walk(path, '')
  } catch (error) {
    throw new UserError('file-unreadable', { path, message: (error as Error).message })
  }
  return files
}

/** The bytes of one file. */
export function readOneFile(path: string): Uint8Array {
  if (!existsSync(path)) throw new UserError('file-none', { path })
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UserError('file-unreadable', { path, message: (error as Error).message })
  }
}

/** Writes one new file; refuses one that exists. */
export function writeNewFile(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new UserError('file-exists', { path })
    throw new UserError('disk', { path, message: (error as Error).message })
  }
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
