import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { UserError } from '../core/reason.ts'

/** The name, size and SHA-256 of a file that is shown as evidence; the file stays where it is. */
export function evidenceFrom(path: string): { file: string; bytes: number; sha256: string } {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    if (!fstatSync(descriptor).isFile()) throw new UserError('file-unreadable', { path, message: 'EISDIR' })
    const hash = createHash('sha256')
    const piece = Buffer.alloc(1 << 16)
    let bytes = 0
    for (let read = -1; read !== 0; ) {
      read = readSync(descriptor, piece)
      hash.update(piece.subarray(0, read))
      bytes += read
    }
    return { file: basename(path).normalize('NFC'), bytes, sha256: hash.digest('hex') }
  } catch (error) {
    if (error instanceof UserError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new UserError('file-none', { path })
    throw new UserError('file-unreadable', { path, message })
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
