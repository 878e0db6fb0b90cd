/** @module-tag slow */
import { chmodSync, copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { signerKey, signerKeyText } from '../../../src/core/ledger/keys.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { type Office, office } from '../../helpers/ssj.ts'

/** An office with a few entries, and a discipline office beside it that holds nothing but three small files. */
let before: Office

beforeAll(async () => {
  before = office()
  await before.done('init')
  for (const code of ['甲', '乙', '丙']) await entered(before, code)
})

async function entered(at: Office, code: string): Promise<void> {
  await at.done('add', 'departments', '--set', `部门编码=${code}`, '--set', `部门名称=${code}局`)
}

/** The office with its first checkpoint, the witness that signed it, and the policy that everybody has. */
async function witnessed() {
  const here = before.copy()
  const { key } = await here.done('log', 'checkpoint', '--origin', '区局/ssj', '--to', here.path('1.txt'))
  const there = office()
  const init = await there.done(
    'witness',
    'init',
    '纪检/w',
    '--log',
    key,
    '--key',
    there.path('k'),
    '--state',
    there.path('s'),
  )
  const policy = here.file('policy.txt', `log ${key}\nwitness 纪检 ${init.key}\nquorum 纪检\n`)
  const signs = (file: string, ...more: string[]) =>
    there.ssj('witness', 'sign', file, '--key', there.path('k'), '--state', there.path('s'), ...more)
  const first = await signs(here.path('1.txt'), '--to', here.path('1-cosigned.txt'))
  expect(first.code).toBe(0)
  await here.done('log', 'cosigned', here.path('1-cosigned.txt'), '--policy', policy)
  return { here, there, policy, signs }
}

/** A further checkpoint of an office, in a file. */
async function head(at: Office, name: string, ...more: string[]): Promise<string> {
  await at.done('log', 'checkpoint', '--to', at.path(name), ...more)
  return at.path(name)
}

describe('a checkpoint', () => {
  it('that is refused leaves no key of its own behind', async () => {
    const here = before.copy()
    const early = { now: '2025-02-01T00:00:00Z' }
    const key = here.path('own.key')
    const refused = await here.ssjIn(
      early,
      'log',
      'checkpoint',
      '--origin',
      '区局/ssj',
      '--key',
      key,
      '--json',
    )
    expect([refused.json.error.code, existsSync(key)]).toEqual(['clock-behind', false])
  })

  it('is the same until something happens, and then covers it', async () => {
    const { here } = await witnessed()
    const one = await here.done('log', 'checkpoint')
    expect(one).toMatchObject({ size: 3, entry: null })
    expect(await here.done('log', 'checkpoint')).toEqual(one)
    await entered(here, '丁')
    const two = await here.done('log', 'checkpoint')
    expect(two).toMatchObject({ size: 6, entry: 7, old: 3 })
    expect(await here.done('log', '--verify')).toEqual({ holds: true, entries: 7 })
  })

  it('has a key that its owner alone may open', async () => {
    const here = before.copy()
    await here.done('log', 'checkpoint', '--origin', '区局/ssj')
    const key = here.path('ssj.key')
    expect(statSync(key).mode & 0o777).toBe(0o600)
    chmodSync(key, 0o640)
    for (const [lang, right] of [
      ['zh', `chmod 600 “${key}”`],
      ['en', `chmod 600 “${key}”`],
    ]) {
      const ran = await here.ssj('log', 'checkpoint', '--lang', lang!)
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain(right)
    }
  })

  it('is refused without a key, with one of another name, and with another one than before', async () => {
    const here = before.copy()
    const refused = async (...argv: string[]) =>
      (await here.ssj('log', 'checkpoint', ...argv, '--json')).json.error.code
    expect(await refused()).toBe('no-key')
    expect(await refused('--origin', '区局 ssj')).toBe('not-a-key-name')
    expect(existsSync(here.path('ssj.key'))).toBe(false)
    await here.done('log', 'checkpoint', '--origin', '区局/ssj')
    expect(await refused('--origin', '邻区/ssj')).toBe('key-of-other-name')
    expect(await refused('--since', '99')).toBe('no-such-tree')
    writeFileSync(here.path('bad'), 'PRIVATE+KEY+x\n', { mode: 0o600 })
    expect(await refused('--key', here.path('bad'))).toBe('not-a-key')
    const other = signerKeyText(signerKey('区局/ssj', 'note', new Uint8Array(32).fill(9)))
    writeFileSync(here.path('k2'), other, { mode: 0o600 })
    expect(await refused('--key', here.path('k2'))).toBe('other-key-on-record')
    const changed = ['--key', here.path('k2'), '--reason', '原密钥遗失', '--approver', '局长']
    expect(await here.done('log', 'checkpoint', ...changed)).toMatchObject({ size: 4 })
  })
})

describe('the key of the office', () => {
  it('signs no older copy and no other database than it signed before, unless that is on record', async () => {
    const here = before.copy()
    await here.done('log', 'checkpoint', '--origin', '区局/ssj')
    const backup = here.copy()
    const key = ['--key', here.path('ssj.key')]
    await entered(here, '丁')
    await here.done('log', 'checkpoint')
    expect(await backup.done('log', 'checkpoint', ...key)).toMatchObject({ size: 3, entry: null })
    await entered(backup, '己')
    for (const grown of ['一', '二', '三', '四']) {
      const ran = await backup.ssj('log', 'checkpoint', ...key, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, 'signed-otherwise'])
      await entered(backup, grown)
    }
    const why = ['--reason', '原数据库损坏，用备份恢复', '--approver', '局长']
    expect(await backup.done('log', 'checkpoint', ...key, ...why)).toMatchObject({ size: 9 })
    await entered(backup, '五')
    expect(await backup.done('log', 'checkpoint', ...key)).toMatchObject({ size: 11 })
    expect((await here.ssj('log', 'checkpoint', '--json')).json).toMatchObject({ size: 5, entry: null })
  })
})

