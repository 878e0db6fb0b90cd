/** @module-tag campaign */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder } from './helpers/scratch.ts'

const ROOT = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const NAME = `ssj-${version}-win-x64`
/** What stands for Node: this test is about what is packed, and needs nothing of nodejs.org. */
const NODE = Buffer.from('MZ: not Node, but as good here')

/** The driver for Windows is in the registry's tarball alone. */
const hasRegistry = spawnSync('npm', ['view', 'better-sqlite3', 'version'], { timeout: 20_000 }).status === 0
const hasNode = await fetch('https://nodejs.org/dist/', {
  method: 'HEAD',
  signal: AbortSignal.timeout(5_000),
})
  .then(({ ok }) => ok)
  .catch(() => false)

/** Runs the script beside this process, which serves what it asks for. */
function portable(...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'portable.mjs'), ...words])
  let said = ''
  child.stdout.on('data', piece => (said += piece))
  child.stderr.on('data', piece => (said += piece))
  return new Promise(resolve => child.on('close', code => resolve({ code, said })))
}

describe.skipIf(!hasRegistry)(
  'the zip for Windows (skipped where no registry of packages is at hand)',
  () => {
    const folder = freshFolder()
    let server: Server
    let sum = createHash('sha256').update(NODE).digest('hex')
    const from = () => `http://127.0.0.1:${(server.address() as { port: number }).port}`
    let files: Record<string, Uint8Array>
    const text = (name: string) => Buffer.from(files[`${NAME}/${name}`]!).toString('utf8')

    beforeAll(async () => {
      server = createServer(({ url = '' }, answer) => {
        const isSums = url.endsWith('/SHASUMS256.txt')
        answer.statusCode = isSums || url.endsWith('/win-x64/node.exe') ? 200 : 404
        answer.end(isSums ? `${sum}  win-x64/node.exe\n` : NODE)
      })
      await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
      const { code, said } = await portable(folder, '--from', from())
      expect([code, said]).toEqual([0, expect.stringContaining(`${NAME}.zip`)])
      files = unzipSync(readFileSync(join(folder, `${NAME}.zip`)))
    }, 120_000)
    afterAll(() => void server.close())

    test('is one folder, with paths that Windows takes and no name that it does not', () => {
      const names = Object.keys(files)
      expect(names.filter(name => !name.startsWith(`${NAME}/`))).toEqual([])
      expect(names.filter(name => name.length > 200)).toEqual([])
      expect(names.filter(name => /[<>:"|?*\\]|[ .](?:\/|$)|\/(?:con|prn|aux|nul)[./]/i.test(name))).toEqual(
        [],
      )
      expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
    })

    test('holds Node, and the driver of that platform alone', () => {
      expect(Buffer.from(files[`${NAME}/node/node.exe`]!)).toEqual(NODE)
      const compiled = Object.keys(files).filter(name => name.endsWith('.node'))
      expect(compiled).toEqual([`${NAME}/app/node_modules/better-sqlite3/prebuilds/win32-x64.node`])
      expect(Buffer.from(files[compiled[0]!]!.subarray(0, 2)).toString()).toBe('MZ')
    })

    test('its commands are ASCII with the line ends of Windows; its guide is Chinese with them', () => {
      for (const name of ['ssj.cmd', '工作台.cmd']) {
        expect(text(name)).toMatch(/^(?:[\x20-\x7e]+\r\n)+$/)
        expect(text(name)).toContain('"%~dp0node\\node.exe" "%~dp0app\\bin\\ssj.js" %*')
      }
      expect(text('说明.txt')).toMatch(/^\uFEFF(?:[^\r\n]*\r\n)+$/)
      for (const words of ['工作台.cmd', 'Get-FileHash', 'certutil -hashfile'])
        expect(text('说明.txt')).toContain(words)
    })

    test('the program in it is whole: it knows its own digests, and finds every package that it needs', () => {
      const unpacked = join(folder, 'unpacked')
      for (const [name, bytes] of Object.entries(files)) {
        mkdirSync(join(unpacked, name, '..'), { recursive: true })
        writeFileSync(join(unpacked, name), bytes)
      }
      const app = join(unpacked, NAME, 'app')
      const ssj = (...words: string[]) =>
        JSON.parse(
          execFileSync(process.execPath, [join(app, 'bin/ssj.js'), ...words, '--json'], { encoding: 'utf8' }),
        )
      expect(ssj('verify', '--self').holds).toBe(true)
      // Drivers of other databases and of Node 20 are no part of it; that of this platform is asked for as it is needed.
      const bundle = readdirSync(join(app, 'dist/program')).map(name =>
        readFileSync(join(app, 'dist/program', name), 'utf8'),
      )
      const imported = bundle.flatMap(program =>
        [...program.matchAll(/(?:from|import\()\s*"([a-z@][^":]*)"/g)].map(found => found[1]!),
      )
      const needed = [...new Set(imported)].filter(name => !/^(?:pg|mysql2|@duckdb)(?:\/|$)/.test(name))
      expect(needed.length).toBeGreaterThan(8)
      writeFileSync(
        join(app, 'look.mjs'),
        needed.map(name => `console.log(import.meta.resolve('${name}'))\n`).join(''),
      )
      const found = execFileSync(process.execPath, [join(app, 'look.mjs')], { encoding: 'utf8' })
      expect(
        found
          .trim()
          .split('\n')
          .filter(url => !url.includes('/unpacked/')),
      ).toEqual([])
      expect(readdirSync(join(app, 'docs/手册'))).toContain('目录.md')
    })

    test('is not made of a Node with another digest than its list says', async () => {
      const other = freshFolder()
      sum = '0'.repeat(64)
      const { code, said } = await portable(other, '--from', from())
      expect([code, said]).toEqual([1, expect.stringContaining(`not ${sum}: not taken`)])
      expect(readdirSync(other)).toEqual([])
    })
  },
)

test.skipIf(!hasRegistry || !hasNode)(
  'nodejs.org has the Node that the script names (skipped without network)',
  async () => {
    const { code, said } = await portable(freshFolder())
    expect([code, said]).toEqual([0, expect.stringContaining(`${NAME}.zip`)])
  },
  300_000,
)
