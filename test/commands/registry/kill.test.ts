/** @module-tag campaign */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { BIN, type Office, office, raw } from '../../helpers/ssj.ts'

/** Rows of a file: more than 4 MB, so that the program as built reads it in a second thread. */
const ROWS = 10_000
const KILLS = 6

let empty: Office
let filled: Office
beforeAll(async () => {
  empty = office()
  await empty.done('init')
  await empty.done('import', 'departments', empty.file('departments.csv', '部门编码,部门名称\nJIA,甲局\n'))
  filled = empty.copy()
  await filled.done('import', 'targets', filled.file('targets.csv', registerOf('2025', 0)))
})

/** A register of one year: rows from number `first` on. */
function registerOf(year: string, first: number): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const body = `91141102MA${String(first + i).padStart(7, '0')}`
    const code = body + usccCheckCharacter(body)
    return `${code},示例${first + i}号商行,JIA,${year}年登记于${'离石区示例路'.repeat(24)}`
  })
  return ['统一社会信用代码,名称,监管部门,地址', ...rows, ''].join('\n')
}

describe('an import that is killed leaves the registry as before or as after', () => {
  test.each<[string, () => Office, readonly string[]]>([
    ['into an empty registry', () => empty, []],
    ['with --replace of a standing one', () => filled, ['--replace']],
  ])('%s', { timeout: 120_000 }, async (_, from, options) => {
    const whole = from().copy()
    const before = digestOf(whole)
    const path = whole.file('new.csv', registerOf('2026', ROWS / 5))
    const started = performance.now()
    await ended(startImport(whole, path, options))
    const time = performance.now() - started
    const after = digestOf(whole)
    expect(after).not.toBe(before)

    let inTheMiddle = 0
    for (let i = 0; i < KILLS; i++) {
      const here = from().copy()
      const running = startImport(here, path, options)
      // Every other kill waits for the first write, so that it surely falls into the transaction.
      if (i % 2 === 0) await wait(time * chance())
      else {
        while (!existsSync(`${here.db}-journal`) && running.exitCode === null) await wait(1)
        await wait(time * 0.6 * chance())
      }
      running.kill('SIGKILL')
      await ended(running)
      if (existsSync(`${here.db}-journal`)) inTheMiddle++
      expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
      expect([before, after]).toContain(digestOf(here))
      rmSync(here.folder, { recursive: true })
    }
    expect(inTheMiddle).toBeGreaterThan(0)
  })
})

/** mulberry32: the same moments every time, as shares of the time that an import takes. */
let state = 20260203
function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

function startImport(here: Office, path: string, options: readonly string[]) {
  return spawn(process.execPath, [BIN, 'import', 'targets', path, '--db', here.db, '--quiet', ...options], {
    stdio: 'ignore',
  })
}

const ended = (running: ReturnType<typeof spawn>) =>
  new Promise(resolve =>
    running.exitCode === null && running.signalCode === null ? running.once('exit', resolve) : resolve(null),
  )

/** What the registry holds, history included; not the time of its entries. */
function digestOf(here: Office): string {
  const db = raw(here.db)
  try {
    const hash = createHash('sha256')
    const rows = db.prepare('select id, name, address, since, until from target order by version').raw()
    for (const row of rows.iterate()) hash.update(`${(row as unknown[]).join('\n')}\n`)
    return hash.digest('hex')
  } finally {
    db.close()
  }
}
