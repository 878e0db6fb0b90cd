import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { LargeFile } from '../core/draw/folder/content.ts'
import type { FilePath } from '../core/file-path.ts'
import type { Digest } from '../core/ids.ts'
import type { Pieces } from '../core/pieces.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'

const refuse = refusal<FileReasons>()

/** From so many bytes on a file of a draw is read as it is needed instead of being held. */
export const LARGE = 1 << 20

/** Whether a file of so many bytes is to be held. */
export type Room = (bytes: number) => boolean

/** Room for the files of one folder: small ones are held until there are too many of them. */
export function roomFor(most = MOST_HELD): Room {
  let held = 0
  return bytes => {
    if (bytes >= LARGE || held + bytes > most) return false
    held += bytes
    return true
  }
}

const MOST_HELD = 1 << 26

/** Is told how many more bytes were read. */
export type Watch = (bytes: number) => void

/**
 * A file that is read piece by piece each time it is asked for, with the digest that its bytes had when they were first all
 * read; refused where they are others a later time, so that nothing that was checked is another thing when it is used.
 */
export function largeFile(path: FilePath, length: number, pieces: Pieces, watch: Watch): LargeFile {
  let digest: Digest | undefined
  const read = function* (): Generator<Uint8Array> {
    const hash = createHash('sha256')
    for (const piece of pieces) {
      hash.update(piece)
      watch(piece.length)
      yield piece
    }
    const found = hash.digest('hex') as Digest
    digest ??= found
    if (found !== digest) throw refuse('changed-while-read', { path: path.written })
  }
  return {
    length,
    pieces: { [Symbol.iterator]: read },
    sha256() {
      if (digest === undefined) for (const _ of read());
      return digest!
    },
  }
}

/** The bytes of a file from one place up to, not with, another, read as they are asked for: by default all of them. */
export function stretchOf({ written, full }: FilePath, from = 0, to?: number, most = PIECE): Pieces {
  return {
    *[Symbol.iterator]() {
      const descriptor = opened(written, full)
      try {
        const end = to ?? fstatSync(descriptor).size
        const piece = new Uint8Array(Math.min(most, Math.max(end - from, 0)))
        for (let at = from; at < end; ) {
          const read = readSync(descriptor, piece, 0, Math.min(piece.length, end - at), at)
          if (read === 0) throw refuse('changed-while-read', { path: written })
          at += read
          yield piece.subarray(0, read)
        }
      } catch (error) {
        throw unreadable(written, error)
      } finally {
        closeSync(descriptor)
      }
    },
  }
}

const PIECE = 1 << 20

function opened(path: string, full: string): number {
  try {
    return openSync(full, 'r')
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  return code === undefined ? error : refuse('unreadable-file', { path, message })
}
