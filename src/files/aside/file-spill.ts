import { randomUUID } from 'node:crypto'
import { closeSync, constants, openSync, readSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Spill } from '../../core/packed/spill.ts'
import { writeAll } from './write-all.ts'
import { writeFailed } from './write-failed.ts'

/**
 * Lays pieces into a file that only this process can see, and that goes with it. It is made with the first piece, and closed
 * when `whenDone` says so. Refuses where the disk is full.
 */
export function fileSpill(whenDone: (close: () => void) => void): Spill {
  const places: { readonly at: number; readonly length: number }[] = []
  let descriptor: number | null = null
  let end = 0
  const opened = (): number => {
    if (descriptor === null) {
      const own = openUnseen()
      descriptor = own
      whenDone(() => closeSync(own))
    }
    return descriptor
  }
  return {
    write(bytes) {
      guarded(() => writeAll(opened(), bytes, end))
      end += bytes.length
      return places.push({ at: end - bytes.length, length: bytes.length }) - 1
    },
    read(piece, room) {
      const { at, length } = places[piece]!
      const bytes = length <= room.length ? room.subarray(0, length) : new Uint8Array(length)
      guarded(() => {
        for (let from = 0; from < length; ) {
          const read = readSync(opened(), bytes, from, length - from, at + from)
          if (read === 0) throw new Error('EOF')
          from += read
        }
      })
      return bytes
    },
  }
}

/** Without its name as soon as it is open: what is killed leaves nothing behind. */
function openUnseen(): number {
  const path = join(tmpdir(), `ssj-${randomUUID()}`)
  return guarded(() => {
    const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600)
    unlinkSync(path)
    return descriptor
  })
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw writeFailed({ written: tmpdir(), full: tmpdir() }, error)
  }
}
