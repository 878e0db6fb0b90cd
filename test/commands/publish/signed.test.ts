import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

let here: Office
const ids: Record<string, string> = {}

beforeAll(async () => {
  here = await miniature({ targets: targets(8), inspectors: inspectors(4) })
  for (const [name, algorithm] of [
    ['one', 'sm2'],
    ['two', 'ed25519'],
    ['three', 'sm2'],
  ] as const) {
    ids[name] = await made(here, `${name}.key`, algorithm)
  }
  for (const name of ['one', 'two', 'three'])
    await here.done('key', 'add', here.path(`${name}.key.pub`), '--name', `示例局/${name}`)
  const task = ['--lead', 'JIA', '--count', '3', '--source', '骰子', '--id', 'A']
  await here.done('draw', 'run', ...task, '--seed', '骰子=1')
  await here.done('export', '1', '--to', here.path('open'), ...signs('one', 'two'))
  await here.done('key', 'list', '--to', here.path('signers.json'))
})

/** A new key, made with other chance than those before. */
async function made(office: Office, file: string, algorithm = 'sm2'): Promise<string> {
  const ran = await office.ssjIn(
    { chance: ++count },
    '--json',
    'key',
    'new',
    office.path(file),
    '--algorithm',
    algorithm,
  )
  expect(ran.err).toBe('')
  return ran.json.id
}
let count = 0

const key = (name: string) => here.path(`${name}.key`)
const pub = (name: string) => here.path(`${name}.key.pub`)
const signs = (...names: readonly string[]) => names.flatMap(name => ['--sign', key(name)])
const asks = (...names: readonly string[]) => names.flatMap(name => ['--signer', pub(name)])

async function verified(folder: string, ...options: readonly string[]) {
  const ran = await here.ssj('--json', 'verify', here.path(folder), ...options)
  const { signed, ...rest } = JSON.parse(ran.out === '' ? '{}' : ran.out)
  return { code: ran.code, signed, rest, err: ran.err }
}

/** A copy of the folder and its signatures, to be changed. */
function copied(name: string): string {
  cpSync(here.path('open'), here.path(name), { recursive: true })
  cpSync(here.path('open.signatures'), here.path(`${name}.signatures`), { recursive: true })
  return name
}

