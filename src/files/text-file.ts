import { existsSync, readFileSync, statSync } from 'node:fs'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'

const refuse = refusal<FileReasons>()

export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

/** The text of a small file (UTF-8); refuses one that cannot be read or that no person wrote. */
export function readTextFile(path: string): string {
  try {
    const { size } = statSync(path)
    if (size > LARGEST) throw new Error(`${size} > ${LARGEST}`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
}

const LARGEST = 1 << 20
