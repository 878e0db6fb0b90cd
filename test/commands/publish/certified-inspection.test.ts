import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { certificateText } from '../../../src/core/publication/certificate/certificate.ts'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

let base: Office
let firm: string
let spared: string
let team: readonly string[]
const row = (department: string, item: string, more: Record<string, string> = {}) => ({
  ...{ 任务编号: 'A', 对象编号: firm, 检查部门: department, 抽查事项: item, 检查日期: '2026-03-02' },
  ...{ 检查结果代码: '1', ...more },
})

beforeAll(async () => {
  base = await drawnOffice()
  const { drawn, reserve, team: teamAt } = await standing(base)
  firm = drawn[0]!
  team = teamAt(firm, 'JIA')
  const known = new Set([...drawn, ...reserve])
  spared = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06'].find(id => !known.has(id))!
  await base.done('export', '1', '--to', base.path('draw'))
  await base.done('export', '1', '--to', base.path('archive'), '--profile', 'archive')
})

const office = () => atTime(base, LATER)
/** S1 and S3 found and published, S2 entered only. */
async function published(here = office()) {
  const rows = [row('甲局', 'S1'), row('乙局', 'S3'), row('甲局', 'S2')]
  await here.done('import', 'results', here.file('r.csv', csvFrom(rows)))
  for (const item of ['JIA/S1', 'YI/S3']) {
    const key = `2026-0001/${firm}/${item}`
    await here.done('results', 'review', key, '--approver', '科长')
    await here.done('results', 'publish', key)
  }
  await here.done('publish', 'results', '--to', here.path('results'))
  return here
}
const items = (certificate: Certified) =>
  Object.fromEntries(
    certificate.inspection!.visits.flatMap(visit =>
      visit.items.map(item => [item.code, item.result] as const),
    ),
  )
interface Certified {
  readonly inspection: {
    readonly visits: readonly {
      readonly department: string
      readonly people: number
      readonly team: readonly string[]
      readonly items: readonly { readonly code: string; readonly name: string; readonly result: unknown }[]
    }[]
  } | null
}

describe('the certificate of a drawn target', () => {
  it('carries team, items of the frozen list and results, what is not public without what was found', async () => {
    const here = await published()
    const certificate = await here.done('certify', '1', firm)
    expect(certificate).toMatchObject({
      spec: 'ssj-certificate/3',
      law: 'ssj-draw/2',
      inspection: {
        officers: 'none',
        visits: [
          {
            department: '甲局',
            due: true,
            people: 2,
            team: [],
            items: [{ code: 'S1', name: '食品安全' }, { code: 'S2' }],
          },
          {
            department: '乙局',
            due: true,
            people: 2,
            team: [],
            items: [{ code: 'S3', name: '公共场所卫生' }],
          },
        ],
      },
    })
    expect(items(certificate)).toMatchObject({
      S1: { state: 'published', inspected: '2026-03-02', text: '未发现问题', outcomes: ['1'] },
      S2: { state: 'unpublished', inspected: '2026-03-02', text: '', outcomes: [], published: '' },
      S3: { state: 'published' },
    })
    const { out } = await here.ssj('certify', '1', firm)
    for (const told of [
      '食品安全（S1）',
      '2 人，姓名按办理机关的设置不公开',
      '未发现问题（2026-03-02 检查',
      '尚未公示',
      '应查 3 项，其中 2 项',
    ])
      expect(out).toContain(told)
    const en = await here.ssj('certify', '1', firm, '--lang', 'en')
    expect(en.out).toContain('3 items are due, and the results of 2 public')
  })

  it('names people only as the office lets them be public', async () => {
    const here = office()
    const shown = async (officers: string) =>
      (await here.done('certify', '1', firm, '--officers', officers)).inspection.visits[0].team
    expect(await shown('full')).toHaveLength(2)
    expect((await shown('full')).join()).toContain('（1411020000')
    expect((await shown('masked')).join()).toContain('*')
    expect(await shown('unit')).toEqual(['甲局'])
    here.file('ssj.json', '{"officers": "full"}')
    expect((await here.done('certify', '1', firm)).inspection.officers).toBe('full')
    expect((await here.ssj('certify', '1', firm, '--officers', 'all')).code).toBe(2)
  })

  it('says that every item was done once all results are public', async () => {
    const here = await published()
    const key = `2026-0001/${firm}/JIA/S2`
    await here.done('results', 'review', key, '--approver', '科长')
    await here.done('results', 'publish', key)
    expect((await here.ssj('certify', '1', firm)).out).toContain('已按抽取名单和事项清单履行职责')
  })

  it('holds nothing of an inspection where none is due and none was made', async () => {
    expect((await office().done('certify', '1', spared)).inspection).toBeNull()
  })

  it('tells visits of a void draw, and the people of a substitution', async () => {
    const here = await published()
    const [out] = team
    await here.done(
      ...[
        'draw',
        'substitute',
        '1',
        '--despite-results',
        '--inspector',
        out!,
        '--reason',
        '请假',
        '--approver',
        '局长',
      ],
    )
    const before = await here.done('certify', '1', firm, '--officers', 'full')
    expect(before.inspection.substitutions).toBe(1)
    await here.done(
      ...['draw', 'void', '1', '--reason', '名单有误', '--approver', '局长', '--despite-results'],
    )
    const { inspection } = await here.done('certify', '1', firm)
    expect(inspection.visits.map((visit: { due: boolean }) => visit.due)).toEqual([false, false])
  })
})