describe('an export that is signed', () => {
  it('is a folder as any other, with its signatures beside it', async () => {
    expect(readdirSync(here.path('open.signatures')).sort()).toEqual(
      [
        'SM3SUMS',
        ...[ids.one, ids.two].flatMap(id => ['pem', 'sig', 'txt'].map(end => `${id}.${end}`)),
      ].sort(),
    )
    await here.done('export', '1', '--to', here.path('plain'))
    for (const name of readdirSync(here.path('open')))
      expect(readFileSync(here.path(`open/${name}`)).equals(readFileSync(here.path(`plain/${name}`)))).toBe(
        true,
      )
    const statement = readFileSync(here.path(`open.signatures/${ids.one}.txt`), 'utf8')
    expect(statement).toContain('draw: 2026-0001\n')
    expect(statement).toContain('signer: 示例局/one\n')
    expect(statement).toMatch(/\nregistered: \d+ 2026-/)
  })

  it('tells a stranger who signed, registered when, and that the time is the signer’s word', async () => {
    const { code, signed } = await verified('open', '--signer', here.path('signers.json'))
    expect([code, signed.kind, signed.asked]).toEqual([0, 'signed', 1])
    const [first] = signed.signatures.filter((one: { id: string }) => one.id === ids.one)
    expect([first.how, first.signer.name, first.signer.registered.entry]).toEqual([
      'holds',
      '示例局/one',
      expect.any(Number),
    ])
    const told = await here.ssj(
      '--lang',
      'en',
      'verify',
      here.path('open'),
      '--signer',
      here.path('signers.json'),
    )
    expect(told.out).toContain('signed: by 2 of the keys that were named (asked for: 1)')
    expect(told.out).toContain('by the signer’s own word, which nothing proves')
    const unchecked = await here.ssj('--lang', 'en', 'verify', here.path('open'))
    expect([unchecked.code, unchecked.out]).toEqual([
      0,
      expect.stringContaining('whose these are was not checked'),
    ])
  })

  it('is asked for by keys, all of them or so many', async () => {
    expect((await verified('open', ...asks('one', 'two'))).code).toBe(0)
    const three = await verified('open', ...asks('one', 'two', 'three'))
    expect([
      three.code,
      three.signed.kind,
      three.signed.missing.map((one: { id: string }) => one.id),
    ]).toEqual([1, 'too-few', [ids.three]])
    expect((await verified('open', ...asks('one', 'two', 'three'), '--least', '2')).code).toBe(0)
    expect(
      (await verified('open', ...asks('three'))).signed.signatures.map((one: { how: string }) => one.how),
    ).toEqual(['stranger', 'stranger'])
    expect((await verified('open', ...asks('one'), '--least', '2')).rest.error.code).toBe('more-than-signers')
    expect((await verified('open', '--least', '2')).code).toBe(2)
  })

  it('that was not signed fails where a signer is asked for', async () => {
    await here.done('export', '1', '--to', here.path('unsigned'))
    expect((await verified('unsigned')).signed).toBeUndefined()
    const { code, signed } = await verified('unsigned', ...asks('one'))
    expect([code, signed.kind]).toEqual([1, 'unsigned'])
  })

  it('of a bag and of a zip is checked the same way, and an announcement too', async () => {
    await here.done('export', '1', '--profile', 'archive', '--to', here.path('bag'), ...signs('one'))
    expect((await verified('bag', ...asks('one'))).code).toBe(0)
    await here.done('export', '1', '--zip', '--to', here.path('packed.zip'), ...signs('two'))
    expect((await verified('packed.zip', ...asks('two'))).code).toBe(0)
    await here.done(
      'draw',
      'freeze',
      '--lead',
      'JIA',
      '--count',
      '1',
      '--source',
      '骰子/30',
      '--id',
      'B',
      '--to',
      here.path('said'),
    )
    await here.done('key', 'sign', here.path('said'), '--key', key('one'))
    expect((await verified('said', ...asks('one'))).signed.signatures[0].statement.draw).toBe('2026-0002')
  })

  it('fails with one byte changed, in the folder, the lists, the statement or the signature', async () => {
    for (const [i, [file, why]] of (
      [
        [`.signatures/SM3SUMS`, 'other-content'],
        [`.signatures/${ids.one}.txt`, 'signature'],
        [`.signatures/${ids.one}.sig`, 'signature'],
        [`.signatures/${ids.two}.sig`, 'signature'],
      ] as const
    ).entries()) {
      const name = copied(`flipped-${i}`)
      const path = here.path(`${name}${file}`)
      const bytes = readFileSync(path)
      // A digit of a digest, so that the statement can still be read.
      const at = file.endsWith('.txt') ? bytes.indexOf('sm3sums: ') + 12 : bytes.length - 3
      bytes[at] = bytes[at] === 0x61 ? 0x62 : 0x61
      writeFileSync(path, bytes)
      for (const asked of [asks('one', 'two'), []]) {
        const { code, signed } = await verified(name, ...asked)
        expect([file, code, signed.fault.why]).toEqual([file, 1, why])
      }
    }
    const name = copied('other-file')
    writeFileSync(
      here.path(`${name}/SHA256SUMS`),
      readFileSync(here.path('plain/SHA256SUMS'), 'utf8').replace('a', 'b'),
    )
    expect((await verified(name, ...asks('one'))).code).toBe(1)
  })

  it('of another draw is none of this one', async () => {
    await here.done(
      'draw',
      'run',
      '--lead',
      'JIA',
      '--count',
      '2',
      '--source',
      '骰子',
      '--id',
      'C',
      '--seed',
      '骰子=5',
    )
    await here.done('export', '3', '--to', here.path('third'), ...signs('one'))
    const { code, signed } = await verified(
      'third',
      ...asks('one'),
      '--signatures',
      here.path('open.signatures'),
    )
    expect([code, signed.kind]).toEqual([1, 'fails'])
    // With the lists made to fit, the statement still names its own draw.
    const name = copied('moved')
    rmSync(here.path(name), { recursive: true })
    cpSync(here.path('third'), here.path(name), { recursive: true })
    cpSync(here.path('third.signatures/SM3SUMS'), here.path(`${name}.signatures/SM3SUMS`))
    expect((await verified(name, ...asks('one'))).signed.fault).toMatchObject({
      why: 'other-draw',
      draw: '2026-0001',
    })
  })
})

