import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

let office: Office
let target: string
const problem = () => ({
  ...{
    任务编号: 'A',
    对象编号: target,
    检查部门: '甲局',
    抽查事项: 'S1',
    检查日期: '2026-03-02',
    检查结果代码: 'A',
  },
  ...{ 发现问题: '无食品经营许可证', 处置措施: '责令改正', 整改期限: '2026-04-15' },
})
const importing = (here: Office, ...rows: Record<string, string>[]) =>
  here.done('import', 'results', here.file('r.csv', csvFrom(rows)))

beforeAll(async () => {
  office = await drawnOffice()
  target = (await standing(office)).drawn[0]!
})
const here = () => atTime(office, LATER)

describe('a problem', () => {
  it('is open with its deadline until it has an end', async () => {
    const at = here()
    await importing(at, problem(), {
      ...problem(),
      抽查事项: 'S2',
      检查结果代码: '1',
      发现问题: '',
      处置措施: '',
      整改期限: '',
    })
    const open = await at.done('results', 'list', '--open')
    expect(open.results).toMatchObject([
      { item: 'S1', followUp: { settled: '未完结', deadline: '2026-04-15' } },
    ])
    const handed = {
      ...problem(),
      立案号: '示市监立〔2026〕7号',
      接收部门: '区公安分局',
      移送日期: '2026-04-20',
      处罚结果: '',
    }
    await importing(at, handed)
    await importing(at, { ...handed, 处罚结果: '罚款 500 元', 完结状态: '已完结', 完结日期: '2026-05-01' })
    expect((await at.done('results', 'list', '--open')).results).toEqual([])
    const [result] = (await at.done('results', 'list', `2026-0001/${target}/JIA/S1`)).results
    expect(result.followUp).toMatchObject({
      ...{ caseNumber: '示市监立〔2026〕7号', receiver: '区公安分局', transferred: '2026-04-20' },
      ...{ penalty: '罚款 500 元', settled: '已完结', closed: '2026-05-01' },
    })
  })

  it('is looked at again by a visit that counts, once however often it is said', async () => {
    const at = here()
    const again = { ...problem(), 复查日期: '2026-04-16', 复查结果: '1', 完结状态: '已完结' }
    await importing(at, again, { ...again, 抽查事项: 'S2', 发现问题: '未明码标价' })
    await importing(at, { ...again, 处理结果: '已办证' })
    const { visits } = await at.done('visit', 'list', '--target', target)
    expect(visits).toMatchObject([
      {
        target,
        department: 'JIA',
        day: '2026-04-16',
        cause: '复查',
        reference: `2026-0001/${target}/JIA/S1`,
        counted: true,
      },
    ])
  })
})

describe('what one department found', () => {
  it.each(['zh', 'en'])(
    'stands in the calendar of the firm and beside its certificate, with item, team and state (%s)',
    async lang => {
      const at = here()
      await importing(at, problem(), {
        ...problem(),
        检查部门: '乙局',
        抽查事项: 'S3',
        检查结果代码: '1',
        发现问题: '',
        处置措施: '',
        整改期限: '',
      })
      await at.done('results', 'review', '1', '--department', '乙局', '--approver', '科长')
      const { results } = await at.done('show', 'targets', target, '--history')
      expect(results).toMatchObject([
        {
          department: 'JIA',
          item: { code: 'S1', name: '食品安全' },
          outcome: 'A',
          state: 'entered',
          team: [{}, {}],
        },
        { department: 'YI', item: { code: 'S3', name: '公共场所卫生' }, outcome: '1', state: 'reviewed' },
      ])
      const { out } = await at.ssj('show', 'targets', target, '--history', '--lang', lang)
      for (const told of [
        '2026-03-02',
        'S1 食品安全',
        '无食品经营许可证',
        '发现问题待后续处理',
        '2026-04-15',
      ])
        expect(out).toContain(told)
      const certificate = await at.ssj('certify', '1', target, '--lang', lang)
      expect(certificate.out).toContain(
        lang === 'zh' ? '本机关记录的检查结果' : 'results on record at the office',
      )
      expect(certificate.out).toContain('无食品经营许可证')
    },
  )
})

describe('what one department found, for the others', () => {
  it('stands where another plans its visit: in the sheet, which reads back as it is', async () => {
    const at = here()
    await importing(at, problem())
    const sheet = at.path('表/2026-0001-乙局.csv')
    await at.done('results', 'sheet', '1', '--to', at.path('表'), '--format', 'csv')
    const told =
      '甲局 2026-03-02 食品安全：发现问题待后续处理、无食品经营许可证（未完结，整改期限2026-04-15）'
    expect(readFileSync(sheet, 'utf8').split(told)).toHaveLength(2)
    expect(readFileSync(at.path('表/2026-0001-甲局.csv'), 'utf8')).not.toContain(told)
    const { files } = await at.done('import', 'results', sheet)
    expect(files).toMatchObject([{ new: 0, issueCount: 0, extra: [] }])
  })

  it('is named with its open problems where a target is no longer asked for', async () => {
    const at = here()
    await importing(at, problem())
    const out = ['draw', 'substitute', '1', '--target', target, '--reason', '停业', '--approver', '局领导']
    await at.done(...out, '--despite-results')
    const { owed } = await at.done('report', 'deadlines')
    expect(owed.filter(({ duty }: { duty: string }) => duty === 'rectify')).toMatchObject([
      { target, name: `示例店${target}` },
    ])
  })
})

it('a problem that is public before its end is in time, where the days count from its end', async () => {
  const at = here()
  await importing(at, problem())
  await at.done('results', 'review', '1', '--approver', '科长')
  await at.done('results', 'publish', '1')
  const all = async () => (await at.done('report', 'results')).figures.all
  expect(await all()).toMatchObject({ published: 1, inTime: 1, open: 1 })
  await at.done('rules', 'set', 'publication-of-problems', '检查')
  expect(await all()).toMatchObject({ published: 1, inTime: 0, open: 1 })
})

it('a correction from nothing found to a problem opens it, unless it says otherwise', async () => {
  const at = here()
  const clean = { ...problem(), 检查结果代码: '1', 发现问题: '', 处置措施: '', 整改期限: '' }
  await importing(at, clean)
  await at.done('results', 'review', '1', '--approver', '科长')
  await at.done('results', 'publish', '1')
  const key = `2026-0001/${target}/JIA/S1`
  const approved = ['--reason', '复核', '--approver', '科长']
  const found = ['results', 'correct', key, '--set', '检查结果代码=B', '--set', '发现问题=无标识']
  const ended = await at.ssj(...found, '--set', '完结状态=已完结', ...approved)
  expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('完结须有结果')])
  await at.done(...found, ...approved)
  expect((await at.done('results', 'list', '--open')).results).toMatchObject([{ id: key }])
})
