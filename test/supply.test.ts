/** @module-tag slow */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { freshFolder } from './helpers/scratch.ts'
import { NOW, office } from './helpers/ssj.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name))
const json = (name: string) => JSON.parse(read(name).toString())
const digest = (name: string) => createHash('sha256').update(read(name)).digest('hex')

interface Locked {
  readonly version: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly gypfile?: boolean
  readonly resolved?: string
  readonly integrity?: string
}
const locked = Object.entries(json('package-lock.json').packages as Record<string, Locked>)
const nameOf = (path: string) => path.split('node_modules/').at(-1)!

describe('what is installed', () => {
  it('runs no script but the one that compiles SQLite on Node 20', () => {
    const scripts = locked.flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path] : []))
    expect(scripts).toEqual(['node_modules/better-sqlite3-for-node-20/node_modules/better-sqlite3'])
    // What has a binding.gyp is built unless this is said, though it brings what was built; `npm install` forgets it.
    const built = locked.find(([path]) => path === 'node_modules/better-sqlite3')?.[1]
    expect(built).toMatchObject({ gypfile: false })
    // npm 11 asks before it runs one; npm 10 runs what there is.
    expect(json('package.json').allowScripts).toEqual({ 'better-sqlite3': true })
  })

  it('comes from the registry, each package with its digest', () => {
    const strange = locked.filter(
      ([path, { resolved = '', integrity = '' }]) =>
        path.startsWith('node_modules/') &&
        !resolved.startsWith('file:') &&
        !(/^(?:https:\/\/registry\.npmjs\.org\/.*)?$/.test(resolved) && integrity.startsWith('sha512-')),
    )
    expect(strange).toEqual([])
  })

  it('is named whole by the bill of materials', { tags: ['campaign'] }, () => {
    const told = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' })
    const { bomFormat, components } = JSON.parse(told)
    expect(bomFormat).toBe('CycloneDX')
    const named = new Set(components.map(({ purl }: { purl: string }) => decodeURIComponent(purl)))
    const needed = locked
      .filter(
        ([path, { resolved = '' }]) => path.startsWith('node_modules/') && !resolved.startsWith('file:'),
      )
      .map(([path, { version }]) => `pkg:npm/${nameOf(path)}@${version}`)
    expect(needed.filter(purl => !named.has(purl))).toEqual([])
  })
})

