/** @module-tag slow */
import { chmodSync, copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { signerKey, signerKeyText } from '../../../src/core/ledger/keys.ts'
import { stampedDigest } from '../../../src/core/ledger/time-stamp.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { type Office, office } from '../../helpers/ssj.ts'
import { unsignedToken } from '../../helpers/time-stamp.ts'

const TASK = ['--lead', 'JIA', '--count', '2', '--from', '2026-03-01', '--to', '2026-03-31']
const WITNESSES = ['纪检', '公证'] as const

/** An office with a key, two witnesses with files of their own, and the policy that asks for both. */
let here: Office
let there: Office
let policy: string
/** The entry that froze the draw. */
let freezing: number
/** A copy of the office with its key, from before the draw was run. */
let frozen: Office

const at = (hour: string) => `2026-02-03T${hour}:00:00Z`

beforeAll(async () => {
  here = await miniature({ targets: targets(9), inspectors: inspectors(4) })
  there = office()
  const { key } = await here.done('log', 'checkpoint', '--origin', '区局/ssj')
  const lines = [`log ${key}`]
  for (const [i, name] of WITNESSES.entries()) {
    const files = ['--key', there.path(`${name}.key`), '--state', there.path(`${name}.state`)]
    const own = signerKey(`${name}/w`, 'cosignature', new Uint8Array(32).fill(i + 1))
    writeFileSync(there.path(`${name}.key`), signerKeyText(own), { mode: 0o600 })
    const made = await there.done('witness', 'init', `${name}/w`, '--log', key, ...files)
    lines.push(`witness ${name} ${made.key}`)
  }
  policy = here.file('policy.txt', [...lines, 'group both all 纪检 公证', 'quorum both', ''].join('\n'))
  await here.done(
    'draw',
    'freeze',
    ...TASK,
    '--id',
    'A',
    '--source',
    '骰子/30',
    '--to',
    here.path('announced'),
  )
  freezing = (await here.done('log')).entries.length
  await witness(here, at('05'))
  await here.done('draw', 'announce', '1', '--to', here.path('witnessed'))
  frozen = here.copy()
  copyFileSync(here.path('ssj.key'), frozen.path('ssj.key'))
  const ran = await here.ssjIn({ now: at('06') }, 'draw', 'run', 'A', '--seed', `骰子=${'314'.repeat(10)}`)
  expect(ran.err).toBe('')
  await here.done('export', '1', '--to', here.path('early'))
  await witness(here, at('07'))
  await here.done('export', '1', '--to', here.path('public'))
  await here.done('export', '1', '--to', here.path('archive'), '--profile', 'archive')
})

/** The stick goes to both witnesses and back. */
async function witness(of: Office, now: string): Promise<readonly number[]> {
  const head = of.path(`head-${now.slice(11, 13)}.txt`)
  expect((await of.ssjIn({ now }, 'log', 'checkpoint', '--to', head)).err).toBe('')
  const codes: number[] = []
  for (const name of WITNESSES) {
    const files = ['--key', there.path(`${name}.key`), '--state', there.path(`${name}.state`)]
    const ran = await there.ssjIn({ now }, 'witness', 'sign', head, ...files, '--json')
    codes.push(ran.code)
    if (ran.code !== 0) continue
    const answer = of.file(`${name}.txt`, `${ran.json.line}\n`)
    expect((await of.ssjIn({ now }, 'log', 'cosigned', answer, '--policy', policy)).err).toBe('')
  }
  return codes
}

async function judged(folder: string, ...more: string[]) {
  const ran = await here.ssj('verify', folder, '--policy', policy, '--json', ...more)
  expect(ran.err).toBe('')
  return { code: ran.code, ...ran.json.witnessed }
}

const seconds = (moment: string) => Date.parse(moment) / 1000
const both = (moment: string) => WITNESSES.map(name => ({ name, at: seconds(moment) }))

describe('an announcement', () => {
  it('carries the checkpoint over its own entry, and says so on paper', () => {
    const text = readFileSync(here.path('announced/抽取公告.txt'), 'utf8')
    expect(text).toMatch(new RegExp(`^台账：第 ${freezing} 条，摘要 [0-9a-f]{64}$`, 'm'))
    expect(text).toMatch(new RegExp(`^检查点：区局/ssj，${freezing} 条，[A-Za-z0-9+/]{43}=$`, 'm'))
    expect(readFileSync(here.path('witnessed/抽取公告.txt'), 'utf8')).toContain('见证：纪检/w；公证/w')
    const [{ note }] = JSON.parse(readFileSync(here.path('announced/ledger.json'), 'utf8')).checkpoints
    expect(note).toMatch(/^draw 2026-0001 [0-9a-f]{64}$/m)
    const [{ note: cosigned }] = JSON.parse(
      readFileSync(here.path('witnessed/ledger.json'), 'utf8'),
    ).checkpoints
    expect(cosigned.startsWith(note)).toBe(true)
  })

  it('meets the policy when its witnesses have signed', async () => {
    expect(await judged(here.path('announced'))).toMatchObject({
      code: 1,
      why: { kind: 'too-few', missing: WITNESSES },
    })
    const found = await judged(here.path('witnessed'))
    expect(found).toMatchObject({ code: 0, kind: 'witnessed', size: freezing, announced: both(at('05')) })
  })

  it('is signed by no other key than the checkpoints on record, and by none that others may read', async () => {
    const other = frozen.copy()
    const freeze = async () => {
      const ran = await other.ssjIn(
        { now: at('06') },
        'draw',
        'freeze',
        ...TASK,
        '--id',
        'B',
        '--source',
        '骰子/25',
        '--reason',
        '同一时间的另一次抽取',
        '--to',
        other.path('b'),
        '--json',
      )
      return ran.json.error?.code ?? ran.code
    }
    const strange = signerKeyText(signerKey('区局/ssj', 'note', new Uint8Array(32).fill(9)))
    writeFileSync(other.path('ssj.key'), strange, { mode: 0o600 })
    expect(await freeze()).toBe('other-key-on-record')
    chmodSync(other.path('ssj.key'), 0o644)
    expect(await freeze()).toBe('key-seen-by-others')
    expect(existsSync(other.path('b'))).toBe(false)
    expect((await other.done('draw', 'list')).draws).toHaveLength(1)
  })

  it('is refused for a draw that was run, or is void', async () => {
    const code = async (of: Office) =>
      (await of.ssj('draw', 'announce', '1', '--to', of.path('x'), '--json')).json.error.code
    expect(await code(here)).toBe('draw-run')
    const voided = frozen.copy()
    await voided.ssjIn({ now: at('06') }, 'draw', 'void', '1', '--reason', '有误', '--approver', '局长')
    expect(await code(voided)).toBe('draw-void')
  })
})

describe('the folder of a draw', () => {
  it.each(['public', 'archive'])(
    '%s shows that its commitment was witnessed before it was drawn',
    async folder => {
      expect(await judged(here.path(folder))).toMatchObject({
        code: 0,
        kind: 'witnessed',
        log: '区局/ssj',
        cosigned: both(at('07')),
        announced: both(at('05')),
      })
    },
  )

  it('whose result no witness has seen yet does not meet the policy', async () => {
    expect(await judged(here.path('early'))).toMatchObject({
      code: 1,
      why: { kind: 'too-early', size: freezing },
    })
  })

  it('is exported the same as long as nothing is put on record', async () => {
    await here.done('export', '1', '--to', here.path('again'))
    const [one, two] = ['public', 'again'].map(folder =>
      readFileSync(here.path(`${folder}/record.json`), 'utf8'),
    )
    expect(one).toBe(two)
  })

  it.each(['zh', 'en'])('is told about in a sentence (%s)', async lang => {
    const told = async (folder: string) => {
      const ran = await here.ssj('verify', here.path(folder), '--policy', policy, '--lang', lang)
      const lines = ran.out.split('\n')
      return lines.slice(lines.findIndex(line => /见证.*核对策略|witnessed as the policy/.test(line)))
    }
    expect([await told('public'), await told('early')]).toMatchSnapshot()
  })

  it('with anything of it changed is not believed', async () => {
    const record = JSON.parse(readFileSync(here.path('public/record.json'), 'utf8'))
    const changed = async (change: (copy: typeof record) => void, ...by: string[]) => {
      const copy = structuredClone(record)
      change(copy)
      const folder = office().path('x')
      cpSync(here.path('public'), folder, { recursive: true })
      writeFileSync(`${folder}/record.json`, JSON.stringify(copy))
      return (await judged(folder, ...by)).why?.kind
    }
    const [, last] = record.checkpoints
    expect(await changed(copy => delete copy.checkpoints)).toBe('no-checkpoint')
    expect(await changed(copy => (copy.checkpoints = []))).toBe('no-checkpoint')
    expect(await changed(copy => (copy.checkpoints[1].note = 'x'))).toBe('malformed')
    expect(await changed(copy => (copy.frozen.ledger = '0'.repeat(64)))).toBe('not-included')
    expect(await changed(copy => (copy.drawn.entry -= 1))).toBe('not-included')
    expect(await changed(copy => copy.checkpoints[1].entries.drawn.proof.pop())).toBe('not-included')
    expect(await changed(copy => (copy.checkpoints[1].note = last.note.replace(/\n(\d+)\n/, '\n99\n')))).toBe(
      'not-included',
    )
    const lines = last.note.split('\n')
    const without = (name: string) => lines.filter((line: string) => !line.startsWith(`— ${name}`)).join('\n')
    expect(await changed(copy => copy.checkpoints.splice(0, 2, { ...last, note: without('公证') }))).toBe(
      'too-few',
    )
    const swapped = last.note.replace(
      /(— 纪检\/w \S{40})(.)/,
      (_: string, head: string, one: string) => head + (one === 'A' ? 'B' : 'A'),
    )
    expect(await changed(copy => copy.checkpoints.splice(0, 2, { ...last, note: swapped }))).toBe(
      'cosignature-fails',
    )
    const token = Buffer.from(unsignedToken(stampedDigest('x'))).toString('base64')
    expect(await changed(copy => copy.checkpoints[1].timeStamps.push(token))).toBe('stamp')
  })

  it('of a second database, with the first one’s witnessed checkpoint pasted in, is found', async () => {
    const other = frozen.copy()
    copyFileSync(here.path('ssj.key'), other.path('ssj.key'))
    await other.ssjIn({ now: at('06') }, 'draw', 'run', 'A', '--seed', `骰子=${'6'.repeat(30)}`)
    // The witnesses have signed the first one: they sign no other of that size, nor a longer one that departs.
    expect(await witness(other, at('07'))).toEqual([1, 1])
    await other.done('export', '1', '--to', other.path('public'))
    expect(await judged(other.path('public'))).toMatchObject({ code: 1, why: { kind: 'too-early' } })
    const told = async (of: Office, file: string) => {
      const ran = await of.ssj('verify', of.path('public'), '--against', file, '--json')
      return [ran.code, ran.json.against[0].kind]
    }
    expect(await told(here, here.path('witnessed'))).toEqual([0, 'agree'])
    expect(await told(here, here.path('archive'))).toEqual([0, 'agree'])
    expect(await told(other, here.path('witnessed'))).toEqual([0, 'agree'])
    expect(await told(other, here.path('public'))).toEqual([1, 'contradict'])
    const [own, first] = [other, here].map(of =>
      JSON.parse(readFileSync(of.path('public/record.json'), 'utf8')),
    )
    writeFileSync(
      other.path('public/record.json'),
      JSON.stringify({ ...own, checkpoints: first.checkpoints }),
    )
    expect(await judged(other.path('public'))).toMatchObject({ code: 1, why: { kind: 'not-included' } })
  })
})

it('a checkpoint by itself is judged too', async () => {
  const head = here.path('head-07.txt')
  expect(await judged(head)).toMatchObject({ code: 1, why: { kind: 'too-few' } })
  const [, { note }] = JSON.parse(readFileSync(here.path('public/record.json'), 'utf8')).checkpoints
  expect(await judged(here.file('cosigned.txt', note))).toMatchObject({ code: 0, cosigned: both(at('07')) })
  const code = async (...argv: string[]) => (await here.ssj('verify', ...argv, '--json')).json.error.code
  expect(await code(here.file('x.txt', 'x'), '--policy', policy)).toBe('not-a-checkpoint')
  expect(await code(head, '--policy', here.path('head-07.txt'))).toBe('not-a-policy')
  expect(await code(here.path('public'), '--authority', policy)).toBe('missing-option')
})
