import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Content, isHeld, lengthOf, type OpenFolder, piecesOf } from '../core/draw/folder/content.ts'
import { SUMS_FILE, sumsBy } from '../core/draw/folder/sums.ts'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons, RoomNeeded } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { writeAll } from './aside/write-all.ts'
import { roomOf, writeFailed } from './aside/write-failed.ts'
import { type Beside, besideOf, type Eyes, remove } from './beside.ts'
import { largeFile, type Room, roomFor, stretchOf, type Watch } from './large-file.ts'
import { refuseSpecial } from './text-file.ts'
import { MOST_BYTES, MOST_FILES } from './zip.ts'
import { writeZip } from './zip-writer.ts'

const refuse = refusal<FileReasons>()

/**
 * Writes a folder whole or not at all: everything goes into a neighbour, which takes the name when it is complete. A
 * folder that is there must be empty. `watch` is told what was written.
 */
export function writeFolder(path: FilePath, files: OpenFolder, eyes: Eyes, watch: Watch = () => {}): void {
  refuseTaken(path)
  const write = (whole: string) => {
    mkdirSync(whole)
    for (const [name, content] of files) {
      const file = join(whole, name)
      mkdirSync(dirname(file), { recursive: true, ...(eyes === 'owner' ? { mode: 0o700 } : {}) })
      writeContent(file, content, eyes, watch)
    }
    // After all are written: the first takes the others with it, on most file systems.
    for (const name of files.keys()) syncFile(join(whole, name))
  }
  const needs = roomOf([...files.values()].map(content => content.length))
  writeBeside(path, eyes, write, { parents: 'parents', needs })
}

/** Refuses a path where a folder cannot be written: something stands there that is no empty folder. */
export function refuseTaken({ written, full }: FilePath): void {
  if (!existsSync(full)) return
  if (!statSync(full).isDirectory()) throw refuse('file-exists', { path: written })
  if (!lstatSync(full).isDirectory() || readdirSync(full).length > 0)
    throw refuse('folder-not-empty', { path: written })
}

