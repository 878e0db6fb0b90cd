import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Content } from '../core/draw/folder/content.ts'
import type { FilePath } from '../core/file-path.ts'
import type { Digest } from '../core/ids.ts'
import type { Pieces } from '../core/pieces.ts'
import { writeAll } from './aside/write-all.ts'
import { writeFailed } from './aside/write-failed.ts'
import { type Beside, besideOf } from './beside.ts'
import { stretchOf } from './large-file.ts'

/** Contents that are made one after the other and written out together later. */
export interface SetAside {
  /** Takes the bytes of a file in, and gives it back with its digest. */
  readonly take: (pieces: Pieces) => Content
  /** Removes what was set aside. To be called in any case, after which no content of it can be read. */
  readonly remove: () => void
}

/**
 * Sets files aside for what is to be written at a path: in memory while they are few, then in one file beside it that only
 * this user sees, so that memory does not grow with how many they are.
 */
export function setAside(path: FilePath, mostHeld = MOST_HELD): SetAside {
  let held = 0
  let open: { readonly beside: Beside; readonly descriptor: number } | undefined
  let end = 0
  /** Writes some bytes behind all others, and begins the file if there is none. */
  const append = (bytes: Uint8Array) =>
    onDisk(path, () => {
      open ??= opened(path)
      writeAll(open.descriptor, bytes, end)
      end += bytes.length
    })
  return {
    take(pieces) {
      const hash = createHash('sha256')
      const first: Uint8Array[] = []
      const from = end
      let length = 0
      for (const piece of pieces) {
        hash.update(piece)
        length += piece.length
        if (end === from && held + length <= mostHeld) first.push(piece.slice())
        else for (const bytes of [...first.splice(0), piece]) append(bytes)
      }
      if (end === from) {
        held += length
        return first.length === 1 ? first[0]! : new Uint8Array(Buffer.concat(first))
      }
      const digest = hash.digest('hex') as Digest
      const lies = { written: path.written, full: open!.beside.path }
      return { length, pieces: stretchOf(lies, from, end), sha256: () => digest }
    },
    remove() {
      if (open === undefined) return
      closeSync(open.descriptor)
      open.beside.remove()
      open = undefined
    },
  }
}

/** So many bytes are held before a file is begun. */
const MOST_HELD = 1 << 22

function opened({ full }: FilePath) {
  mkdirSync(dirname(full), { recursive: true })
  const beside = besideOf(full, 'owner')
  return { beside, descriptor: openSync(beside.path, 'wx', 0o600) }
}

function onDisk(path: FilePath, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw writeFailed(path, error)
  }
}
