import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { officeOfResults } from '../../helpers/exchange.ts'
import { standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

let here: Office
let firm: string
const ids: Record<string, string> = {}
const key = (name: string) => here.path(`${name}.key`)
const asks = (...names: readonly string[]) =>
  names.flatMap(name => ['--signer', here.path(`${name}.key.pub`)])

beforeAll(async () => {
  here = await officeOfResults()
  firm = (await standing(here)).drawn[0]!
  await here.done('results', 'review', '1', '--approver', '科长')
  await here.done('results', 'publish', '1', '--date', '2026-05-20')
  for (const [chance, [name, algorithm]] of [
    ['one', 'sm2'],
    ['two', 'ed25519'],
  ].entries()) {
    const made = await here.ssjIn(
      { chance: chance + 1 },
      '--json',
      'key',
      'new',
      key(name!),
      '--algorithm',
      algorithm!,
    )
    ids[name!] = made.json.id
    await here.done('key', 'add', here.path(`${name}.key.pub`), '--name', `示例局/${name}`)
  }
})

async function verified(...words: readonly string[]) {
  const ran = await here.ssj('--json', 'verify', ...words)
  return { code: ran.code, answer: ran.json }
}

/** What each kind of paper is, how it is written, and how it is verified. */
const KINDS = [
  { kind: 'a certificate (JSON)', to: 'c.json', write: () => ['certify', '1', firm] },
  { kind: 'a certificate (page)', to: 'c.html', write: () => ['certify', '1', firm] },
  { kind: 'the certificates of a year', to: 'year', write: () => ['certify', firm, '--year', '2026'] },
  { kind: 'published results', to: 'results', write: () => ['publish', 'results', '--draw', '1'] },
] as const

const verifying = (to: string) =>
  /(?:^|-)c\./.test(to) ? ['--certificate', here.path(to), here.path('draw')] : [here.path(to)]

describe.each(KINDS)('$kind, signed', ({ to, write }) => {
  beforeAll(async () => {
    if (!existsSync(here.path('draw'))) await here.done('export', '1', '--to', here.path('draw'))
    await here.done(...write(), '--to', here.path(to), '--sign', key('one'))
  })

  it('is the same bytes as without, and tells who signed', async () => {
    await here.done(...write(), '--to', here.path(`plain-${to}`))
    const first = to.startsWith('c.') ? '' : '/SHA256SUMS'
    expect(
      readFileSync(here.path(`${to}${first}`)).equals(readFileSync(here.path(`plain-${to}${first}`))),
    ).toBe(true)
    const { code, answer } = await verified(...verifying(to), ...asks('one'))
    expect([code, answer.signed.kind]).toEqual([0, 'signed'])
    const statement = readFileSync(here.path(`${to}.signatures/${ids.one}.txt`), 'utf8')
    expect(statement).toContain(to.startsWith('c.') ? 'draw: 2026-0001\n' : 'draw: -\ncommitment: -\n')
    expect((await verified(...verifying(to), ...asks('two'))).code).toBe(1)
    const unsigned = await verified(...verifying(`plain-${to}`), ...asks('one'))
    expect([unsigned.code, unsigned.answer.signed.kind]).toEqual([1, 'unsigned'])
  })

  it('fails with one byte changed in paper, list, statement or signature', async () => {
    const own = to.startsWith('c.') ? '' : '/SHA256SUMS'
    for (const [i, file] of [
      own,
      '.signatures/SM3SUMS',
      `.signatures/${ids.one}.txt`,
      `.signatures/${ids.one}.sig`,
    ].entries()) {
      const name = to.replace(/^/, `flipped-${i}-`)
      for (const end of ['', '.signatures'])
        cpSync(here.path(`${to}${end}`), here.path(`${name}${end}`), { recursive: true })
      const path = here.path(`${name}${file}`)
      const bytes = readFileSync(path)
      const at = file.endsWith('.txt') ? bytes.indexOf('sm3sums: ') + 12 : bytes.length >> 1
      bytes[at] = bytes[at] === 0x61 ? 0x62 : 0x61
      writeFileSync(path, bytes)
      const words = to.startsWith('c.')
        ? ['--certificate', here.path(name), here.path('draw')]
        : [here.path(name)]
      expect([file, (await verified(...words, ...asks('one'))).code]).toEqual([file, 1])
    }
  })

  it('takes a second signer later, elsewhere, and holds for openssl', async () => {
    await here.done('--db', here.path('nowhere.db'), 'key', 'sign', here.path(to), '--key', key('two'))
    const { code, answer } = await verified(...verifying(to), ...asks('one', 'two'))
    expect([code, answer.signed.signatures.length]).toEqual([0, 2])
    const openssl = spawnSync('openssl', [
      ...['pkeyutl', '-verify', '-pubin', '-inkey', here.path('two.key.pub'), '-rawin'],
      ...[
        '-in',
        here.path(`${to}.signatures/${ids.two}.txt`),
        '-sigfile',
        here.path(`${to}.signatures/${ids.two}.sig`),
      ],
    ])
    if (openssl.error === undefined) expect(openssl.status).toBe(0)
  })
})

describe('papers of no draw', () => {
  it('whose sums hold prove nothing of whose they are: that is said, and asked of the exit code', async () => {
    const ran = await here.ssj('verify', here.path('plain-results'))
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('是谁写出的，没有核对')])
    const english = await here.ssj('--lang', 'en', 'verify', here.path('results'), ...asks('one'))
    expect(english.out).toMatch(/results: \d+ files as SHA256SUMS says; there is no draw in it to compute/)
    const announced = await here.ssj('verify', here.path('results'), '--commitment', here.path('draw'))
    expect(announced.err).toContain('--commitment')
  })

  it('a certificate that goes by another name holds as well', async () => {
    cpSync(here.path('c.json'), here.path('renamed.json'))
    const beside = ['--signatures', here.path('c.json.signatures')]
    const asked = [
      '--certificate',
      here.path('renamed.json'),
      '--commitment',
      here.path('draw'),
      ...asks('one'),
    ]
    expect((await verified(...asked, ...beside)).answer.signed.kind).toBe('signed')
  })

  it('is refused where nothing can be signed', async () => {
    const ran = await here.ssj('--json', 'key', 'sign', here.file('x.txt', 'x'), '--key', key('one'))
    expect(ran.json.error.code).toBe('nothing-to-sign')
    const shown = await here.ssj('--json', 'certify', '1', firm, '--sign', key('one'))
    expect(shown.json.error.code).toBe('missing-option')
  })
})

it('the rule for a second signer holds for certificates and results too', async () => {
  await here.done('rules', 'set', 'signers-minimum', '2')
  await here.done('key', 'list', '--to', here.path('list.json'))
  const list = ['--signer', here.path('list.json')]
  for (const { to, write } of KINDS) {
    const name = `ruled-${to}`
    const none = await here.ssj('--json', ...write(), '--to', here.path(name))
    expect([to, none.json.error.code]).toEqual([to, 'signature-asked'])
    expect(existsSync(here.path(name))).toBe(false)
    const { signed } = await here.done(...write(), '--to', here.path(name), '--sign', key('one'))
    expect([signed.asked, signed.there]).toEqual([2, 1])
    const words = to.startsWith('c.')
      ? ['--certificate', here.path(name), here.path('draw')]
      : [here.path(name)]
    expect((await verified(...words, ...list)).answer.signed.kind).toBe('too-few')
    await here.done('key', 'sign', here.path(name), '--key', key('two'))
    expect((await verified(...words, ...list)).code).toBe(0)
  }
})