describe('a second signer', () => {
  it('is asked for by rule, signs later and elsewhere, and until then the folder is not enough', async () => {
    await here.done('rules', 'set', 'signers-minimum', '2')
    await here.done('key', 'list', '--to', here.path('two-of-three.json'))
    const list = ['--signer', here.path('two-of-three.json')]
    const none = await here.ssj('--json', 'export', '1', '--to', here.path('ruled'))
    expect(none.json.error?.code).toBe('signature-asked')
    const { signed } = await here.done('export', '1', '--to', here.path('ruled'), ...signs('one'))
    expect([signed.asked, signed.there]).toEqual([2, 1])
    expect((await verified('ruled', ...list)).signed.kind).toBe('too-few')
    // The statement itself asks for two: one named key is not enough.
    expect((await verified('ruled', ...asks('one'))).code).toBe(1)
    const nowhere = ['--db', here.path('nowhere.db')]
    await here.done(...nowhere, 'key', 'sign', here.path('ruled'), '--key', key('three'))
    const { code, signed: both } = await verified('ruled', ...list)
    expect([code, both.kind, both.asked]).toEqual([0, 'signed', 2])
    const again = await here.ssj('--json', 'key', 'sign', here.path('ruled'), '--key', key('three'))
    expect(again.json.error?.code).toBe('signed-already')
    await here.done('rules', 'set', 'signers-minimum', '0')
  })
})

describe('a key', () => {
  it('is for its owner’s eyes, and is not used where others can read it', async () => {
    expect(statSync(key('one')).mode & 0o777).toBe(0o600)
    cpSync(key('one'), here.path('shown.key'))
    chmodSync(here.path('shown.key'), 0o644)
    const ran = await here.ssj(
      '--json',
      'export',
      '1',
      '--to',
      here.path('x'),
      '--sign',
      here.path('shown.key'),
    )
    expect(ran.json.error?.code).toBe('signing-key-seen-by-others')
    const dump = readFileSync(here.path('ssj.db')).toString('latin1')
    const secret = readFileSync(key('one'), 'utf8').split('\n')[1]!
    expect(dump).not.toContain(secret.slice(30))
  })

  it('that the office does not know signs nothing for it', async () => {
    await made(here, 'strange.key')
    const ran = await here.ssj(
      '--json',
      'export',
      '1',
      '--to',
      here.path('y'),
      '--sign',
      here.path('strange.key'),
    )
    expect(ran.json.error?.code).toBe('signing-key-unregistered')
    expect(readdirSync(here.path('.'))).not.toContain('y')
  })

  it('that is exchanged or lost is so on record: what it signed before holds, or nothing does', async () => {
    const office = await miniature({ targets: targets(4), inspectors: inspectors(4) })
    await office.done(
      'draw',
      'run',
      '--lead',
      'JIA',
      '--count',
      '1',
      '--source',
      '骰子',
      '--id',
      'A',
      '--seed',
      '骰子=1',
    )
    for (const name of ['old', 'new']) await made(office, name)
    const { id: old } = await office.done('key', 'add', office.path('old.pub'), '--name', '甲')
    await office.done('export', '1', '--to', office.path('open'), '--sign', office.path('old'))
    const decided = ['--reason', '更换', '--approver', '局长']
    const later = { now: '2026-02-04T05:00:00Z' }
    const exchanged = ['key', 'add', office.path('new.pub'), '--name', '乙', '--instead', old, ...decided]
    expect((await office.ssjIn(later, ...exchanged)).err).toBe('')
    const lists = async (name: string) => {
      await office.ssjIn(later, 'key', 'list', '--to', office.path(name))
      const ran = await office.ssj('--json', 'verify', office.path('open'), '--signer', office.path(name))
      return { code: ran.code, ...JSON.parse(ran.out).signed }
    }
    expect(await lists('a.json')).toMatchObject({ code: 0, kind: 'signed' })
    const more = await office.ssjIn(
      later,
      '--json',
      'key',
      'sign',
      office.path('open'),
      '--key',
      office.path('old'),
    )
    expect(more.json.error?.code).toBe('signing-key-ended')
    expect((await office.ssjIn(later, 'key', 'lost', old, ...decided)).err).toBe('')
    expect(await lists('b.json')).toMatchObject({ code: 1, kind: 'fails', fault: { why: 'lost-key' } })
    expect((await office.ssjIn(later, 'log', '--verify')).code).toBe(0)
    expect((await office.done('key', 'list')).keys).toMatchObject([
      { id: old, ended: { how: 'lost', entry: expect.any(Number), at: '2026-02-04T13:00:00+08:00' } },
      { name: '乙', ended: null },
    ])
    const twice = await office.ssjIn(later, '--lang', 'en', 'key', 'lost', old, ...decided)
    expect(twice.err).toMatch(/was reported lost \(entry \d+, 2026-02-04T13:00:00\+08:00\)/)
    // Two signatures are two people's: a name has one key in use.
    await made(office, 'third')
    const third = ['key', 'add', office.path('third.pub'), '--name']
    expect((await office.ssjIn(later, ...third, ' 乙 ')).err).toMatch(
      /^ssj: “乙”已有在用的签名密钥 [0-9a-f]{16}（条目 \d+）\n/,
    )
    expect((await office.ssjIn(later, '--lang', 'en', ...third, '乙')).err).toMatch(
      /“乙” has a signing key in use/,
    )
    expect((await office.ssjIn(later, ...third, '甲')).code).toBe(0)
    const told = await office.ssjIn(later, '--lang', 'en', 'key', 'list')
    expect(told.out).toMatch(/was reported lost \(entry \d+, 2026-02-04T13:00:00\+08:00\)/)
  })
})

