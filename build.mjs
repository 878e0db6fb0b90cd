import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { buildProgram } from './src/cli/build.mjs'
import { buildPage } from './src/page/build.mjs'

/**
 * Builds `dist` from `src`: whole, beside the old one, which it then replaces, so that nothing of an earlier build stays
 * and whoever runs meanwhile finds one or the other. With `--if-stale`, only where `dist` is of other sources.
 */
const ROOT = import.meta.dirname
const DIST = join(ROOT, 'dist')
const MADE_FROM = 'sources.sha256'

const sources = digestOfSources()
if (!process.argv.includes('--if-stale') || builtFrom() !== sources) {
  const next = join(ROOT, `.dist-${process.pid}`)
  mkdirSync(next)
  try {
    execFileSync(process.execPath, [compiler(), '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', next], {
      stdio: 'inherit',
    })
    await buildProgram(next)
    await buildPage(join(next, 'page'))
    await writeManPages(next)
    writeFileSync(join(next, MADE_FROM), sources)
    writeFileSync(join(next, 'SHA256SUMS'), sumsOf(next))
    replaceDist(next)
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

/** `man ssj` in both languages: `man/man1` is what npm installs, `man/zh_CN/man1` what `man` looks for beside it. */
async function writeManPages(dist) {
  const { manPage } = await import(join(dist, 'cli/man.js'))
  for (const [folder, language] of [
    ['man/man1', 'en'],
    ['man/zh_CN/man1', 'zh'],
  ]) {
    mkdirSync(join(dist, folder), { recursive: true })
    writeFileSync(join(dist, folder, 'ssj.1'), await manPage(language))
  }
}

/** All that a build depends on, as one digest: times of files say little after a checkout or a copy. */
function digestOfSources() {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  const settings = [
    'docs/draw.md',
    'docs/draw-2.md',
    'docs/draw.zh.md',
    'docs/draw-2.zh.md',
    'build.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ]
  const hash = createHash('sha256')
  for (const path of [...names.sort(), ...settings.map(name => join(ROOT, name))]) {
    hash
      .update(`${path.slice(ROOT.length)}\0`)
      .update(createHash('sha256').update(readFileSync(path)).digest())
  }
  return hash.digest('hex')
}

/** The digests of the program as it is installed, for `sha256sum -c --strict` and `ssj verify --self`. */
function sumsOf(dist) {
  const beside = ['bin', 'compat', 'package.json'].filter(name => existsSync(join(ROOT, name)))
  const files = [
    ...filesBelow(dist).map(name => [`dist/${name}`, join(dist, name)]),
    ...beside.flatMap(name =>
      name.endsWith('.json')
        ? [[name, join(ROOT, name)]]
        : filesBelow(join(ROOT, name)).map(file => [`${name}/${file}`, join(ROOT, name, file)]),
    ),
  ]
  return files
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, path]) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${name}\n`)
    .join('')
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function builtFrom() {
  const path = join(DIST, MADE_FROM)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function compiler() {
  return join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
}

/** Two builds at once make the same: the later one may find the place taken, and leaves it so. */
function replaceDist(next) {
  const old = `${next}-old`
  try {
    if (existsSync(DIST)) renameSync(DIST, old)
    renameSync(next, DIST)
  } catch (error) {
    if (builtFrom() !== sources) throw error
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}
