import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, openSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { NO_MOUNT, smallDisk } from '../helpers/small-disk.ts'
import { BIN, type Office } from '../helpers/ssj.ts'

const TASK = ['--lead', 'JIA', '--count', '2', '--source', '双色球 1;福彩3D 1', '--id', 'A1']

type Case = readonly [name: string, line: (where: string) => readonly string[]]

let made: Office
beforeAll(async () => {
  made = await miniature({ targets: targets(40), inspectors: inspectors(4) })
  await made.done('draw', 'run', ...TASK, '--seed', '双色球 1=1 2 3 4 5 6 7', '--seed', '福彩3D 1=407')
})

describe('a small disk', () => {
  const disk = smallDisk('1m')

  test.for<Case>([
    ['export', (tiny: string) => ['export', '1', '--to', `${tiny}/public`]],
    ['export --zip', (tiny: string) => ['export', '1', '--zip', '--to', `${tiny}/public.zip`]],
    ['certify', (tiny: string) => ['certify', '1', 'T01', '--to', `${tiny}/T01.html`]],
    ['publish', (tiny: string) => ['publish', 'plan', '--to', `${tiny}/plan.xlsx`]],
    ['backup', (tiny: string) => ['backup', `${tiny}/copy.db`]],
    [
      'freeze',
      (tiny: string) => [
        ...['draw', 'freeze', ...TASK.slice(0, -3), '骰子 A2/30', '--id', 'A2'],
        '--to',
        `${tiny}/announced`,
      ],
    ],
  ])('that fills up: %s refuses, leaves nothing half written, enters nothing', async ([, line], { skip }) => {
    const tiny = disk.path ?? skip(NO_MOUNT)
    const command = line(tiny)
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
    const what = `“${command.at(-1)}”`
    expect(ran.err).toMatch(new RegExp(`不能写入${what}：磁盘已满（可用 0 KB，(约|至多)需要? \\d+ KB）`))
    expect(ran.err).toContain('腾出空间或换到别处，再执行一次')
    expect(readdirSync(tiny)).toEqual(['full'])
    const told = await made.ssj(...command, '--lang', 'en', '--json')
    expect([told.code, told.json.error.code]).toEqual([2, 'disk-full'])
    const { path, free, needs } = told.json.error.details
    expect([path, free, needs.bytes > 0]).toEqual([command.at(-1), 0, true])
    expect(told.json.error.sentence).toMatch(
      /the disk is full \(0 KB are free there, (about|up to) \d+ KB are needed\)/,
    )
    expect(readdirSync(tiny)).toEqual(['full'])
    expect(await made.done('log')).toEqual(before)
  })

  test.for<Case>([
    [
      'freeze --to',
      (out: string) => ['draw', 'freeze', ...TASK.slice(0, -3), '骰子 A9/30', '--id', 'A9', '--to', out],
    ],
    ['import --rejects', (out: string) => ['import', 'targets', 'bad.csv', '--skip-bad', '--rejects', out]],
  ])(
    'on which the database cannot grow: %s takes back what it wrote elsewhere',
    async ([name, line], { skip }) => {
      const tiny = disk.path ?? skip(NO_MOUNT)
      // The database lies on the small file system, and what is written on the large one.
      const db = `${tiny}/small.db`
      made.file('bad.csv', `对象编号,名称,监管部门\n${rows(100)}X,坏店,没有\n`)
      const codes = new Set<number>()
      for (const free of [4, 12, 20, 28, 36, 44, 52, 60, 68, 76, 200]) {
        rmSync(`${tiny}/full`, { force: true })
        copyFileSync(made.db, db)
        const space = statfsSync(tiny)
        writeFileSync(`${tiny}/full`, Buffer.alloc(space.bavail * space.bsize - free * 1024))
        const out = made.path(`out-${name}-${free}`)
        const ran = await made.ssjIn({ cwd: made.folder, env: { SSJ_DB: db } }, ...line(out), '--lang', 'en')
        codes.add(ran.code)
        expect(existsSync(out), `${free}: ${ran.err}`).toBe(ran.code === 0)
        if (ran.code !== 0) {
          expect(ran.err).toContain(`cannot write “${db}”: the disk is full (`)
          expect(ran.err).toMatch(/ KB are free there, (which is not enough|about \d+ KB are needed)\)/)
        }
        rmSync(`${tiny}/full`)
        expect((await made.ssj('log', '--verify', '--db', db)).code).toBe(0)
        rmSync(db)
      }
      expect([...codes].sort()).toEqual([0, 2])
    },
  )
})

const rows = (count: number) => Array.from({ length: count }, (_, i) => `N${i},店${i},JIA\n`).join('')

test('freeze: what cannot be announced is not frozen', async () => {
  const before = await made.done('draw', 'list')
  const folder = `${made.file('file', 'x')}/announced`
  const ran = await made.ssj(
    'draw',
    'freeze',
    ...TASK.slice(0, -3),
    '骰子 A3/30',
    '--id',
    'A3',
    '--to',
    folder,
  )
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