/** OpenSSL with SM2: its own keys, its own signatures, its own word on ours. */
const openssl = (...words: readonly string[]) => spawnSync('openssl', words, { encoding: 'utf8' })
const hasSm2 = /\bSM2\b/i.test(openssl('list', '-public-key-algorithms').stdout ?? '')
const DISTID = ['-pkeyopt', 'distid:1234567812345678']

describe.skipIf(!hasSm2)('openssl', () => {
  const FORMS = { one: ['-rawin', '-digest', 'sm3', ...DISTID], two: ['-rawin'] } as const

  it.each(['one', 'two'] as const)('verifies our signature of key %s', name => {
    const file = here.path(`open.signatures/${ids[name]}`)
    const asked = [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      pub(name),
      '-in',
      `${file}.txt`,
      '-sigfile',
      `${file}.sig`,
    ]
    expect(openssl(...asked, ...FORMS[name]).stdout).toContain('Signature Verified Successfully')
    writeFileSync(here.path('other.txt'), `${readFileSync(`${file}.txt`, 'utf8')} `)
    const other = [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      pub(name),
      '-in',
      here.path('other.txt'),
      '-sigfile',
      `${file}.sig`,
    ]
    expect(openssl(...other, ...FORMS[name]).status).not.toBe(0)
  })

  it.each([
    ['one', 'SM2'],
    ['two', 'ed25519'],
  ] as const)('makes keys and signatures that we verify, as a device does: %s', async (form, algorithm) => {
    const own = here.path(`device-${form}`)
    expect(openssl('genpkey', '-algorithm', algorithm, '-out', own).status).toBe(0)
    expect(openssl('pkey', '-in', own, '-pubout', '-out', `${own}.pub`).status).toBe(0)
    const { id } = await here.done('key', 'add', `${own}.pub`, '--name', `设备${form}`)
    const folder = here.path(`device-${form}-folder`)
    await here.done('export', '1', '--to', folder)
    const { open } = await here.done('key', 'sign', folder, '--key', `${own}.pub`)
    expect(open).toEqual([`${folder}.signatures/${id}.txt`])
    const before = await verified(`device-${form}-folder`, '--signer', `${own}.pub`)
    expect(before.signed.fault).toEqual({ why: 'absent', file: `${id}.sig` })
    const asked = ['pkeyutl', '-sign', '-inkey', own, '-in', open[0], '-out', open[0].replace('.txt', '.sig')]
    expect(openssl(...asked, ...FORMS[form]).status).toBe(0)
    expect(await verified(`device-${form}-folder`, '--signer', `${own}.pub`)).toMatchObject({
      code: 0,
      signed: { kind: 'signed' },
    })
    // And the key that it made signs here.
    chmodSync(own, 0o600)
    const other = here.path(`device-${form}-other`)
    await here.done('export', '1', '--to', other, '--sign', own)
    expect((await verified(`device-${form}-other`, '--signer', `${own}.pub`)).code).toBe(0)
  })

  it('computes the digests of SM3SUMS', () => {
    const [first] = readFileSync(here.path('open.signatures/SM3SUMS'), 'utf8').split('\n')
    const [digest, name] = first!.split('  ')
    expect(openssl('dgst', '-sm3', '-r', here.path(`open/${name}`)).stdout).toContain(digest!)
  })
})
