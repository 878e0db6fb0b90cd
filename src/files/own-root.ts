import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this program as it is installed, whether the sources run, the compiled modules or the bundle of them. */
export const OWN_ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)))

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'bin/ssj.js')) ? folder : rootAbove(dirname(folder))
}
