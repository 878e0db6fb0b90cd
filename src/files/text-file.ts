import { existsSync, readFileSync, statSync } from 'node:fs'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'

const refuse = refusal<FileReasons>()

export function isFile({ full }: FilePath): boolean {
  return existsSync(full) && statSync(full).isFile()
}

/** Refuses a pipe, a device or a socket: opening one may wait for ever for somebody who writes to it. */
export function refuseSpecial({ written: path, full }: FilePath): void {
  if (!existsSync(full)) return
  const stat = statSync(full)
  if (!stat.isFile() && !stat.isDirectory()) throw refuse('not-a-file', { path })
}

/** The text of a small file (UTF-8); refuses one that cannot be read or that no person wrote. */
export function readTextFile({ written: path, full }: FilePath): string {
  refuseSpecial({ written: path, full })
  try {
    const { size } = statSync(full)
    if (size > LARGEST) throw new Error(`${size} > ${LARGEST}`)
    return readFileSync(full, 'utf8')
  } catch (error) {
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
}

const LARGEST = 1 << 20
