import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { isLeftBehind } from '../core/draw/folder/sums.ts'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal, UserError } from '../core/refusal.ts'
import type { ZipProblem } from '../core/zip/zip-problem.ts'
import { zippedFiles } from '../core/zip/zipped-files.ts'
import { readFolder } from './folder.ts'
import { isFile } from './text-file.ts'
import { unpacked } from './zip.ts'

const refuse = refusal<FileReasons>()

/** The files of an exported draw, from its folder or from its zip. */
export function readDrawFolder(path: FilePath): Map<string, Uint8Array> {
  if (!existsSync(path.full)) throw refuse('no-such-folder', { path: path.written })
  return isFile(path) && !lstatSync(path.full).isDirectory() ? readZip(path) : readFolder(path)
}

/**
 * The files of a zipped folder by their paths; where all lie in one folder, by their paths in it. Nothing is written to
 * the disk; a zip whose names lead elsewhere, stand twice, or promise more than a draw can hold is refused.
 */
export function readZip(file: FilePath): Map<string, Uint8Array> {
  const invalid = (problem: ZipProblem): never => {
    throw refuse('invalid-zip', { path: file.written, problem })
  }
  const zipped = zippedFiles(bytesOf(file), { files: MOST_FILES, bytes: MOST_BYTES })
  if (zipped.kind === 'refused') return invalid(zipped.problem)
  return withoutTop(
    new Map(
      zipped.files.map(entry => {
        const bytes = unpacked(entry)
        if (bytes?.length !== entry.bytes) return invalid({ kind: 'damaged', name: entry.name })
        return [entry.name, new Uint8Array(bytes)]
      }),
    ),
  )
}

function bytesOf({ written: path, full }: FilePath): Uint8Array {
  try {
    const { size } = statSync(full)
    if (size > MOST_BYTES)
      throw refuse('invalid-zip', { path, problem: { kind: 'too-large', name: `${size}` } })
    return readFileSync(full)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw refuse('unreadable-file', { path, message: (error as Error).message })
  }
}

/** A zip usually holds one folder and everything in it; file managers put folders of their own beside it. */
function withoutTop(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const names = [...files.keys()].filter(name => !isLeftBehind(name))
  const [top] = names.map(name => name.slice(0, name.indexOf('/') + 1))
  if (!top || !names.every(name => name.startsWith(top))) return files
  // A bag's own `data/` is no such folder: its declaration lies beside it.
  const inTop = (name: string) => (name.startsWith(top) ? name.slice(top.length) : name)
  return new Map([...files].map(([name, bytes]) => [inTop(name), bytes]))
}

const MOST_FILES = 65_534
/** What all files may hold unpacked: a draw from three million targets has about 300 MB. */
const MOST_BYTES = 1 << 30
