import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The page as `npm run build` made it, without a folder in it yet. */
export function builtPage(): string {
  const path = PLACES.map(place => fileURLToPath(new URL(place, import.meta.url))).find(existsSync)
  if (path === undefined) throw new Error('dist/page/verify.html is not built: npm run build')
  return readFileSync(path, 'utf8')
}

/** Beside the compiled program; and, where the sources run (tests), where the build puts it. */
const PLACES = ['../page/verify.html', '../../dist/page/verify.html']
