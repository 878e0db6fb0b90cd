/** @module-tag slow */
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { miniature, targets } from '../../helpers/miniature.ts'
import { BIN } from '../../helpers/ssj.ts'

test.concurrent.each([
  ['import', ['import', 'targets', '-'], '对象编号,名称,监管部门\nT90,示例,JIA\n'],
  ['rules import', ['rules', 'import', '-'], '规则,值\ngrace-days,77\n'],
  [
    'visit import',
    ['visit', 'import', '-'],
    '检查对象,部门,原因,依据文号或线索,日期\nT01,JIA,投诉举报,1,2026-02-03\n',
  ],
])('%s that waits for its input keeps nobody waiting', async (_, line, text) => {
  const here = await miniature({ targets: targets(2) })
  const running = spawn(process.execPath, [BIN, ...line], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, SSJ_DB: here.db, SSJ_ACTOR: '甲' },
  })
  const code = new Promise(done => running.once('exit', done))
  const [half, rest] = [text.slice(0, 12), text.slice(12)]
  running.stdin.write(half)
  for (let i = 0; i < 8; i++) {
    await here.done('rules', 'set', 'grace-days', String(30 + i))
    await wait(200)
  }
  running.stdin.end(rest)
  expect(await code).toBe(0)
  expect((await here.done('log')).entries.at(-1).action).toMatch(
    new RegExp(`^${line.slice(0, -1).join(' ')}`),
  )
})
