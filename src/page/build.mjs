import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

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

/** The licences of the packages whose code is in the page: they ask to go wherever it goes. */
function noticesOf(modules) {
  const folders = new Set(
    modules.flatMap(path => /^(?!\0)(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  )
  return (
    [...folders]
      .map(folder => {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
        return `${name} ${version} (${license})\n\n${licenceIn(folder)}`
      })
      .sort()
      .join('\n\n* * *\n\n')
      // No address that a browser could ask, and nothing that ends a comment.
      .replaceAll(/https?:\/\//g, '')
      .replaceAll('--', '\u2013\u2013')
  )
}

/** The text of a licence: a file of its own, or the last part of a README under that heading. */
function licenceIn(folder) {
  const named = pattern => readdirSync(folder).find(file => pattern.test(file))
  const own = named(/^licen[cs]e/i)
  const text =
    own === undefined
      ? /^#* *LICENSE\b.*\n-*\n([\s\S]*)$/m.exec(readFileSync(join(folder, named(/^readme/i)), 'utf8'))?.[1]
      : readFileSync(join(folder, own), 'utf8')
  if (text === undefined) throw new Error(`${folder} states no licence text to go into the page`)
  return text.trim()
}
