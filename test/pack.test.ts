/** @module-tag campaign */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder } from './helpers/scratch.ts'

const ROOT = join(import.meta.dirname, '..')
const folder = freshFolder()
const npm = (...words: string[]) =>
  execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
const node = (...words: string[]) => execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })

/** The driver is compiled on Node 20, which takes a minute: here that of this checkout is put in its place. */
function lendDriver(): void {
  const installed = join(folder, 'node_modules/better-sqlite3')
  const built = 'build/Release/better_sqlite3.node'
  if (!existsSync(join(folder, 'node_modules/better-sqlite3-for-node-20'))) return
  const here = createRequire(realpathSync(join(ROOT, 'node_modules/better-sqlite3-for-node-20/index.cjs')))
  mkdirSync(join(installed, dirname(built)), { recursive: true })
  copyFileSync(join(dirname(here.resolve('better-sqlite3/package.json')), built), join(installed, built))
}

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'pack.mjs'), folder])
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const tarballs = readdirSync(folder).filter(name => name.endsWith('.tgz'))
  npm('install', '--ignore-scripts', '--no-audit', '--no-fund', ...tarballs.map(name => `./${name}`))
  lendDriver()
})

describe('the tarball, installed by a stranger', () => {
  test('runs: a database, a tour that ends in a folder which agrees, and its own digests', () => {
    const ssj = join(folder, 'node_modules/.bin/ssj')
    expect(node(ssj, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
    node(ssj, 'demo', '--to', 'tour')
    expect(JSON.parse(node(ssj, 'verify', 'tour/public', '--json')).kind).toBe('agrees')
    expect(JSON.parse(node(ssj, 'verify', '--self', '--json')).holds).toBe(true)
  })

  test('can be built upon: verify and the draw, with their types', () => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { readFileSync, readdirSync } from 'node:fs'
import { draw, freezeDraw, parseSeedLines, type Drawn, type Seed } from 'shuangsuiji/draw'
import { type Verdict, verify } from 'shuangsuiji/verify'
const at = process.argv[2]!
const files = new Map(readdirSync(at).map(name => [name, new Uint8Array(readFileSync(at + '/' + name))]))
const verdict: Verdict = await verify(files)
const drawn: (fixed: Parameters<typeof draw>[0], seed: Seed) => Drawn = draw
console.log(verdict.kind, typeof drawn, typeof freezeDraw, parseSeedLines(['骰子'], ['骰子=1']).kind)
`,
    )
    const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')]
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const settings = ['--strict', '--module', 'nodenext', '--target', 'es2023', ...types]
    node(tsc, ...settings, 'use.ts')
    const vector = join(ROOT, 'fixtures/vectors/small')
    expect(node('use.js', vector)).toBe('agrees function function seed\n')
  })

  test('nothing else of it can be imported', () => {
    writeFileSync(join(folder, 'reach.js'), "await import('shuangsuiji/dist/main.js')\n")
    expect(() => execFileSync(process.execPath, ['reach.js'], { cwd: folder, stdio: 'pipe' })).toThrow(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    )
  })
})