/** The files as their contents, with `SHA256SUMS` over all of them. */
export function withSums<Of extends Content>(
  files: ReadonlyMap<string, Of | string>,
): Map<string, Of | Uint8Array> {
  const encoder = new TextEncoder()
  return new Map(
    [...files, [SUMS_FILE, sumsBy(files, nativeSha256)] as const].map(([name, content]) => [
      name,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  )
}

function nativeSha256(content: Content | string): string {
  if (typeof content !== 'string' && !isHeld(content)) return content.sha256()
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Every file below a folder, by its path with `/`, large ones as they will be read. The folder may be a link; those in it
 * are not followed.
 */
export function readFolder({ written: path, full }: FilePath, watch: Watch): OpenFolder {
  if (!existsSync(full) || !statSync(full).isDirectory()) throw refuse('no-such-folder', { path })
  const files = new Map<string, Content>()
  const room = roomFor()
  const walk = (folder: string, prefix: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const name = prefix + entry.name
      if (entry.isDirectory()) walk(join(folder, entry.name), `${name}/`)
      else if (entry.isFile())
        files.set(name, contentOf(join(folder, entry.name), `${path}/${name}`, room, watch))
    }
  }
  try {
    walk(full, '')
  } catch (error) {
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
  return files
}

function contentOf(full: string, written: string, room: Room, watch: Watch): Content {
  const { size } = statSync(full)
  const file = { written, full }
  return room(size) ? readFileSync(full) : largeFile(file, size, stretchOf(file), watch)
}

/** The bytes of one file. */
export function readOneFile({ written: path, full }: FilePath): Uint8Array {
  if (!existsSync(full)) throw refuse('no-such-file', { path })
  refuseSpecial({ written: path, full })
  try {
    return readFileSync(full)
  } catch (error) {
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
}

/** Writes one new file whole or not at all; refuses one that exists. */
export function writeNewFile(path: FilePath, content: string | Uint8Array, eyes: Eyes): void {
  if (existsSync(path.full)) throw refuse('file-exists', { path: path.written })
  writeBeside(path, eyes, whole => writeSynced(whole, content, eyes), {
    needs: roomOf([Buffer.byteLength(content)]),
  })
}

/**
 * The same of a file that may be longer than the memory: `write` gives its pieces. Nothing is left where it says that the
 * file is not to be.
 */
export function writeNewFileOf(
  path: FilePath,
  eyes: Eyes,
  write: (put: (piece: string | Uint8Array) => void) => 'keep' | 'drop',
): void {
  if (existsSync(path.full)) throw refuse('file-exists', { path: path.written })
  const beside = onDisk(path, () => besideOf(path.full, eyes))
  /** What the disk says against the file is told as that; what the caller's work says is its own. */
  const written = <T>(work: () => T): T => onDisk(path, work, beside)
  try {
    const descriptor = written(() => openSync(beside.path, 'w', modeFor(eyes).mode))
    try {
      if (write(piece => written(() => writeSync(descriptor, piece as Uint8Array))) === 'drop') return
    } finally {
      closeSync(descriptor)
    }
    written(() => {
      syncFile(beside.path)
      beside.take()
    })
  } finally {
    beside.remove()
  }
}

/** What was begun is taken back before the room that is there is looked at. */
function onDisk<T>(path: FilePath, work: () => T, beside?: Beside): T {
  try {
    return work()
  } catch (error) {
    beside?.remove()
    throw writeFailed(path, error)
  }
}

/** Writes one new zip whole or not at all; refuses where a file exists, and more than a zip can hold. */
export function writeNewZip(path: FilePath, files: OpenFolder, eyes: Eyes, watch?: Watch): void {
  if (existsSync(path.full)) throw refuse('file-exists', { path: path.written })
  const bytes = lengthOf(files)
  if (files.size > MOST_FILES || bytes > MOST_BYTES)
    throw refuse('zip-too-large', { path: path.written, files: files.size, bytes })
  const write = (whole: string) => {
    const descriptor = openSync(whole, 'wx', modeFor(eyes).mode)
    try {
      writeZip(descriptor, files, watch)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
  writeBeside(path, eyes, write, { needs: { bytes, how: 'most' } })
}

/** Writes a file whole or not at all, in place of what the same command wrote there before. */
export function writeOwnFile(path: FilePath, content: string | Uint8Array, eyes: Eyes): void {
  const needs = roomOf([Buffer.byteLength(content)])
  writeBeside(path, eyes, whole => writeSynced(whole, content, eyes), { over: 'over', needs })
}

/** Takes back what the same command wrote there, file or folder: what it was to tell of did not come about. */
export function takeBack({ full }: FilePath): void {
  remove(full)
}

function writeBeside(
  path: FilePath,
  eyes: Eyes,
  make: (path: string) => void,
  {
    over,
    parents,
    needs,
  }: { readonly over?: 'over'; readonly parents?: 'parents'; readonly needs?: RoomNeeded } = {},
): void {
  let beside: Beside | undefined
  try {
    if (parents === 'parents') mkdirSync(dirname(path.full), { recursive: true })
    beside = besideOf(path.full, eyes)
    make(beside.path)
    beside.take(over)
  } catch (error) {
    beside?.remove()
    throw writeFailed(path, error, needs)
  } finally {
    beside?.remove()
  }
}

function writeContent(file: string, content: Content, eyes: Eyes, watch: Watch): void {
  const descriptor = openSync(file, 'wx', modeFor(eyes).mode)
  try {
    for (const piece of piecesOf(content)) {
      writeAll(descriptor, piece)
      watch(piece.length)
    }
  } finally {
    closeSync(descriptor)
  }
}

function writeSynced(file: string, content: string | Uint8Array, eyes: Eyes): void {
  writeFileSync(file, content, modeFor(eyes))
  syncFile(file)
}

function modeFor(eyes: Eyes): { readonly mode?: number } {
  return eyes === 'owner' ? { mode: 0o600 } : {}
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
