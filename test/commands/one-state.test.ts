/** @module-tag campaign */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { filesIn, type Office, office } from '../helpers/ssj.ts'

const LOADER = pathToFileURL(join(import.meta.dirname, '../../dist/main.js')).href

/** Writes entries one after the other, in one process so that they come fast, until it is ended. */
function writing(db: string, lines: readonly (readonly string[])[]): ChildProcess {
  const program = `
    const { main } = await import(${JSON.stringify(LOADER)})
    const world = { stdin: process.stdin, stdout: { write() {} }, stderr: process.stderr, env: { SSJ_ACTOR: '乙' }, cwd: '/',
      patience: 10000, now: () => '2026-02-03T04:05:06Z', randomBytes: n => new Uint8Array(n), systemUser: () => 'x' }
    const lines = ${JSON.stringify(lines)}
    for (let i = 0; ; i++) await main([...lines[i % lines.length], '--db', ${JSON.stringify(db)}], world)`
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' })
}

const ROUNDS = 40

/** Waits until the ledger has more than so many entries, and gives how many it has. */
async function grown(here: Office, entries: number): Promise<number> {
  for (;;) {
    const { json } = await here.ssjIn({ patience: 10_000 }, 'log', '--json')
    if (json.entries.length > entries) return json.entries.length
  }
}

describe('one command reads one state', () => {
  test('log --verify accuses nobody while another command writes', async () => {
    const here = office()
    await here.done('init')
    const other = writing(here.db, [
      ['rules', 'set', 'grace-days', '30'],
      ['rules', 'set', 'grace-days', '60'],
    ])
    try {
      const before = await grown(here, 0)
      for (let i = 0; i < ROUNDS; i++) {
        const ran = await here.ssjIn({ patience: 10_000 }, 'log', '--verify', '--json')
        expect([ran.code, ran.err]).toEqual([0, ''])
        expect(ran.json).toMatchObject({ holds: true })
      }
      await grown(here, before)
    } finally {
      other.kill('SIGKILL')
    }
  })

  test('export tells of one state in every file', async () => {
    const here = await miniature({
      targets: targets(4),
      inspectors: inspectors(12),
    })
    const task = ['--lead', 'JIA', '--count', '2', '--from', '2026-05-01', '--team', '2']
    await here.done('draw', 'run', ...task, '--seed', 'x')
    const seats = Array.from({ length: 12 }, (_, i) => `P${i + 1}`)
    const lines = seats.map(id => [
      ...['draw', 'substitute', '1', '--inspector', id],
      ...['--reason', '生病', '--approver', '丙'],
    ])
    const other = writing(here.db, lines)
    try {
      const before = await grown(here, (await here.done('log')).entries.length)
      for (let i = 0; i < ROUNDS / 2; i++) {
        const to = here.path(`out-${i}`)
        const ran = await here.ssjIn(
          { patience: 10_000 },
          ...['export', '1', '--profile', 'archive', '--to', to, '--format', 'csv'],
        )
        expect([ran.code, ran.err]).toEqual([0, ''])
        const files = filesIn(join(to, 'data'))
        const cameLast = lastSeats(
          String(files.get('assignment.csv')),
          String(files.get('substitutions.csv') ?? ''),
        )
        const sheet = String(files.get('检查任务表.csv'))
        for (const id of seats)
          expect(new RegExp(`示例人${id.slice(1)}(?!\\d)`).test(sheet), `${id} in ${i}`).toBe(
            cameLast.has(id),
          )
      }
      await grown(here, before)
    } finally {
      other.kill('SIGKILL')
    }
  })
})

/** Who sits in the end, by the files of the law. */
function lastSeats(assignment: string, substitutions: string): Set<string> {
  const seats = new Map(
    assignment
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(','))
      .map(([target, department, seat, inspector]) => [[target, department, seat].join(), inspector!]),
  )
  const [head = '', ...rows] = substitutions.trim().split('\n')
  const column = (name: string) => head.split(',').indexOf(name)
  for (const cells of rows.map(line => line.split(',')))
    seats.set(['target', 'department', 'seat'].map(name => cells[column(name)]).join(), cells[column('in')]!)
  return new Set(seats.values())
}
