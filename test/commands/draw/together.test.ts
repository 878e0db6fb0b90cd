import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** T01 and T02 of 甲局, T03 of 乙局, T04 of both, T05 of nobody. 甲局 leads, 乙局 takes part. */
let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [
      ...targets(2),
      ...targets(1, { 监管部门: 'YI' }, 3),
      ...targets(1, { 监管部门: 'JIA;YI' }, 4),
      ...targets(1, { 监管部门: '' }, 5),
    ],
    inspectors: [...inspectors(3), ...inspectors(3, { 所属部门: 'YI' }, 4)],
    items: [{ 事项编码: 'X1', 抽查事项: '示例一', 检查主体: 'JIA', 参检部门: 'YI', 检查依据: '《示例法》' }],
  })
})

const TASK = ['--lead', 'JIA', '--with', 'YI', '--items', 'X1', '--name', '联合', '--team', '2']
const frozen = async (here: Office, joint: string, ...options: string[]) => {
  const folder = here.path(`to-${joint}`)
  const ran = await here.ssj('draw', 'freeze', ...TASK, '--joint', joint, ...options, '--to', folder)
  expect(ran.err).toBe('')
  const rows = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').slice(1)
  return {
    told: ran.out,
    frame: rows('frame.csv').map(row => row.split(',').slice(1, 3).join(' ')),
    exclusions: rows('exclusions.csv'),
  }
}

describe('同往', () => {
  test('takes the targets of the lead, and all departments go to each', async () => {
    const here = base.copy()
    const { told, frame } = await frozen(here, '同往', '--rate', '100%')
    expect(frame).toEqual(['T01 JIA;YI', 'T02 JIA;YI', 'T04 JIA;YI', 'T05 JIA;YI'])
    expect(told).toMatch(/^甲局（JIA） +4 +4 +4$/m)
    expect(told).toMatch(/^乙局（YI） +4 +4 +4$/m)
    expect(told).toMatch(/^两个以上部门同去 +4 +4 +4$/m)
    expect(told).toContain('联合检查占本次抽取户数的比例：平均 100.00%')
    const ran = await here.done('draw', 'run', ...TASK, '--joint', '同往', '--rate', '100%', '--seed', '7')
    expect(ran).toMatchObject({ drawn: 4, teams: 8 })
    await here.done('draw', 'replay', '2')
  })

  test('leaves a target alone to which one of them may not go', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-department', '1')
    const visit = ['--cause', '投诉举报', '--reference', '1', '--department', 'YI']
    await here.done('visit', 'add', '--target', 'T02', ...visit)
    const { frame, exclusions } = await frozen(here, '同往', '--rate', '100%')
    expect(exclusions).toEqual(['T02,cap-department:YI'])
    expect(frame).toEqual(['T01 JIA;YI', 'T04 JIA;YI', 'T05 JIA;YI'])
  })

  test('is a value of the plan, and of the words that offices write', async () => {
    const here = base.copy()
    const plan =
      '任务编号,任务名称,发起部门,配合部门,联合方式,抽查事项,抽查数量\nP1,联合,甲局,乙局,同去,X1,2\n'
    await here.done('import', 'plan', here.file('plan.csv', plan))
    const told = await here.done('draw', 'freeze', 'P1')
    const share = { framed: 4, least: 2, most: 2, mean: '2' }
    expect(told.attendance).toEqual({
      departments: [
        { department: 'JIA', ...share },
        { department: 'YI', ...share },
      ],
      joint: share,
      jointShare: '100.00%',
    })
  })
})

test('freeze says of the other ways how many targets each department visits, and the joint share', async () => {
  const here = base.copy()
  const any = await frozen(here, '任一', '--count', '2')
  expect(any.frame).toEqual(['T01 JIA', 'T02 JIA', 'T03 YI', 'T04 JIA;YI', 'T05 JIA'])
  expect(any.told).toMatch(/^甲局（JIA） +4 +1–2 +1\.6$/m)
  expect(any.told).toMatch(/^乙局（YI） +2 +0–2 +0\.8$/m)
  expect(any.told).toMatch(/^两个以上部门同去 +1 +0–1 +0\.4$/m)
  expect(any.told).toContain('联合检查占本次抽取户数的比例：平均 20.00%')
  const english = await here.ssj('draw', 'freeze', ...TASK, '--count', '2', '--id', 'EN', '--lang', 'en')
  expect(english.out).toContain('share of joint visits among the targets drawn: 20.00% on average')
  const one = ['--lead', 'JIA', '--items', 'X1', '--count', '2', '--id', 'ONE']
  const alone = await here.ssj('draw', 'freeze', ...one)
  expect(alone.code).toBe(0)
  expect(alone.out).not.toContain('同去')
})
