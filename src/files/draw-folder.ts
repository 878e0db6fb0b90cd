import { existsSync, lstatSync } from 'node:fs'
import { UserError } from '../core/reason.ts'
import { readFolder } from './folder.ts'
import { isFile } from './text-file.ts'
import { readZip } from './zip-folder.ts'

/** The files of an exported draw, from its folder or from its zip. */
export function readDrawFolder(path: string): Map<string, Uint8Array> {
  if (!existsSync(path)) throw new UserError('folder-none', { path })
  return isFile(path) && !lstatSync(path).isDirectory() ? readZip(path) : readFolder(path)
}
