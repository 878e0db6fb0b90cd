import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Inflate } from 'fflate'
import type { Content, OpenFolder } from '../core/draw/folder/content.ts'
import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import { LAW_FILES } from '../core/draw/verify/law-files.ts'
import type { FilePath } from '../core/file-path.ts'
import type { Pieces } from '../core/pieces.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal, UserError } from '../core/refusal.ts'
import type { ZipBytes } from '../core/zip/zip-bytes.ts'
import type { ZipProblem } from '../core/zip/zip-problem.ts'
import { type ZippedFile, zippedFiles } from '../core/zip/zipped-files.ts'
import { LARGE, largeFile, roomFor, stretchOf, type Watch } from './large-file.ts'
import { MOST_BYTES, MOST_FILES, unpacked } from './zip.ts'

const refuse = refusal<FileReasons>()

/**
 * The files of a zip by their paths. Nothing is written to the disk, and of large files, or of those that are too many,
 * nothing is held: they are unpacked each time they are asked for. A zip whose names lead elsewhere, stand twice, or promise
 * more than a draw can hold is refused.
 */
export function readZip(path: FilePath, watch: Watch): OpenFolder {
  return withZip(path, zip => {
    const zipped = zippedFiles(zip, { files: MOST_FILES, bytes: MOST_BYTES })
    if (zipped.kind === 'refused') throw invalid(path, zipped.problem)
    const asOne = zipped.files.reduce((sum, { name, bytes }) => (isReadAsOne(name) ? sum + bytes : sum), 0)
    if (asOne > MOST_AS_ONE) throw invalid(path, { kind: 'too-large', name: String(asOne) })
    const room = roomFor()
    return new Map(
      zipped.files.map((file): readonly [string, Content] => {
        const { name, bytes } = file
        const content = room(bytes)
          ? new Uint8Array(unpackedIn(zip, path, file))
          : largeFile(path, bytes, bytes < LARGE ? asOnePiece(path, file) : unpackedPieces(path, file), watch)
        return [name, content]
      }),
    )
  })
}

/** Whether a file is read as one by whoever checks it: all but the two lists of the law, and papers. */
function isReadAsOne(name: string): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1)
  return LAW_FILES.includes(file) ? !LISTS.has(file) : !IS_PAPER.test(file)
}

const LISTS: ReadonlySet<string> = new Set([FRAME.file, EXCLUSIONS.file])
const IS_PAPER = /\.(?:csv|html|xlsx|docx|ofd)$/

/** What they may hold unpacked without being a bomb. */
const MOST_AS_ONE = 1 << 30

/** The bytes of a small file, exactly as many as the directory promises. */
function unpackedIn(zip: ZipBytes, path: FilePath, { name, stored, bytes, packed }: ZippedFile): Uint8Array {
  const own = zip.at(packed.from, packed.to)
  const content = stored ? own : unpacked(own, bytes)
  if (content?.length !== bytes) throw damaged(path, name)
  return content
}

function asOnePiece(path: FilePath, file: ZippedFile): Pieces {
  return {
    *[Symbol.iterator]() {
      yield withZip(path, zip => unpackedIn(zip, path, file))
    },
  }
}

function withZip<T>(path: FilePath, work: (zip: ZipBytes) => T): T {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path.full, 'r')
    const open = descriptor
    const { size } = fstatSync(open)
    return work({
      length: size,
      at(from, to) {
        const bytes = new Uint8Array(to - from)
        for (let read = 0; read < bytes.length; ) {
          const count = readSync(open, bytes, read, bytes.length - read, from + read)
          if (count === 0) throw refuse('changed-while-read', { path: path.written })
          read += count
        }
        return bytes
      },
    })
  } catch (error) {
    if (error instanceof UserError) throw error
    throw refuse('unreadable-file', { path: path.written, message: (error as Error).message })
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** The bytes of a file of a zip, never more than its directory promises. */
function unpackedPieces(path: FilePath, { name, stored, bytes, packed }: ZippedFile): Pieces {
  const pieces = stretchOf(path, packed.from, packed.to, stored ? undefined : STEP)
  return {
    *[Symbol.iterator]() {
      let length = 0
      for (const piece of stored ? pieces : inflated(pieces, () => damaged(path, name))) {
        length += piece.length
        if (length > bytes) throw damaged(path, name)
        yield piece
      }
      if (length !== bytes) throw damaged(path, name)
    },
  }
}

/** Packed bytes are taken so few at a time that a bomb unfolds to no more than some 64 MB. */
const STEP = 1 << 16

function* inflated(packed: Pieces, asDamaged: () => UserError): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const inflate = new Inflate(piece => ready.push(piece))
  const step = (piece: Uint8Array, final: boolean) => {
    try {
      inflate.push(piece, final)
    } catch {
      throw asDamaged()
    }
  }
  for (const piece of packed) {
    step(piece.slice(), false)
    yield* ready.splice(0)
  }
  step(new Uint8Array(0), true)
  yield* ready.splice(0)
}

function damaged(path: FilePath, name: string): UserError {
  return invalid(path, { kind: 'damaged', name })
}

function invalid({ written: path }: FilePath, problem: ZipProblem): UserError {
  return refuse('invalid-zip', { path, problem })
}
