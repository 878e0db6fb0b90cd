/** @module-tag slow */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Office } from '../helpers/ssj.ts'
import { officeOf, spanOf, type YearTarget, type YearTask, yearOf } from '../helpers/year.ts'

const RULES = {
  'cap-department': '1',
  'cap-total': '2',
  'drawn-window': '本年同事项',
  'grace-days': '60',
  'exempt-where': '信用风险等级=A',
}

/** A visit as the test notes it down, beside the program. */
interface Noted {
  readonly target: string
  readonly departments: readonly string[]
  /** The task that drew it; null for a case. */
  readonly task: YearTask | null
  readonly cause: string
}

/**
 * Why a target stays out of a task, worked out from the notes alone, as a clerk would with the rules on a sheet of
 * paper; else the departments that go to it.
 */
function expected(task: YearTask, target: YearTarget, noted: readonly Noted[]): string | string[] | null {
  const all = [task.lead, ...task.partners].sort()
  const members = all.filter(name => target.departments.includes(name))
  if (members.length === 0 || (task.joint === '全部' && members.length < all.length)) return null
  if (task.library !== null && target.library !== task.library) return null
  const proactive = task.kind !== '专项'
  if (proactive && task.method !== '书面检查' && target.risk === 'A') return 'exempt'
  const days = (Date.parse(spanOf(task.month)[0]) - Date.parse(target.founded)) / 86_400_000
  if (proactive && days < 60) return 'grace'
  const own = noted.filter(visit => visit.target === target.id)
  const counted = own.filter(visit => !visit.cause.startsWith('上级部署专项'))
  const capped = !task.cause.startsWith('上级部署专项')
  if (capped && counted.length >= 2) return 'cap-total'
  const drawn = own.filter(visit => visit.task !== null)
  const window = task.window === '' ? '本年同事项' : task.window
  if (window === '本年' && drawn.length > 0) return 'drawn'
  const sameItem = (visit: Noted) => visit.task!.items.some(item => task.items.includes(item))
  if (window === '本年同事项' && drawn.some(sameItem)) return 'drawn-item'
  const limited = (visit: Noted) => visit.task!.kind !== '专项' && visit.task!.items.includes('I1')
  if (proactive && task.items.includes('I1') && drawn.some(limited)) return 'frequency'
  const reasons = members.map(name => {
    if (capped && counted.some(visit => visit.departments.includes(name))) return 'cap-department'
    return window === '本年同部门' && drawn.some(visit => visit.departments.includes(name))
      ? 'drawn-department'
      : ''
  })
  const stay = members.filter((_, i) => reasons[i] === '')
  if (stay.length === 0 || (stay.length < members.length && task.joint === '全部'))
    return reasons.find(reason => reason !== '')!
  return stay
}

async function frozen(here: Office, task: YearTask, now: string, ...options: string[]) {
  const folder = here.path(`${task.id}-${now}-${options.length}`)
  const ran = await here.ssjIn({ now }, 'draw', 'freeze', task.id, '--to', folder, '--json', ...options)
  if (ran.code !== 0) return { refused: ran.json.error.code as string, ran }
  const cells = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => line.split(','))
  return { refused: null, ran, frame: cells('frame.csv'), exclusions: cells('exclusions.csv') }
}

/** Who is visited in a draw as it stands: a target that fell out has no team, one that came in for it has. */
async function drawnIn(here: Office, draw: string) {
  const { selection } = await here.done('draw', 'show', draw)
  return (selection as { target: string; team: { department: string }[] }[])
    .filter(({ team }) => team.length > 0)
    .map(({ target, team }) => ({
      target,
      departments: [...new Set(team.map(({ department }) => department))],
    }))
}

/** The first target drawn falls out and the first reserve, if there is one, comes in for it. */
async function substitute(here: Office, draw: string, now: string): Promise<number> {
  const [before] = await drawnIn(here, draw)
  const options = ['--target', before!.target, '--reason', 'closed', '--approver', '局领导', '--leave-empty']
  const ran = await here.ssjIn({ now }, 'draw', 'substitute', draw, ...options)
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect((await drawnIn(here, draw)).map(({ target }) => target)).not.toContain(before!.target)
  return 1
}

