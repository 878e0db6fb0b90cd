import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { BIN, type Office, office } from '../helpers/ssj.ts'

const TASK = ['--lead', 'JIA', '--count', '2', '--source', '骰子', '--id', 'A1']

/** A file system of 64 KB, where this system lets us mount one. */
const tiny = office().path('tiny')
mkdirSync(tiny)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', tiny]).status === 0
const SKIPPED = mounted ? '' : ' (skipped: no file system can be mounted here)'
afterAll(() => {
  if (mounted) execFileSync('umount', [tiny])
})

let made: Office
beforeAll(async () => {
  made = await miniature({ targets: targets(40), inspectors: inspectors(4) })
  await made.done('draw', 'run', ...TASK, '--seed', '骰子=1')
})

describe.skipIf(!mounted)(`a disk that fills up${SKIPPED}`, () => {
  test.each([
    ['export', ['export', '1', '--to', `${tiny}/public`]],
    ['export --zip', ['export', '1', '--zip', '--to', `${tiny}/public.zip`]],
    ['certify', ['certify', '1', 'T01', '--to', `${tiny}/T01.html`]],
    ['publish', ['publish', 'plan', '--to', `${tiny}/plan.xlsx`]],
    ['backup', ['backup', `${tiny}/copy.db`]],
    ['freeze', ['draw', 'freeze', ...TASK.slice(0, -1), 'A2', '--to', `${tiny}/announced`]],
  ])('%s: refuses, leaves nothing half written, enters nothing', async (_, command) => {
    writeFileSync(`${tiny}/full`, '')
    const space = Buffer.alloc(1024, '.')
    try {
      for (;;) writeFileSync(`${tiny}/full`, space, { flag: 'a' })
    } catch {
      // Full.
    }
    const before = await made.done('log')
    const ran = await made.ssj(...command)
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(`不能写入“${command.at(-1)}”`)
    expect(ran.err).toContain('检查磁盘空间和权限')
    expect(readdirSync(tiny)).toEqual(['full'])
    expect(await made.done('log')).toEqual(before)
  })
})

test('freeze: what cannot be announced is not frozen', async () => {
  const before = await made.done('draw', 'list')
  const folder = `${made.file('file', 'x')}/announced`
  const ran = await made.ssj('draw', 'freeze', ...TASK.slice(0, -1), 'A3', '--to', folder)
  expect(ran.code).toBe(2)
  expect(ran.err).toContain(`不能写入“${folder}”`)
  expect(await made.done('draw', 'list')).toEqual(before)
})

test.skipIf(!existsSync('/dev/full'))('a result that nobody can take is told on stderr', () => {
  const ran = spawnSync(process.execPath, [BIN, 'template', 'targets', '--lang', 'en'], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  })
  expect(ran.status).toBe(3)
  expect(ran.stderr).toContain('its result could not be written to stdout: ENOSPC')
  expect(ran.stderr).not.toContain('    at ')
})
