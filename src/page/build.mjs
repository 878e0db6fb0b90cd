import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { licencesOf } from './licences.mjs'

const here = name => fileURLToPath(new URL(name, import.meta.url))

/**
 * Bundles the page into `verify.html` in `folder`: program and style inside it, each allowed by its digest alone, and
 * nothing else allowed at all. `worker-src blob:` lets the same program compute beside the page; it brings no network.
 */
export async function buildPage(folder) {
  const { code, moduleIds } = await bundle(here('page.ts'))
  // A closing tag inside a text of the program would end its element.
  const program = code.trim().replaceAll('</', '<\\/')
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
    .replace('{{notices}}', () => noticesOf(moduleIds))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'verify.html'), page)
  copyFileSync(here('verify.py'), join(folder, 'verify.py'))
  for (const law of ['draw.md', 'draw.zh.md', 'draw-2.md', 'draw-2.zh.md'])
    copyFileSync(here(`../../docs/${law}`), join(folder, law))
}

/** One script of `entry` and all that it imports, for a browser. */
async function bundle(entry) {
  const bundled = await rolldown({
    input: entry,
    platform: 'browser',
    resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
    transform: { target: 'es2022' },
    tsconfig: false,
  })
  const { output } = await bundled.generate({
    format: 'iife',
    minify: true,
    comments: false,
    codeSplitting: false,
  })
  await bundled.close()
  const [script] = output
  return script
}

/** The licences in a comment of HTML: no address that a browser could ask, and nothing that ends a comment. */
function noticesOf(modules) {
  return licencesOf(modules)
    .replaceAll(/https?:\/\//g, '')
    .replaceAll('--', '\u2013\u2013')
}
