import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Content } from '../core/draw/folder/content.ts'
import { CARRIED_FILES, type Carrying, carriedBeside } from '../core/publication/export/carried-files.ts'
import { PAGE_FILE, pageWith } from '../core/publication/export/page.ts'
import { madeFile } from './made-file.ts'
import { OWN_CARRIED } from './own-files.ts'
import { OWN_ROOT } from './own-root.ts'

/** The page as `npm run build` made it, without a folder in it yet. */
export function builtPage(): string {
  return builtFile(PAGE_FILE)
}

/** What folders carry of this program, by name: the page without a folder in it, the verifier, the law. */
export function carriedFiles(): Map<string, string> {
  return new Map(CARRIED_FILES.map(name => [name, builtFile(name)]))
}

/** The files of a folder, with what explains it: the page with these very files in it, the law, and in an archive the verifier. */
export function withCarried(
  files: ReadonlyMap<string, Content | string>,
  carrying: Carrying,
): Map<string, Content | string> {
  return new Map<string, Content | string>([
    ...files,
    [PAGE_FILE, madeFile(pageWith(builtPage(), files))],
    ...carriedBeside(carrying).map(name => [name, builtFile(name)] as const),
  ])
}

function builtFile(name: string): string {
  const path = join(OWN_ROOT, OWN_CARRIED, name)
  if (!existsSync(path)) throw new Error(`${OWN_CARRIED}/${name} is not built: npm run build`)
  return readFileSync(path, 'utf8')
}
