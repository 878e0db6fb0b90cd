/** @module-tag slow */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { thisHost } from '../../../src/files/beside.ts'
import { BIN, type Office, office } from '../../helpers/ssj.ts'

const run = promisify(execFile)

/** A witness that has signed the first entries of a ledger, and two heads that continue them differently. */
let there: Office
let heads: readonly [string, string]

beforeAll(async () => {
  const here = office()
  await here.done('init')
  const enter = (at: Office, code: string) =>
    at.done('add', 'departments', '--set', `部门编码=${code}`, '--set', `部门名称=${code}局`)
  await enter(here, '甲')
  const { key } = await here.done('log', 'checkpoint', '--origin', '区局/ssj', '--to', here.path('1.txt'))
  there = office()
  const files = ['--key', there.path('k'), '--state', there.path('s')]
  await there.done('witness', 'init', '纪检/w', '--log', key, ...files)
  expect((await there.ssj('witness', 'sign', here.path('1.txt'), ...files)).code).toBe(0)
  const other = here.copy()
  writeFileSync(other.path('ssj.key'), readFileSync(here.path('ssj.key')), { mode: 0o600 })
  heads = (await Promise.all(
    [here, other].map(async (at, i) => {
      await enter(at, ['乙', '丙'][i]!)
      await at.done('log', 'checkpoint', '--since', '1', '--to', at.path('2.txt'))
      return at.path('2.txt')
    }),
  )) as [string, string]
})

const sign = (head: string, ...more: string[]) => [
  ...['witness', 'sign', head, '--key', there.path('k'), '--state', there.path('s')],
  ...more,
]

describe('a witness asked twice at once', () => {
  it('waits for the command that has its state, and is refused where that takes too long', async () => {
    const before = readFileSync(there.path('s'), 'utf8')
    writeFileSync(there.path('s.lock'), `${thisHost()} ${process.pid} 1`)
    for (const [language, words] of [
      ['zh', '正被另一条命令使用'],
      ['en', 'another command is using'],
    ] as const) {
      const ran = await there.ssj(...sign(heads[0]), '--lang', language)
      expect([ran.code, ran.err.includes(words), ran.err.includes('s.lock')]).toEqual([2, true, true])
    }
    expect(readFileSync(there.path('s'), 'utf8')).toBe(before)
    rmSync(there.path('s.lock'))
  })

  it('takes no notice of a command that was killed, on this machine', async () => {
    const killed = await run(process.execPath, ['-p', 'process.pid'])
    writeFileSync(there.path('s.lock'), `${thisHost()} ${killed.stdout.trim()} 1`)
    const state = readFileSync(there.path('s'), 'utf8')
    expect((await there.ssj(...sign(heads[0]))).code).toBe(0)
    expect(existsSync(there.path('s.lock'))).toBe(false)
    writeFileSync(there.path('s'), state)
  })

  it('signs one of two histories, however many ask for either', async () => {
    const asked = [0, 1, 0, 1].map(i =>
      run(process.execPath, [BIN, ...sign(heads[i as 0 | 1])]).then(
        () => i,
        (error: { code: number }) => (error.code === 1 ? null : Promise.reject(error)),
      ),
    )
    const signed = (await Promise.all(asked)).filter(i => i !== null)
    expect([signed.length, new Set(signed).size]).toEqual([2, 1])
  })
})
