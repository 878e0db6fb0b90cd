import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal, UserError } from '../core/refusal.ts'
import { refuseSpecial } from './text-file.ts'

const refuse = refusal<FileReasons>()

/** The name, size and SHA-256 of a file that is shown as evidence; the file stays where it is. */
export function evidenceFrom({ written: path, full }: FilePath): {
  file: string
  bytes: number
  sha256: string
} {
  refuseSpecial({ written: path, full })
  let descriptor: number | undefined
  try {
    descriptor = openSync(full, 'r')
    if (!fstatSync(descriptor).isFile()) throw refuse('unreadable-file', { path, message: 'EISDIR' })
    const hash = createHash('sha256')
    const piece = Buffer.alloc(1 << 16)
    let bytes = 0
    for (let read = -1; read !== 0; ) {
      read = readSync(descriptor, piece)
      hash.update(piece.subarray(0, read))
      bytes += read
    }
    return { file: basename(full).normalize('NFC'), bytes, sha256: hash.digest('hex') }
  } catch (error) {
    if (error instanceof UserError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw refuse('no-such-file', { path })
    throw refuse('unreadable-file', { path, message })
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
