/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import type { Office } from '../helpers/ssj.ts'

const SCRIPT = join(import.meta.dirname, '../../src/page/verify.py')
const has = (program: string) => spawnSync(program, ['--help']).error === undefined
const canRun = has('python3') && has('openssl')

/** What `verify.py` says of each folder, the first word of its line, and all that it says. */
function said(folders: readonly string[], ...options: readonly string[]) {
  const ran = spawnSync('python3', [SCRIPT, ...folders, ...options], { encoding: 'utf8', maxBuffer: 1e8 })
  expect(ran.stderr).toBe('')
  expect(ran.stdout).not.toContain('could not be read')
  const kinds = ran.stdout.split('\n').flatMap(line => /^(agrees|differs) /.exec(line)?.[1] ?? [])
  return { kinds, text: ran.stdout }
}

describe.skipIf(!canRun)('verify.py judges signatures', () => {
  let here: Office
  const path = (name: string) => here.path(name)

  /** The public half of a key that OpenSSL made, to be signed with by OpenSSL alone. */
  function opensslKey(name: string, algorithm: 'SM2' | 'ED25519'): void {
    spawnSync('openssl', ['genpkey', '-algorithm', algorithm, '-out', path(`${name}.key`)])
    spawnSync('openssl', ['pkey', '-in', path(`${name}.key`), '-pubout', '-out', path(`${name}.pub`)])
  }

  beforeAll(async () => {
    here = await miniature({ targets: targets(8), inspectors: inspectors(4) })
    for (const [i, algorithm] of (['sm2', 'ed25519'] as const).entries()) {
      const chance = { chance: i + 1 }
      await here.ssjIn(chance, 'key', 'new', path(`${algorithm}.key`), '--algorithm', algorithm)
      await here.done('key', 'add', path(`${algorithm}.key.pub`), '--name', `示例局/${algorithm}`)
    }
    const task = ['--lead', 'JIA', '--count', '3', '--source', '骰子', '--id', 'A']
    await here.done('draw', 'run', ...task, '--seed', '骰子=1')
    const signs = ['--sign', path('sm2.key'), '--sign', path('ed25519.key')]
    await here.done('export', '1', '--to', path('own'), ...signs)
    await here.done('export', '1', '--profile', 'archive', '--to', path('bag'), '--sign', path('sm2.key'))
    await here.done('key', 'list', '--to', path('signers.json'))
    await here.done('export', '1', '--to', path('theirs'))
    for (const [name, algorithm] of [
      ['a', 'SM2'],
      ['b', 'ED25519'],
    ] as const) {
      opensslKey(name, algorithm)
      await here.done('key', 'add', path(`${name}.pub`), '--name', `别处/${name}`)
      await here.done('key', 'sign', path('theirs'), '--key', path(`${name}.pub`))
    }
    for (const file of readdirSync(path('theirs.signatures')).filter(name =>
      /^[0-9a-f]{16}\.txt$/.test(name),
    )) {
      const statement = path(`theirs.signatures/${file}`)
      const isSm2 = readFileSync(statement, 'utf8').includes('algorithm: sm2')
      const usual = ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678']
      const key = path(`${isSm2 ? 'a' : 'b'}.key`)
      const to = statement.replace('.txt', '.sig')
      const signing = ['pkeyutl', '-sign', '-inkey', key, '-rawin', '-in', statement, '-out', to]
      expect(spawnSync('openssl', [...signing, ...(isSm2 ? usual : [])]).status).toBe(0)
    }
  })

  test('ours and those of openssl, of a folder and of a bag; by keys, by a list, by nobody', () => {
    const all = [path('own'), path('theirs'), path('bag')]
    const open = said(all)
    expect(open.kinds).toEqual(['agrees', 'agrees', 'agrees'])
    expect(open.text.match(/签名相符/g)).toHaveLength(5)
    expect(open.text.match(/whose keys these are was not checked/g)).toHaveLength(3)
    const named = said([path('own'), path('bag')], '--signer', path('signers.json'))
    expect(named.kinds).toEqual(['agrees', 'agrees'])
    expect(named.text).toContain('示例局/sm2')
    const both = ['--signer', path('a.pub'), '--signer', path('b.pub')]
    expect(said([path('theirs'), path('own')], ...both).kinds).toEqual(['agrees', 'differs'])
    expect(
      said([path('bag')], '--signer', path('sm2.key.pub'), '--signer', path('ed25519.key.pub')).kinds,
    ).toEqual(['differs'])
  })

  test('a changed byte of the folder, of the lists, of a statement, of a signature, of a key fails, as it does with ssj', async () => {
    const places: string[] = []
    const flips = [
      ...readdirSync(path('own')).map(file => ['', file] as const),
      ...readdirSync(path('own.signatures')).map(file => ['.signatures', file] as const),
    ].flatMap(([end, file]) => [0.1, 0.5, 0.95].map(at => ({ end, file, at })))
    for (const [i, { end, file, at }] of flips.entries()) {
      const name = `flip${i}`
      cpSync(path('own'), path(name), { recursive: true })
      cpSync(path('own.signatures'), path(`${name}.signatures`), { recursive: true })
      const changed = path(`${name}${end}/${file}`)
      const bytes = readFileSync(changed)
      const place = Math.floor(bytes.length * at)
      // Never a sign for another of the same meaning: the case of a digit, a line end of a key.
      bytes[place]! ^= 0x03
      writeFileSync(changed, bytes)
      places.push(path(name))
    }
    // The public key that lies beside is used only where nobody names another.
    const kinds = said(places).kinds
    expect(kinds).toHaveLength(flips.length)
    for (const [i, kind] of kinds.entries()) {
      const { code } = await here.ssj('verify', places[i]!)
      expect([flips[i], kind]).toEqual([flips[i], code === 0 ? 'agrees' : 'differs'])
      if (!flips[i]!.file.endsWith('.pem')) expect([flips[i], kind]).toEqual([flips[i], 'differs'])
    }
  })

  test('a key that was lost is believed by neither', async () => {
    const own = here.copy()
    const { keys } = await own.done('key', 'list')
    const { id } = keys.find(({ name }: { name: string }) => name === '示例局/sm2')
    await own.done('key', 'lost', id, '--reason', '丢失', '--approver', '王某')
    await own.done('key', 'list', '--to', own.path('after.json'))
    const lost = said([path('own')], '--signer', own.path('after.json'))
    expect(lost.kinds).toEqual(['differs'])
    expect(lost.text).toContain('was lost')
  })
})
