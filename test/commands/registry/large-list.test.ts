/** @module-tag campaign */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { type Office, office } from '../../helpers/ssj.ts'

const BIN = join(import.meta.dirname, '../../../bin/ssj.js')
/** More than a call may have arguments. */
const COUNT = 130_000

let here: Office
beforeAll(async () => {
  here = office()
  await here.done('init')
  const lines = ['统一社会信用代码,名称,管辖所']
  for (let i = 0; i < COUNT; i++) {
    const body = `91141102MA${String(1_000_000 + i)}`
    lines.push(`${body}${usccCheckCharacter(body)},示例第${i}号商行,城北所`)
  }
  await here.done('import', 'targets', here.file('a.csv', `${lines.join('\n')}\n`))
})

/** The built program with less memory than the list is long. */
const ssj = (line: string) =>
  execFileSync(
    'bash',
    ['-c', `set -o pipefail; '${process.execPath}' --max-old-space-size=40 '${BIN}' ${line}`],
    {
      cwd: here.folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { ...process.env, SSJ_LANG: 'zh' },
    },
  )

describe('a registry of many', () => {
  test('is listed as text and as JSON, in little memory', () => {
    expect(ssj('list targets | tail -n 2')).toMatch(
      /^91141102MA1129999.\s+示例第129999号商行\s+城北所\n共 130000 条\n$/,
    )
    const json = JSON.parse(ssj('list targets --json --where 名称=示例第12*'))
    expect(json.count).toBe(json.records.length)
    expect(json.records[0]).toMatchObject({ name: '示例第12号商行' })
    expect(ssj('list targets --json | tail -n 2')).toBe('  ]\n}\n')
    expect(ssj('list targets | head -n 1')).toContain('名称')
  })

  test('a list that nobody reads on keeps nobody from writing', () => {
    const code = `91141102MA1000000${usccCheckCharacter('91141102MA1000000')}`
    const retire = `'${process.execPath}' '${BIN}' retire targets ${code} --reason 测试 --json > retired.json`
    const counted = ssj(`list targets --json | (sleep 3; ${retire}; wc -l)`)
    expect(Number(counted)).toBeGreaterThan(COUNT)
    expect(readFileSync(here.path('retired.json'), 'utf8')).not.toContain('error')
  })
})

test('an empty list', async () => {
  const empty = office()
  await empty.done('init')
  expect(await empty.done('list', 'targets')).toEqual({ library: 'targets', count: 0, records: [] })
  expect((await empty.ssj('list', 'targets')).out).toContain('共 0 条')
})

test('what an import says of targets without a department counts those of the file', async () => {
  const few = office()
  await few.done('init')
  const [first, second] = ['91141102MA10000000', '91141102MA10000010'].map(body => body.slice(0, 17))
  const row = (body: string | undefined) => `${body}${usccCheckCharacter(body!)},店\n`
  const file = (...bodies: (string | undefined)[]) => `统一社会信用代码,名称\n${bodies.map(row).join('')}`
  const unclaimed = async (content: string) =>
    (await few.done('import', 'targets', few.file('a.csv', content))).files[0].unclaimed
  expect(await unclaimed(file(first, first))).toBe(1)
  expect(await unclaimed(file(second))).toBe(1)
  expect(await unclaimed(file(first, second, second))).toBe(2)
})
