import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OWN_PAGE } from './own-files.ts'
import { OWN_ROOT } from './own-root.ts'

/** The page as `npm run build` made it, without a folder in it yet. */
export function builtPage(): string {
  const path = join(OWN_ROOT, OWN_PAGE)
  if (!existsSync(path)) throw new Error(`${OWN_PAGE} is not built: npm run build`)
  return readFileSync(path, 'utf8')
}
