import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FilePath } from '../../core/file-path.ts'
import type { FileReasons, RoomNeeded } from '../../core/reasons.ts'
import { refusal, type UserError } from '../../core/refusal.ts'

const refuse = refusal<FileReasons>()

/**
 * The Reason behind what the disk says against a path that is written: a full one with the room that is there, once what
 * was begun has been taken back, and the room that is needed, where anybody knows.
 */
export function writeFailed(
  { written: path, full }: FilePath,
  error: unknown,
  needs: RoomNeeded | null = null,
): UserError {
  const { code, message, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return refuse('disk-full', { path, free: freeAt(full), needs })
  // Of a quota the file system knows no rest.
  if (code === 'EDQUOT') return refuse('disk-full', { path, free: null, needs })
  // What stands in the way of a folder is a file, which the path has as one.
  const isBelowFile = code === 'EEXIST' && syscall === 'mkdir'
  return refuse('write-failed', {
    path,
    message: isBelowFile ? message.replace('EEXIST', 'ENOTDIR') : message,
  })
}

/** What files of these lengths take on a disk, which gives each of them whole blocks. */
export function roomOf(lengths: Iterable<number>): RoomNeeded {
  let bytes = 0
  for (const length of lengths) bytes += Math.ceil(length / BLOCK) * BLOCK
  return { bytes, how: 'about' }
}

const BLOCK = 4096

/** How many bytes this user may still write where a path leads; null where the system does not say. */
function freeAt(full: string): number | null {
  for (let folder = full; ; folder = dirname(folder)) {
    try {
      const { bavail, bsize } = statfsSync(folder)
      return bavail * bsize
    } catch {
      if (dirname(folder) === folder) return null
    }
  }
}
