import { statSync } from 'node:fs'
import type { FilePath } from '../core/file-path.ts'
import type { Pieces } from '../core/pieces.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { stretchOf } from './large-file.ts'
import { refuseSpecial } from './text-file.ts'

const refuse = refusal<FileReasons>()

/** A file of answers of any size, read piece by piece; refuses one that cannot be read. */
export function answerFile(path: FilePath): {
  readonly written: string
  readonly bytes: (from?: number, to?: number) => Pieces
} {
  refuseSpecial(path)
  const size = sizeOf(path)
  // The last line may have no end.
  return { written: path.written, bytes: (from = 0, to = size) => stretchOf(path, from, Math.min(to, size)) }
}

function sizeOf({ written: path, full }: FilePath): number {
  try {
    return statSync(full).size
  } catch (error) {
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
}
