import { existsSync, lstatSync } from 'node:fs'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { readFolder } from './folder.ts'
import { isFile } from './text-file.ts'
import { readZip } from './zip-folder.ts'

const refuse = refusal<FileReasons>()

/** The files of an exported draw, from its folder or from its zip. */
export function readDrawFolder(path: string): Map<string, Uint8Array> {
  if (!existsSync(path)) throw refuse('no-such-folder', { path })
  return isFile(path) && !lstatSync(path).isDirectory() ? readZip(path) : readFolder(path)
}
