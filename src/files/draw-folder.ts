import { existsSync, lstatSync } from 'node:fs'
import type { OpenFolder } from '../core/draw/folder/content.ts'
import { isLeftBehind } from '../core/draw/folder/sums.ts'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { readFolder } from './folder.ts'
import type { Watch } from './large-file.ts'
import { isFile } from './text-file.ts'
import { readZip } from './zip-file.ts'

const refuse = refusal<FileReasons>()

/**
 * The files of an exported draw, from its folder or from its zip. Large ones are read where they lie, as often as they are
 * asked for; `watch` is told so.
 */
export function readDrawFolder(path: FilePath, watch: Watch = () => {}): OpenFolder {
  if (!existsSync(path.full)) throw refuse('no-such-folder', { path: path.written })
  return isFile(path) && !lstatSync(path.full).isDirectory()
    ? withoutTop(readZip(path, watch))
    : readFolder(path, watch)
}

/** A zip usually holds one folder and everything in it; file managers put folders of their own beside it. */
function withoutTop(files: OpenFolder): OpenFolder {
  const names = [...files.keys()].filter(name => !isLeftBehind(name))
  const [top] = names.map(name => name.slice(0, name.indexOf('/') + 1))
  if (!top || !names.every(name => name.startsWith(top))) return files
  // A bag's own `data/` is no such folder: its declaration lies beside it.
  const inTop = (name: string) => (name.startsWith(top) ? name.slice(top.length) : name)
  return new Map([...files].map(([name, content]) => [inTop(name), content]))
}
