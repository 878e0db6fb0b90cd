/** @module-tag campaign */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder } from './helpers/scratch.ts'

const ROOT = join(import.meta.dirname, '..')
const folder = freshFolder()
const installed = join(folder, 'node_modules/shuangsuiji')
const env = { ...process.env, SSJ_LANG: 'zh', SSJ_ACTOR: '王敏' }
const npm = (...words: string[]) =>
  execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
const node = (...words: string[]) =>
  execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env })
const ssj = (...words: string[]) => node(join(folder, 'node_modules/.bin/ssj'), ...words)

/** Where the checkout has a driver for a Node of before 22.14, which is a package of its own. */
const DRIVER = join(ROOT, 'node_modules/better-sqlite3-for-node-20/index.cjs')
const isOld = existsSync(DRIVER)

/** That driver is compiled, which takes a minute: here the one of this checkout is put in its place. */
function lendDriver(): void {
  const driver = join(folder, 'node_modules/better-sqlite3')
  const built = 'build/Release/better_sqlite3.node'
  const here = createRequire(realpathSync(DRIVER))
  mkdirSync(join(driver, dirname(built)), { recursive: true })
  copyFileSync(join(dirname(here.resolve('better-sqlite3/package.json')), built), join(driver, built))
}

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'pack.mjs'), folder])
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const tarballs = readdirSync(folder).filter(name => name.endsWith('.tgz'))
  const wanted = tarballs.filter(name => isOld || name.startsWith('shuangsuiji'))
  const quick = isOld ? ['--ignore-scripts'] : []
  npm('install', ...quick, '--no-audit', '--no-fund', ...wanted.map(name => `./${name}`))
  if (isOld) lendDriver()
})

describe(`the tarball, installed by a stranger (Node ${process.versions.node})`, () => {
  test('runs: a tour that ends in a folder which agrees, and its own digests', () => {
    expect(ssj('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
    ssj('demo', '--to', 'tour')
    expect(JSON.parse(ssj('verify', 'tour/public', '--json')).kind).toBe('agrees')
    expect(JSON.parse(ssj('verify', '--self', '--json')).holds).toBe(true)
  })

  test('does what an office does: help, registries, a draw, its folder, a certificate, a copy', () => {
    expect(ssj('help', 'draw', 'freeze')).toContain('ssj draw freeze')
    ssj('init')
    const registries = join(installed, 'fixtures/district')
    for (const library of ['departments', 'items', 'targets', 'inspectors', 'recusals', 'plan'])
      ssj('import', library, join(registries, `${library}.csv`))
    const task = [
      '--items',
      'SP-03',
      '--lead',
      'LS-SCJG',
      '--rate',
      '5%',
      '--name',
      '专项',
      '--source',
      '骰子/30',
    ]
    ssj('draw', 'freeze', '--id', 'L01', ...task, '--to', '公告')
    ssj('draw', 'run', 'L01', '--seed', `骰子=${'123456'.repeat(5)}`)
    ssj('export', '1', '--to', '公示', '--format', 'csv,xlsx,docx,html')
    expect(JSON.parse(ssj('verify', '公示', '--json')).kind).toBe('agrees')
    const { selection } = JSON.parse(ssj('draw', 'show', '1', '--json'))
    ssj('certify', '1', selection[0].target, '--to', '证明.html')
    ssj('backup', '备份.db')
    expect(JSON.parse(ssj('log', '--verify', '--db', '备份.db', '--json')).holds).toBe(true)
  })

  test('can be built upon: verify and the draw, with types that every way of resolving finds', () => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { draw, type Drawn, type Fixed, type FrameRow, freezeDraw, type Parts, parseSeedLines, type Seed } from 'shuangsuiji/draw'
import { type Difference, type Verdict, verify } from 'shuangsuiji/verify'
export async function judged(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const verdict: Verdict = await verify(files)
  const drawn: (fixed: Fixed, seed: Seed) => Drawn = draw
  return [verdict.kind, typeof drawn, typeof freezeDraw, parseSeedLines(['骰子'], ['骰子=1']).kind].join(' ')
}
export type Kept = readonly [Difference, FrameRow, Parts]
`,
    )
    const strict = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noUncheckedIndexedAccess',
      '--skipLibCheck',
      'false',
    ]
    const plain = ['--target', 'es2022', '--lib', 'es2022', '--types', '']
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    for (const resolving of [
      ['--module', 'esnext', '--moduleResolution', 'bundler'],
      ['--module', 'nodenext'],
      ['--module', 'node16', '--moduleResolution', 'node16'],
    ])
      node(tsc, ...strict, ...plain, ...resolving, 'use.ts')
    writeFileSync(
      join(folder, 'run.js'),
      `import { readdirSync, readFileSync } from 'node:fs'
import { judged } from './use.js'
const at = process.argv[2]
console.log(await judged(new Map(readdirSync(at).map(name => [name, new Uint8Array(readFileSync(at + '/' + name))]))))
`,
    )
    expect(node('run.js', join(ROOT, 'fixtures/vectors/small'))).toBe('agrees function function seed\n')
  })

  test('what can be built upon needs nothing of Node: a bundle for browsers asks for no module', async () => {
    const input = join(folder, 'bundled.js')
    writeFileSync(input, "export * from 'shuangsuiji/draw'\nexport * from 'shuangsuiji/verify'\n")
    const bundle = await rolldown({ input, platform: 'browser' })
    const { output } = await bundle.generate({ format: 'esm' })
    await bundle.close()
    const own = new Set(output.map(({ fileName }) => fileName))
    for (const chunk of output.flatMap(one => (one.type === 'chunk' ? [one] : []))) {
      expect([...chunk.imports, ...chunk.dynamicImports].filter(name => !own.has(name))).toEqual([])
      expect(chunk.code).not.toMatch(/(?:from|import\(|require\() ?["']node:/)
    }
  })

  test('nothing else of it can be imported', () => {
    writeFileSync(join(folder, 'reach.js'), "await import('shuangsuiji/dist/main.js')\n")
    expect(() => execFileSync(process.execPath, ['reach.js'], { cwd: folder, stdio: 'pipe' })).toThrow(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    )
  })

  test('has names that every system takes, the manual, and nothing of the workshop', () => {
    const names = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map(name =>
      name.replaceAll('\\', '/'),
    )
    expect(names.filter(name => name.length > 120)).toEqual([])
    expect(
      names.filter(name => /[<>:"|?*]|[ .](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul)(?:[./]|$)/i.test(name)),
    ).toEqual([])
    expect(new Set(names.map(name => name.toLowerCase().normalize('NFC'))).size).toBe(names.length)
    for (const wanted of [
      'LICENSE',
      'README.md',
      'docs/cli.md',
      'docs/手册/目录.md',
      'docs/schemas/error.json',
      'dist/page/verify.py',
    ])
      expect(names).toContain(wanted)
    expect(names.filter(name => /^(?:test|src|bench|\.ci)\b|node-20/.test(name))).toEqual([])
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(manifest).not.toHaveProperty('private')
    for (const page of [manifest.man, 'dist/man/zh_CN/man1/ssj.1'])
      expect(readFileSync(join(installed, page), 'utf8')).toContain('ssj draw run')
  })
})
