import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = name => fileURLToPath(new URL(name, import.meta.url))

/**
 * Bundles the page into `verify.html` in `folder`: program and style inside it, each allowed by its digest alone, and
 * nothing else allowed at all. `worker-src blob:` lets the same program compute beside the page; it brings no network.
 */
export async function buildPage(folder) {
  const bundled = await build({
    entryPoints: [here('page.ts')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
    legalComments: 'none',
  })
  // A closing tag inside a text of the program would end its element.
  const program = bundled.outputFiles[0].text.trim().replaceAll('</', '<\\/')
  const style = readFileSync(here('style.css'), 'utf8')
  const digest = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const policy = [
    "default-src 'none'",
    `script-src ${digest(program)}`,
    `style-src ${digest(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const page = readFileSync(here('page.html'), 'utf8')
    .replace('{{policy}}', () => policy)
    .replace('/* style */', () => style)
    .replace('/* program */', () => program)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'verify.html'), page)
}