describe('what is bundled', () => {
  it('loads, every piece by itself, whichever is first', () => {
    const pieces = readdirSync(join(ROOT, 'dist/program')).filter(
      name => name.endsWith('.js') && !name.endsWith('-worker.js'),
    )
    expect(pieces.length).toBeGreaterThan(50)
    const program = `for (const name of process.argv.slice(1)) await import(name)`
    for (const order of [pieces, pieces.toReversed()]) {
      const paths = order.map(name => pathToFileURL(join(ROOT, 'dist/program', name)).href)
      const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program, '--', ...paths], {
        encoding: 'utf8',
      })
      expect([ran.stderr, ran.status]).toEqual(['', 0])
    }
  })

  it.each(['zh', 'en'])(
    'has the sentences of %s as they are written, though each part is made when it is asked for',
    async name => {
      const from = async (path: string) => (await import(pathToFileURL(join(ROOT, path)).href)) as object
      const shown = (sentences: unknown) =>
        JSON.stringify(sentences, (_, value) => (typeof value === 'function' ? `of ${value.length}` : value))
      const written = ((await from(`dist/terminal/sentences/${name}.js`)) as Record<string, unknown>)[name]
      const pieces = readdirSync(join(ROOT, 'dist/program')).filter(piece => piece.startsWith(`${name}-`))
      const bundled = (await Promise.all(pieces.map(piece => from(`dist/program/${piece}`)))).flatMap(
        Object.values,
      )
      expect(bundled.map(shown)).toContain(shown(written))
    },
  )

  it.each([
    ['main', ['start'], 215],
    ['help-zh', ['help-zh'], 20],
    ['list-rules', ['database', 'list-rules', 'start', 'words'], 445],
  ])('reads for %s no more than it must, and no library of Node whole', (name, pieces, most) => {
    const all = readdirSync(join(ROOT, 'dist/program'))
    const nameOf = (piece: string) => piece.replace(/(-[\w-]{8})?\.js$/, '')
    const sizes = new Map<string, number>()
    const load = (piece: string) => {
      if (sizes.has(piece)) return
      const text = readFileSync(join(ROOT, 'dist/program', piece), 'utf8')
      sizes.set(piece, Buffer.byteLength(text) / 1000)
      expect(text, piece).not.toMatch(/^import .* from "node:/m)
      for (const [, other] of text.matchAll(/^(?:import|export) [^"]*"\.\/([^"]+)"/gm)) load(other!)
    }
    load(name === 'main' ? 'main.js' : all.find(piece => nameOf(piece) === name)!)
    sizes.delete('main.js')
    expect([...sizes.keys()].map(nameOf).toSorted()).toEqual(pieces)
    expect([...sizes.values()].reduce((sum, size) => sum + size)).toBeLessThan(most)
  })

  it.each(['@noble/curves', '@noble/hashes', 'seedrandom'])('names %s and its licence in the page', name => {
    const page = read('dist/page/verify.html').toString()
    const notices = page.slice(page.indexOf('Code of others in this page'))
    expect(notices).toContain(`${name} ${json(`node_modules/${name}/package.json`).version} (MIT)`)
    const parts = notices.split('* * *')
    for (const part of parts) expect(part).toMatch(/^\S+ \d+\.\d+\.\d+ \([\w. ()-]+\)$/m)
    for (const part of parts)
      expect(part).toMatch(/Permission is hereby granted|Redistribution and use|Apache License/)
    expect(notices.indexOf('--')).toBe(notices.indexOf('-->'))
  })
})

describe('ssj verify --self', () => {
  it('shows the digests that the release notes state', { tags: ['campaign'] }, async () => {
    const here = office()
    const told = await here.done('verify', '--self')
    expect(told).toMatchObject({
      holds: true,
      page: digest('dist/page/verify.html'),
      package: digest('dist/SHA256SUMS'),
    })
    const notes = execFileSync(process.execPath, [join(ROOT, 'release-notes.mjs')], { encoding: 'utf8' })
    for (const value of [told.page, told.package, `# ssj ${told.version}`]) expect(notes).toContain(value)
    expect(notes).toMatch(/tarball {2}sha512-/)
    expect((await here.ssj('verify', '--self', 'folder', '--json')).json.error.code).toBe(
      'option-not-applicable',
    )
  })

  it('answers no for a file that was changed, added or taken away', async () => {
    const at = freshFolder()
    for (const name of ['bin', 'compat', 'dist', 'package.json'])
      cpSync(join(ROOT, name), join(at, name), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(at, 'node_modules'))
    const ran = spawnSync(process.execPath, [join(at, 'bin/ssj.js'), 'verify', '--self', '--json'])
    expect([ran.status, JSON.parse(String(ran.stdout)).holds]).toEqual([0, true])
    // What looks is loaded once; what it looks at, each time.
    const { main } = (await import(
      pathToFileURL(join(at, 'dist/main.js')).href
    )) as typeof import('../src/main.ts')
    const answer = async () => {
      let told = ''
      const stdout = new Writable({
        write(piece, _, done) {
          told += piece
          done()
        },
      })
      const world = { stdin: Readable.from([]), stdout, stderr: stdout, env: {}, cwd: at, patience: 0 }
      const status = await main(['verify', '--self', '--json'], {
        ...world,
        now: () => NOW,
        randomBytes: count => new Uint8Array(count),
        systemUser: () => 'nobody',
      })
      return [status, JSON.parse(told).holds]
    }
    for (const [name, content] of [
      ['dist/core/hash.js', `${read('dist/core/hash.js')}\n`],
      ['dist/page/verify.html', `${read('dist/page/verify.html')} `],
      ['dist/core/added.js', ''],
      ['dist/sources.sha256', null],
      ['dist/SHA256SUMS', null],
      ['dist/SHA256SUMS', ''],
    ] as const) {
      const path = join(at, name)
      if (content === null) rmSync(path)
      else writeFileSync(path, content)
      expect(await answer(), name).toEqual([1, false])
      if (name === 'dist/core/added.js') rmSync(path)
      else writeFileSync(path, read(name))
    }
    expect(await answer()).toEqual([0, true])
  })
})