describe('a witness', () => {
  it('signs the ledger as it grows, on a stick or by mail', async () => {
    const { here, signs, policy } = await witnessed()
    await entered(here, '丁')
    const file = await head(here, '2.txt')
    expect(readFileSync(file, 'utf8')).toMatch(/^old 3\n/)
    // As mail leaves it: other line ends, a mark in front.
    const mailed = here.file('mailed.txt', `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}\r\n`)
    const ran = await signs(mailed, '--json')
    expect(ran.json).toMatchObject({ signs: true, size: 6, before: 3 })
    // The one line is enough, whatever stands around it.
    const answer = here.file('answer.txt', `请登记：\r\n\r\n${ran.json.line}\r\n`)
    expect(await here.done('log', 'cosigned', answer, '--policy', policy)).toMatchObject({
      sizes: [6],
      witnesses: ['纪检'],
    })
    expect((await here.done('log', 'cosigned', answer, '--policy', policy)).entry).toBeNull()
    expect((await here.done('log', 'checkpoint')).note).toContain('— 纪检/w ')
  })

  it('that was left out for a while is given a proof from where it stands', async () => {
    const { here, signs } = await witnessed()
    await entered(here, '丁')
    await entered(here, '戊')
    const file = await head(here, '2.txt', '--since', '0')
    const ran = await signs(file, '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'witness-elsewhere'])
    expect((await signs(file, '--lang', 'en')).err).toContain('ssj log checkpoint --since 3 --to FILE')
    expect((await signs(await head(here, '3.txt', '--since', '3'))).code).toBe(0)
  })

  it.each(['zh', 'en'])('does not sign what was cut, put back or went another way (%s)', async lang => {
    const { here, there, signs } = await witnessed()
    const backup = here.copy()
    copyFileSync(here.path('ssj.key'), backup.path('ssj.key'))
    const state = () => readFileSync(there.path('s'), 'utf8')
    await entered(here, '丁')
    expect((await signs(await head(here, '2.txt'))).code).toBe(0)
    const kept = state()
    const older = await signs(here.path('1.txt'), '--lang', lang)
    expect([older.code, older.err]).toEqual([1, ''])
    // The backup goes on, to as many entries as the other and to more.
    await entered(backup, '己')
    const other = await signs(await head(backup, '2.txt', '--since', '0'), '--lang', lang)
    expect([other.code, other.err]).toEqual([1, ''])
    await entered(backup, '庚')
    const longer = await signs(await head(backup, '3.txt', '--since', '6'), '--lang', lang)
    expect([longer.code, longer.err]).toEqual([1, ''])
    expect([older.out, other.out, longer.out]).toMatchSnapshot()
    expect(state()).toBe(kept)
  })

  it('names what it is not to sign', async () => {
    const { here, there, signs } = await witnessed()
    const code = async (file: string) => {
      const ran = await signs(file, '--json')
      expect(ran.code).toBe(2)
      return ran.json.error.code
    }
    const text = readFileSync(here.path('1.txt'), 'utf8')
    expect(await code(here.file('x.txt', text.replace('old 0\n\n', '').replace(/— .*/, '')))).toBe(
      'not-a-checkpoint',
    )
    expect(await code(here.file('y.txt', text.replace('区局/ssj\n', '邻区/ssj\n')))).toBe(
      'checkpoint-of-other-log',
    )
    expect(await code(here.file('z.txt', text.replace('\n3\n', '\n4\n')))).toBe('checkpoint-unsigned')
    expect(await code(here.path('ssj.key'))).toBe('not-a-checkpoint')
    writeFileSync(there.path('s'), '三行\n')
    expect(await code(here.path('1.txt'))).toBe('not-a-witness-state')
    chmodSync(there.path('k'), 0o644)
    expect(await code(here.path('1.txt'))).toBe('key-seen-by-others')
    const bare = office()
    const init = (log: string, name = '纪检/w') =>
      bare.ssj(
        'witness',
        'init',
        name,
        '--log',
        log,
        '--key',
        bare.path('k'),
        '--state',
        bare.path('s'),
        '--json',
      )
    const own = readFileSync(here.path('policy.txt'), 'utf8')
    const [, log, witness] = /^log (.*)\nwitness 纪检 (.*)\n/.exec(own)!
    expect((await init('x')).json.error.code).toBe('not-a-key-line')
    expect((await init(witness!)).json.error.code).toBe('not-a-key-line')
    expect((await init(log!, '纪 检')).json.error.code).toBe('not-a-key-name')
    expect((await init(log!)).code).toBe(0)
    expect((await init(log!)).json.error.code).toBe('file-exists')
  })

  it('is put on record only with lines that hold', async () => {
    const { here, policy } = await witnessed()
    const cosigned = readFileSync(here.path('1-cosigned.txt'), 'utf8')
    const code = async (text: string, by = policy) => {
      const ran = await here.ssj('log', 'cosigned', here.file('c.txt', text), '--policy', by, '--json')
      expect(ran.code).toBe(2)
      return ran.json.error.code
    }
    const line = /— 纪检\/w (.*)/.exec(cosigned)![1]!
    const broken = line.slice(0, 30) + (line[30] === 'A' ? 'B' : 'A') + line.slice(31)
    expect(await code(cosigned.replace(line, broken))).toBe('cosignature-of-other-checkpoint')
    expect(await code(cosigned.replace('— 纪检/w', '— 司法/w'))).toBe('cosigner-unknown')
    expect(await code(readFileSync(here.path('1.txt'), 'utf8'))).toBe('no-cosignature')
    const other = here.file('p2.txt', 'log x\nquorum none\n')
    expect(await code(cosigned, other)).toBe('not-a-policy')
    const none = before.copy()
    const ran = await none.ssj('log', 'cosigned', here.path('1-cosigned.txt'), '--policy', policy, '--json')
    expect(ran.json.error.code).toBe('no-checkpoint')
  })
})

describe('the clock', () => {
  const early = '2026-01-20T00:00:00Z'

  it('far behind the last entry changes nothing, and the sentence says what would be right', async () => {
    const here = before.copy()
    for (const [lang, word] of [
      ['zh', '校准时钟'],
      ['en', 'set the clock'],
    ]) {
      const ran = await here.ssjIn(
        { now: early },
        'retire',
        'departments',
        '甲',
        '--reason',
        '撤销',
        '--lang',
        lang!,
      )
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain(word)
      expect(ran.err).toContain('2026-01-20 08:00:00')
    }
    expect((await here.done('log')).entries).toHaveLength(3)
  })

  it('a little behind takes the time of the entry before, and the entry says what it showed', async () => {
    const here = before.copy()
    const ran = await here.ssjIn(
      { now: '2026-02-03T03:55:06Z' },
      'retire',
      'departments',
      '甲',
      '--reason',
      '撤销',
    )
    expect(ran.code).toBe(0)
    const { entries } = await here.done('log')
    expect(entries.at(-1)).toMatchObject({
      at: '2026-02-03T04:05:06Z',
      subject: { clock: '2026-02-03T03:55:06Z' },
    })
    expect(
      (await here.ssjIn({ now: '2026-02-03T03:55:05Z' }, 'retire', 'departments', '乙', '--reason', '撤销'))
        .code,
    ).toBe(2)
  })

  it('that was wrong is put on record, once, with a reason and an approver', async () => {
    const here = before.copy()
    const now = { now: early }
    const right = ['log', 'clock', '--reason', '主板电池', '--approver', '局长']
    expect((await here.ssjIn(now, 'log', 'clock', '--reason', '主板电池', '--json')).json.error.code).toBe(
      'missing-option',
    )
    expect((await here.ssjIn(now, ...right)).code).toBe(0)
    expect((await here.ssjIn(now, ...right, '--json')).json.error.code).toBe('clock-not-behind')
    expect((await here.ssjIn(now, 'retire', 'departments', '甲', '--reason', '撤销')).code).toBe(0)
    expect(await here.done('log', '--verify')).toEqual({ holds: true, entries: 5 })
  })

  it('that was wrong when a draw was frozen lets nobody say that it was frozen before it was drawn', async () => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(4) })
    const task = [
      '--lead',
      'JIA',
      '--count',
      '1',
      '--from',
      '2026-03-01',
      '--to',
      '2026-03-31',
      '--id',
      'A',
      '--source',
      '骰子/25',
    ]
    await here.done('draw', 'freeze', ...task)
    const early = { now: '2026-02-01T00:00:00Z' }
    const dice = ['--seed', `骰子/25=${'1 2 3 4 5 '.repeat(5).trim()}`]
    expect((await here.ssjIn(early, 'draw', 'run', 'A', ...dice, '--json')).json.error.code).toBe(
      'clock-behind',
    )
    expect((await here.ssjIn(early, 'log', 'clock', '--reason', '主板电池', '--approver', '局长')).code).toBe(
      0,
    )
    expect((await here.ssjIn(early, 'draw', 'run', 'A', ...dice, '--json')).json.error.code).toBe(
      'frozen-later',
    )
  })
})