describe('verify --certificate', () => {
  const file = async (here: Office, name: string, ...more: string[]) => {
    await here.done('certify', '1', firm, '--to', here.path(name), ...more)
    return here.path(name)
  }
  const check = async (here: Office, folder: string, certificate: string, ...more: string[]) => {
    const ran = await here.ssj('verify', base.path(folder), '--certificate', certificate, ...more, '--json')
    return { code: ran.code, ...ran.json }
  }

  it.each(['.json', '.html'])(
    'shows items by the folder, team by the archive, results by what was published (%s)',
    async ending => {
      const here = await published()
      const paper = await file(here, `c${ending}`, '--officers', 'full')
      expect(await check(here, 'draw', paper)).toMatchObject({
        code: 0,
        kind: 'holds',
        open: ['occasion', 'name', 'public-seed', 'team', 'results'],
      })
      const results = ['--results', here.path('results')]
      expect(await check(here, 'archive', paper, ...results)).toMatchObject({
        code: 0,
        open: ['occasion', 'name', 'public-seed'],
      })
    },
  )

  it('finds another team, item, result and a correction since', async () => {
    const here = await published()
    const paper = JSON.parse(readFileSync(await file(here, 'c.json', '--officers', 'full'), 'utf8'))
    const forged = (change: (inspection: typeof paper.inspection) => void) => {
      const { digest: _, ...own } = structuredClone(paper)
      change(own.inspection)
      writeFileSync(here.path('forged.json'), certificateText(own))
      return here.path('forged.json')
    }
    const results = ['--results', here.path('results')]
    for (const [wanted, change] of [
      ['followed', own => (own.visits[0].team[0] = '别人')],
      ['followed', own => (own.visits[0].people = 3)],
      ['followed', own => (own.visits[0].items[0].name = '别的事项')],
      ['followed', own => (own.visits[0].items[0].basis = '别的依据')],
      ['followed', own => (own.visits[0].items[0].result.text = '发现问题')],
      ['followed', own => (own.visits[0].items[0].result.inspected = '2026-03-03')],
      ['certificate-form', own => (own.visits[0].items[0].result.state = '')],
    ] as [string, (own: typeof paper.inspection) => unknown][])
      expect(await check(here, 'archive', forged(change), ...results)).toMatchObject({
        code: 1,
        difference: { check: wanted },
      })
    const old = here.path('c.json')
    await here.done(
      ...[
        'results',
        'correct',
        `2026-0001/${firm}/JIA/S1`,
        '--set',
        '检查结果代码=E',
        '--set',
        '发现问题=台账不全',
      ],
      ...['--reason', '复核', '--approver', '局长'],
    )
    await here.done('publish', 'results', '--to', here.path('later'))
    const since = await here.ssj(
      'verify',
      base.path('draw'),
      '--certificate',
      old,
      '--results',
      here.path('later'),
    )
    expect([since.code, since.out]).toEqual([1, expect.stringContaining('已经更正')])
  })

  it('does not hold all the way where the results folder shows less, and refuses what is none', async () => {
    const here = await published()
    const paper = await file(here, 'c.json')
    await here.done('publish', 'results', '--to', here.path('jia'), '--department', '甲局')
    expect(await check(here, 'draw', paper, '--results', here.path('jia'))).toMatchObject({
      code: 1,
      kind: 'so-far',
    })
    const said = await here.ssj(
      'verify',
      base.path('draw'),
      '--certificate',
      paper,
      '--results',
      here.path('jia'),
    )
    expect(said.out).toContain('没有证明所列的全部检查结果')
    expect(await check(here, 'draw', paper, '--results', base.path('draw'))).toMatchObject({
      difference: { check: 'absent' },
    })
    expect((await here.ssj('verify', '--results', here.path('results'), base.path('draw'))).code).toBe(2)
    here.file('empty/x', '')
    expect(await check(here, 'draw', paper, '--results', here.path('empty'))).toMatchObject({ code: 2 })
    const changed = readFileSync(here.path('results/results.jsonl'), 'utf8').replace(
      '未发现问题',
      '未发现问题。',
    )
    writeFileSync(here.path('results/results.jsonl'), changed)
    const told = await here.ssj(
      'verify',
      base.path('draw'),
      '--certificate',
      paper,
      '--results',
      here.path('results'),
    )
    expect([told.code, told.out]).toEqual([1, expect.stringContaining('results.jsonl')])
  })
})
