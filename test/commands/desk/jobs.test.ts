/** @module-tag slow */
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { BACK, type Step, sitting } from '../../helpers/at-desk.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office, office } from '../../helpers/ssj.ts'

let base: Office
beforeAll(async () => {
  base = await miniature({ targets: targets(9), inspectors: inspectors(6) })
  const task = ['--lead', 'JIA', '--count', '3', '--from', '2026-03-01', '--to', '2026-03-31']
  await base.done('draw', 'run', '--id', 'A', ...task, '--seed', 'x')
})

const done = async (here: Office, ...steps: Step[]) => {
  const sat = await sitting(here, [...steps, '退出'])
  expect(sat.unused).toEqual([])
  expect([sat.code, sat.shown]).toEqual([0, sat.shown])
  return sat.shown
}
const lastAction = async (here: Office) => (await here.done('log')).entries.at(-1).action

describe('a job at the desk', () => {
  it('sets an office up from nothing', async () => {
    const here = office()
    const shown = await done(here, '首次设置', 'SCJG', '示例区市场监督管理局')
    expect(shown).toContain('命令行：ssj init')
    expect(shown).toContain('单位    示例区市场监督管理局')
    expect(shown).toContain('还没有：抽查事项清单、检查对象名录库')
  })

  it('finds a task by what it is called', async () => {
    const here = base.copy()
    await here.done(
      'add',
      'plan',
      '--set',
      '任务编号=B7',
      '--set',
      '任务名称=餐饮联合抽查',
      '--set',
      '发起部门=JIA',
      '--set',
      '抽查数量=2',
    )
    for (const typed of ['餐饮', '2026/b7', '联合']) {
      const sat = await sitting(here, [typed, BACK, '退出'])
      expect([sat.code, sat.asked[1]]).toEqual([0, expect.stringContaining('种子从哪里来？')])
    }
  })

  it('asks where the seed comes from where nobody has said so, and puts it into the plan', async () => {
    const here = base.copy()
    const task = [
      '--set',
      '任务编号=B7',
      '--set',
      '任务名称=餐饮检查',
      '--set',
      '发起部门=JIA',
      '--set',
      '抽查数量=2',
    ]
    await here.done('add', 'plan', ...task)
    const shown = await done(here, '餐饮', '25 颗', '', 'y')
    expect(shown).toContain('ssj add plan --set 任务编号=B7 --set 随机源=骰子/25')
    expect(await lastAction(here)).toBe('freeze')
    expect((await here.done('list', 'plan')).records).toMatchObject([{ code: 'A' }, { sources: '骰子/25' }])
  })

  it('replaces who falls out after a summary and a yes, and nothing without it', async () => {
    const here = base.copy()
    const target = /^T0\d(?=.*drawn)/m.exec((await here.ssj('draw', 'show', '1', '--lang', 'en')).out)![0]
    const answers = ['替换', '2026-0001', '检查对象退出', target, '停业', '', '王局长', '']
    const before = contentOf(here.db)
    expect(await done(here, ...answers, 'n')).toContain('已返回，什么也没有做')
    expect(contentOf(here.db)).toBe(before)
    const shown = await done(here, ...answers, 'y')
    expect(shown).toContain(
      `ssj draw substitute 2026-0001 --target ${target} --reason closed --approver 王局长`,
    )
    expect(await lastAction(here)).toBe('substitute')
  })

  it('goes back by one question with the others kept', async () => {
    const here = base.copy()
    const shown = await done(here, '作废', '2026-0001', '重名', BACK, '名单有误', '王局长', 'y')
    expect(shown).toContain('理由：名单有误')
    expect(await lastAction(here)).toBe('void')
  })

  it('enters one record field by field, tells what is wrong at once, and keeps what was entered', async () => {
    const here = base.copy()
    const start = ['单户录入', '执法检查人员名录库']
    // Away from it all and back again: what was entered is offered once more, and taken by Enter.
    const away: Step[] = [...start, 'P99', '示例人', BACK, BACK, BACK, BACK, ...start, '', '']
    const shown = await done(
      here,
      ...away,
      ...['甲局', '', '2099-13-01', '2099-01-01', '性别', '女', '填好了'],
    )
    expect(shown).toContain('! ')
    expect(shown).toContain('ssj add inspectors --set 人员编号=P99 --set 姓名=示例人')
    expect(await here.done('show', 'inspectors', 'P99')).toMatchObject({ library: 'inspectors' })
  })

  it('certifies, exports, backs up, checks the ledger and sets a rule', async () => {
    const here = base.copy()
    await done(
      here,
      ...['出具一户的抽取', '2026-0001', 'T01', ''],
      ...['导出公示', '2026-0001', '公示和归档', '', ''],
      ...['备份', ''],
      ...['核对台账'],
      ...['设定一条规则', 'grace-days', '不是数', '45', '本地规定', 'y'],
      ...['看报表', '公平性', '', ''],
    )
    for (const name of ['证明-示例店T01.html', '公示-2026-0001', '归档-2026-0001', '备份-2026-02-03.db'])
      expect([name, existsSync(here.path(name))]).toEqual([name, true])
    expect(await lastAction(here)).toBe('rules set')
  })

  it('tells what a command refuses, and tries again with what it asks for', async () => {
    const here = base.copy()
    here.file(
      'plan.csv',
      '任务编号,任务名称,发起部门,抽查数量,起止时间,随机源\nB,过期,JIA,2,2026-01-01~2026-01-31,骰子/30\n',
    )
    await here.done('import', 'plan', here.path('plan.csv'))
    const shown = await done(here, '冻结并公告', '2026/B', 'out', '仍要这样做', '补做', 'y')
    expect(shown).toContain('检查时间已于 2026-01-31 结束')
    expect(shown).toContain('ssj draw freeze 2026/B --to out --reason 补做')
    expect(existsSync(here.path('out'))).toBe(true)
  })

  it('keeps the rows that are wrong in a file, and imports the others', async () => {
    const here = base.copy()
    here.file('对象.csv', '对象编号,名称,监管部门\nN1,新店,JIA\nN2,坏店,没有这个部门\n')
    const shown = await done(here, '导入文件', '对象.csv', '导入没有问题的行', '')
    expect(shown).toContain('“对象.csv”是检查对象名录库')
    expect(existsSync(here.path('对象-待改正.csv'))).toBe(true)
    expect(await here.done('show', 'targets', 'N1')).toMatchObject({ library: 'targets' })
  })

  it('offers no rows of a file that lacks a heading or is wrong in every row', async () => {
    const here = base.copy()
    const files: [string, ...Step[]][] = [
      ['对象编号,监管部门\nN1,JIA\n', '检查对象名录库'],
      ['对象编号,名称,监管部门\nN2,坏店,没有\n'],
    ]
    for (const [content, ...library] of files) {
      here.file('对象.csv', content)
      const { offered } = await sitting(here, ['导入文件', '对象.csv', ...library, BACK, BACK, '退出'])
      expect(offered.join()).toContain('指明表头在第几行')
      expect(offered.join()).not.toMatch(/导入没有问题的行|导入，并停用/)
    }
  })

  it('finds a department by its short name, its other names and its code in full width', async () => {
    const here = base.copy()
    here.file('部门.csv', '部门编码,部门名称,简称,别名\nSC,示例区市场监督管理局,市监局,工商局;质监局\n')
    await here.done('import', 'departments', here.path('部门.csv'))
    for (const called of ['市监局', '质监', 'ＳＣ'])
      expect(await done(here, '查一条', '部门', called)).toContain('ssj show departments SC --history')
  })
})
