/** @module-tag slow */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { type Office, office } from '../../helpers/ssj.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

let here: Office

beforeAll(async () => {
  here = office()
  await here.done('init')
  await here.done('add', 'departments', '--set', '部门编码=甲', '--set', '部门名称=甲局')
  await here.done('log', 'checkpoint', '--origin', '区局/ssj')
})

/** An authority in a folder: its certificate vouches for itself. */
function authority(at: Office): string {
  at.file('x', '')
  const run = (...argv: string[]) => execFileSync('openssl', argv, { cwd: at.folder, stdio: 'ignore' })
  at.file(
    'tsa.cnf',
    `[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN=示例时间戳\n[ext]\nbasicConstraints=critical,CA:true\nextendedKeyUsage=critical,timeStamping\n
[tsa]\ndefault_tsa=one\n[one]\nserial=${at.path('serial')}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n`,
  )
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-utf8',
    '-days',
    '2',
    '-keyout',
    'tsa.pem',
    '-out',
    'ca.pem',
    '-config',
    'tsa.cnf',
  )
  at.file('serial', '01\n')
  return at.path('ca.pem')
}

function answered(at: Office, query: string, token: string): void {
  const argv = [
    'ts',
    '-reply',
    '-queryfile',
    query,
    '-signer',
    'ca.pem',
    '-inkey',
    'tsa.pem',
    '-out',
    token,
    '-config',
    'tsa.cnf',
  ]
  execFileSync('openssl', argv, { cwd: at.folder, stdio: 'ignore' })
}

describe.skipIf(!hasOpenssl)('a time stamp', () => {
  it('is asked for, checked and put on record once', async () => {
    const at = here.copy()
    const ca = authority(at)
    await at.done('log', 'stamp', '--query', at.path('q.tsq'))
    answered(at, 'q.tsq', 'a.tsr')
    const token = ['log', 'stamp', '--token', at.path('a.tsr')]
    const stamped = await at.done(...token, '--authority', ca)
    expect(stamped).toMatchObject({ size: 1, checked: true, entry: 3 })
    expect(stamped.at).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(await at.done(...token)).toMatchObject({ entry: null, checked: false })
    expect(await at.done('log', '--verify')).toEqual({ holds: true, entries: 3 })
  })

  it('is carried by a record, and checked by whoever has the certificates', async () => {
    const at = await miniature({ targets: targets(9), inspectors: inspectors(4) })
    const [ca, strange] = [authority(at), authority(here.copy())]
    const task = ['--lead', 'JIA', '--count', '2', '--from', '2026-03-01', '--to', '2026-03-31']
    await at.done('draw', 'run', ...task, '--id', 'A', '--seed', 'x')
    const { key } = await at.done('log', 'checkpoint', '--origin', '区局/ssj')
    await at.done('log', 'stamp', '--query', at.path('q.tsq'))
    answered(at, 'q.tsq', 'a.tsr')
    await at.done('log', 'stamp', '--token', at.path('a.tsr'))
    await at.done('export', '1', '--to', at.path('public'))
    const policy = at.file('policy.txt', `log ${key}\nquorum none\n`)
    const judged = async (...more: string[]) => {
      const ran = await at.ssj('verify', at.path('public'), '--policy', policy, ...more, '--json')
      return [ran.code, ran.json.witnessed.timeStamps[0].checked]
    }
    expect(await judged()).toEqual([0, null])
    expect(await judged('--authority', ca)).toEqual([0, true])
    expect(await judged('--authority', strange)).toEqual([1, false])
  })

  it('is refused where it is of another authority, of something else, or none', async () => {
    const at = here.copy()
    const other = here.copy()
    authority(at)
    const strange = authority(other)
    await at.done('log', 'stamp', '--query', at.path('q.tsq'))
    answered(at, 'q.tsq', 'a.tsr')
    const code = async (file: string, ...more: string[]) =>
      (await at.ssj('log', 'stamp', '--token', file, ...more, '--json')).json.error.code
    expect(await code(at.path('a.tsr'), '--authority', strange)).toBe('time-stamp-fails')
    const bytes = readFileSync(at.path('a.tsr'))
    const of = readFileSync(at.path('q.tsq')).subarray(-35, -3)
    const place = bytes.indexOf(of)
    expect(place).toBeGreaterThan(0)
    writeFileSync(at.path('b.tsr'), bytes.fill(7, place, place + 32))
    expect(await code(at.path('b.tsr'))).toBe('time-stamp-of-something-else')
    for (const file of [at.path('q.tsq'), at.path('tsa.cnf'), at.file('empty', '')])
      expect(await code(file)).toBe('not-a-time-stamp')
    expect((await at.done('log')).entries).toHaveLength(2)
  })
})

it('is asked for or answered, not both, and only where there is a checkpoint', async () => {
  const at = office()
  await at.done('init')
  const code = async (...argv: string[]) => (await at.ssj('log', 'stamp', ...argv, '--json')).json.error.code
  expect(await code()).toBe('one-of-options')
  expect(await code('--query', at.path('q'), '--token', at.path('q'))).toBe('one-of-options')
  expect(await code('--query', at.path('q'))).toBe('no-checkpoint')
})
