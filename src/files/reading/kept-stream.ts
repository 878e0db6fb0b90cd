import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { FilePath } from '../../core/file-path.ts'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { type Kept, sourceOf, spool, spoolOf } from './content.ts'
import { systemProblem } from './rows.ts'

const refuse = refusal<FileReasons>()

/**
 * What can be read only once (the standard input, a FIFO, a process substitution), kept as a file for whoever reads it
 * again; undefined for a file that lies on the disk. To be called before anything is locked: a stream may be slow.
 */
export async function keptStream(path: FilePath, stdin: Readable): Promise<Kept | undefined> {
  const source = sourceOf(path)
  try {
    if (source !== '-') {
      const there = await stat(source)
      if (there.isFile() || there.isDirectory()) return undefined
    }
    return await spoolOf(source, stdin)
  } catch (error) {
    const problem = systemProblem(error)
    if (problem === undefined) throw error
    throw refuse('invalid-file', { path: path.written, problem })
  }
}

/** The bytes of a file that lies within something else, kept the same way. */
export function keptBytes(bytes: Iterable<Uint8Array>): Promise<Kept> {
  return spool(bytes)
}
