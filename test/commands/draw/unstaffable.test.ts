import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { cellsOf, type Office } from '../../helpers/ssj.ts'

const TASK = ['--lead', 'JIA', '--count', '2', '--id', 'A'] as const

/** A poison pill: everybody of the department is recused from one firm, so that a draw that takes it would fail. */
const poisoned = (at = 'T03') =>
  miniature({
    targets: targets(6),
    inspectors: inspectors(4),
    recusals: inspectors(4).map(({ 人员编号 }) => ({ 人员编号: 人员编号!, 对象编号: at, 原因: '其他' })),
  })

const run = (here: Office, ...more: string[]) => here.done('draw', 'run', 'A', '--seed', 'x', ...more)

it('a firm that nobody may go to is told at freeze and excluded with its reason', async () => {
  const here = await poisoned()
  const folder = here.path('announced')
  const frozen = await here.done('draw', 'freeze', ...TASK, '--to', folder)
  expect(frozen.waterfall).toMatchObject({ excluded: { unstaffable: 1 }, frame: 5 })
  expect(frozen.unstaffable).toEqual({
    excluded: true,
    departments: [{ department: 'JIA', count: 1, targets: ['T03'] }],
  })
  expect(frozen.strata).toMatchObject([{ size: 5, take: 2 }])
  expect(cellsOf(join(folder, 'exclusions.csv'))).toContainEqual(['T03', 'unstaffable:JIA'])
  const { terms } = JSON.parse(readFileSync(join(folder, 'commitment.json'), 'utf8'))
  expect(terms).toMatchObject({ 无人可派的检查对象: '排除' })
  const before = here.copy()
  await run(before)
  await before.done('draw', 'replay', '1')
  const archive = before.path('archive')
  await before.done('export', '1', '--profile', 'archive', '--to', archive)
  expect(cellsOf(join(archive, 'data', 'recusals.csv')).filter(cells => cells.includes('T03'))).toEqual([])
  await before.done('verify', archive)
})

it('says so in both languages', async () => {
  const here = await poisoned()
  const zh = (await here.copy().ssj('draw', 'freeze', ...TASK)).out
  expect(zh).toContain('− 排除：无人可派')
  expect(zh).toMatch(/部门甲局（JIA）派不出检查组，已排除 1 户：.*（T03）/)
  const en = (await here.copy().ssj('draw', 'freeze', ...TASK, '--lang', 'en')).out
  expect(en).toMatch(/excluded, 甲局 \(JIA\) can send no team: 1 target: .*\(T03\)/)
  await here.done('rules', 'set', 'unstaffable', '保留')
  const kept = (await here.copy().ssj('draw', 'freeze', ...TASK)).out
  expect(kept).toMatch(/部门甲局（JIA）派不出检查组而仍在抽样框内 1 户：.*（T03）/)
  const keptEn = (await here.copy().ssj('draw', 'freeze', ...TASK, '--lang', 'en')).out
  expect(keptEn).toMatch(/in the frame, 甲局 \(JIA\) can send no team: 1 target: .*\(T03\)/)
})

it('areas, limits and qualifications keep a firm from being staffed just as well', async () => {
  const here = await miniature({
    targets: [...targets(3), ...targets(1, { 管辖所: '东所' }, 4)],
    inspectors: [
      ...inspectors(3, { 科室或监管所: '东所' }),
      ...inspectors(1, { 科室或监管所: '西所' }, 4),
      ...inspectors(1, {}, 5),
    ],
    recusals: [{ 人员编号: 'P5', 对象编号: 'T04' }],
  })
  const apart = await here.done('draw', 'freeze', ...TASK, '--avoid-station', '是')
  expect(apart.unstaffable.departments).toEqual([{ department: 'JIA', count: 1, targets: ['T04'] }])
})

it('where nobody is left to be drawn, freeze says what blocks and what cures it', async () => {
  const here = await miniature({ targets: targets(3), inspectors: inspectors(1) })
  const ran = await here.ssj('draw', 'freeze', ...TASK, '--json')
  expect([ran.code, ran.json.error.code]).toEqual([2, 'infeasible'])
  expect(ran.json.error.details.blocking.cures).toContainEqual({ kind: 'person', tag: '' })
})