for (const [seed, tags] of [
  [20260101, []],
  [7, ['campaign']],
] as const)
  test(`a district through a year (${seed}): visits, caps and exclusions add up to what was put in`, {
    tags: [...tags],
    timeout: 180_000,
  }, async () => {
    const year = yearOf(seed, 240)
    const here = await officeOf(year)
    const rules = here.file(
      'rules.csv',
      `规则,值\n${Object.entries(RULES)
        .map(pair => pair.join(','))
        .join('\n')}\n`,
    )
    const published = ['rules', 'import', rules, '--reason', '年初公布']
    expect((await here.ssjIn({ now: '2026-01-01T00:00:00Z' }, ...published)).err).toBe('')
    const noted: Noted[] = []
    const kinds = new Set<string>()
    let draws = 0
    let refused = 0
    let substituted = 0
    for (let month = 1; month <= 12; month++) {
      const now = `${spanOf(month)[0]}T02:00:00Z`
      for (const task of year.tasks.filter(one => one.month === month)) {
        const wanted = year.targets.map(target => [target.id, expected(task, target, noted)] as const)
        const out = wanted.filter(([, of]) => typeof of === 'string') as [string, string][]
        const inside = wanted.filter(([, of]) => Array.isArray(of)) as [string, string[]][]
        const found = await frozen(here, task, now)
        if (found.refused !== null) {
          expect([task.id, found.refused]).toEqual([
            task.id,
            inside.length === 0 && !out.some(([, kind]) => kind.startsWith('cap'))
              ? 'empty-frame'
              : 'caps-leave-too-few',
          ])
          expect(inside.length).toBeLessThan(task.count)
          refused++
          continue
        }
        expect(found.frame.map(([, target, departments]) => [target, departments])).toEqual(
          inside.map(([target, of]) => [target, of.join(';')]),
        )
        expect(found.exclusions.map(([target, reason]) => [target, reason!.split(':')[0]])).toEqual(out)
        for (const [, kind] of out) kinds.add(kind)
        const { waterfall } = found.ran.json
        expect(waterfall.registry - waterfall.elsewhere - waterfall.outside).toBe(out.length + inside.length)
        await here.ssjIn({ now }, 'draw', 'run', task.id, '--seed', `${task.id} ${seed}`)
        draws++
        if (task.id === 'P05') {
          // Void: what it drew is as if it had not been, and the second attempt sees the same frame.
          const again = ['--again', '--reason', '公证人未到场', '--approver', '局领导']
          const second = await frozen(here, task, now, ...again)
          expect(second.frame).toEqual(found.frame)
          await here.ssjIn({ now }, 'draw', 'run', task.id, '--seed', '再抽')
          draws++
        }
        const number = `2026-${String(draws).padStart(4, '0')}`
        if (draws % 4 === 0) substituted += await substitute(here, number, now)
        const visits = await drawnIn(here, number)
        noted.push(...visits.map(visit => ({ ...visit, task, cause: task.cause })))
      }
      for (const { target, department, cause } of year.cases.filter(one => one.month === month)) {
        const options = [
          '--target',
          target,
          '--department',
          department,
          '--cause',
          cause,
          '--reference',
          String(noted.length),
        ]
        const ran = await here.ssjIn(
          { now: `2026-${String(month).padStart(2, '0')}-20T02:00:00Z` },
          'visit',
          'add',
          ...options,
        )
        expect(ran.err).toBe('')
        noted.push({ target, departments: [department], task: null, cause })
      }
    }
    expect(draws).toBeGreaterThan(20)
    expect(substituted).toBeGreaterThan(5)
    expect([...kinds].sort()).toEqual(
      [
        'cap-department',
        'cap-total',
        'drawn',
        'drawn-department',
        'drawn-item',
        'exempt',
        'frequency',
        'grace',
      ].filter(kind => kinds.has(kind)),
    )
    expect(kinds.size).toBeGreaterThanOrEqual(7)

    // The calendars of all firms hold every visit that was noted, and no other.
    const part = tags.length === 0 ? 24 : 6
    for (const { id } of year.targets.filter((_, i) => i % part === 0)) {
      const { visits } = await here.done('show', 'targets', id, '--history')
      const standing = visits.filter(({ visit }: { visit: { void?: boolean } }) => visit.void !== true)
      const own = noted.filter(({ target }) => target === id)
      expect(standing.length).toBe(own.length)
      expect(standing.filter(({ kind }: { kind: string }) => kind === 'case')).toHaveLength(
        own.filter(({ task }) => task === null).length,
      )
    }
    // Nobody was drawn beyond a cap.
    for (const { id } of year.targets) {
      const own = noted.filter(({ target, cause }) => target === id && !cause.startsWith('上级部署专项'))
      for (const [i, visit] of own.entries()) {
        if (visit.task === null) continue
        expect(i).toBeLessThan(2)
        for (const before of own.slice(0, i))
          expect(before.departments.filter(name => visit.departments.includes(name))).toEqual([])
      }
    }
    const { draws: list } = await here.done('draw', 'list')
    expect(list).toHaveLength(draws)
    expect(list.filter(({ state }: { state: string }) => state === 'void')).toHaveLength(
      list.some(({ task }: { task: string }) => task === 'P05') ? 1 : 0,
    )
    for (const { draw } of list.filter((_: unknown, i: number) => i % 5 === 0))
      expect(await here.done('draw', 'replay', draw)).toMatchObject({ same: true })
    expect((await here.ssj('log', '--verify')).code).toBe(0)
    expect(refused + new Set(list.map(({ task }: { task: string }) => task)).size).toBe(40)
  })
