import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../src/core/hash.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { cellsOf, contentOf, filesIn, type Office, raw } from '../../helpers/ssj.ts'

const BY = ['--approver', '局领导'] as const
const CLOSED = ['--reason', 'closed', ...BY] as const
const PERIOD = ['--from', '2026-03-01', '--to', '2026-03-31'] as const

/** A draw of two targets with two reserves, matched by two of five people each. */
async function drawn(cells: Readonly<Record<string, string>> = {}, people = 5): Promise<Office> {
  const here = await miniature({ targets: targets(6), inspectors: inspectors(people, cells) })
  await here.done(
    ...['draw', 'run', '--lead', 'JIA', '--count', '2', '--reserve', '2', '--id', 'A', ...PERIOD],
    ...['--seed', 'x'],
  )
  return here
}

interface Shown {
  readonly target: string
  readonly standing: string
  readonly team: readonly { readonly inspector: string }[]
}

const shown = async (here: Office): Promise<Shown[]> => (await here.done('draw', 'show', '1')).selection
const standing = async (here: Office, place: string) =>
  (await shown(here)).filter(row => row.standing === place).map(row => row.target)

/** The refusal in both languages and as data; nothing is written. */
async function refused(here: Office, ...argv: string[]) {
  const before = contentOf(here.db)
  const words = ['draw', 'substitute', '1', ...argv]
  const [zh, en] = [await here.ssj(...words), await here.ssj(...words, '--lang', 'en')]
  const { error } = (await here.ssj(...words, '--json')).json
  expect([zh.code, en.code, zh.out, en.out]).toEqual([2, 2, '', ''])
  expect(zh.err).toMatch(/[\u4e00-\u9fff]/)
  expect(contentOf(here.db)).toBe(before)
  return { error, zh: zh.err, en: en.err }
}

describe('draw substitute of a target', () => {
  it('calls the reserves in their order, each with a team, and keeps the others', async () => {
    const here = await drawn()
    const before = await shown(here)
    const [out] = await standing(here, 'drawn')
    const reserves = await standing(here, 'reserve')
    const done = await here.done('draw', 'substitute', '1', '--target', out!, ...CLOSED)
    expect(done).toMatchObject({ number: 1, kind: 'target', reason: { code: 'closed', text: '' } })
    expect(done.changes[0]).toMatchObject({ out, in: reserves[0] })
    expect(done.changes.slice(1).map((row: { seat: number }) => row.seat)).toEqual([1, 2])
    const next = await here.done('draw', 'substitute', '1', '--target', reserves[0]!, ...CLOSED)
    expect(next.changes[0]).toMatchObject({ out: reserves[0], in: reserves[1] })
    const after = await shown(here)
    expect(after.map(row => row.standing).sort()).toEqual(['called', 'drawn', 'fallen', 'fallen'])
    const stayed = before.filter(row => row.standing === 'drawn' && row.target !== out)
    for (const row of stayed) expect(after.find(other => other.target === row.target)).toEqual(row)
    expect(after.find(row => row.standing === 'called')!.team).toHaveLength(2)
    for (const row of after.filter(other => other.standing === 'fallen')) expect(row.team).toEqual([])
    await here.done('draw', 'replay', '1')
    await here.done('log', '--verify')
  })

  it('without an unused reserve is refused, unless the place may stay empty', async () => {
    const here = await drawn()
    for (let i = 0; i < 2; i++) {
      const [out] = await standing(here, 'drawn')
      await here.done('draw', 'substitute', '1', '--target', out!, ...CLOSED)
    }
    const [last] = await standing(here, 'called')
    const { error, en } = await refused(here, '--target', last!, ...CLOSED)
    expect(error).toMatchObject({ code: 'reserves-used-up', details: { stratum: 'all', reserves: 2 } })
    expect(en).toContain('--leave-empty')
    const done = await here.done('draw', 'substitute', '1', '--target', last!, ...CLOSED, '--leave-empty')
    expect(done.changes).toEqual([expect.objectContaining({ out: last, in: '' })])
    await here.done('draw', 'replay', '1')
  })

  it('declines strangers, reserves, who fell out, and reasons of the other kind', async () => {
    const here = await drawn()
    const [out] = await standing(here, 'drawn')
    const [reserve] = await standing(here, 'reserve')
    const code = async (...argv: string[]) => (await refused(here, ...argv)).error.code
    expect(await code('--target', 'T99', ...CLOSED)).toBe('target-not-selected')
    expect(await code('--target', reserve!, ...CLOSED)).toBe('target-is-reserve')
    expect(await code('--target', out!, '--reason', '请假', ...BY)).toBe('reason-not-applicable')
    expect(await code('--target', out!, '--reason', '其他', ...BY)).toBe('reason-needs-words')
    expect(await code('--target', out!, '--reason', 'closed', '--approver', '测试员')).toBe(
      'approver-is-actor',
    )
    expect(await code('--target', out!, '--reason', 'closed', '--approver', '测　试员')).toBe(
      'approver-is-actor',
    )
    expect(await code('--target', out!, '--reason', ' ', ...BY)).toBe('missing-option')
    expect(await code('--target', out!, '--reason', 'closed')).toBe('missing-option')
    expect(await code(...CLOSED)).toBe('one-of-options')
    expect(await code('--target', out!, '--inspector', 'P1', ...CLOSED)).toBe('one-of-options')
    expect(await code('--target', out!, '--department', 'JIA', ...CLOSED)).toBe('option-not-applicable')
    expect(await code('--target', out!, ...CLOSED, '--evidence', here.path('none'))).toBe('no-such-file')
    expect(await code('--target', out!, ...CLOSED, '--evidence', here.folder)).toBe('unreadable-file')
    expect(await code('--target', out!, '--reason', 'a\u0007b', ...BY)).toBe('invalid-character')
    await here.done('draw', 'substitute', '1', '--target', out!, ...CLOSED)
    expect(await code('--target', out!, ...CLOSED)).toBe('target-already-replaced')
  })

  it('keeps the digest of the evidence, and the words beside the code', async () => {
    const here = await drawn()
    const [out] = await standing(here, 'drawn')
    const photo = here.file('照片.jpg', 'not a picture')
    const done = await here.done(
      ...[
        'draw',
        'substitute',
        '1',
        '--target',
        out!,
        '--reason',
        '停业：现场 核实',
        ...BY,
        '--evidence',
        photo,
      ],
    )
    const evidence = { file: '照片.jpg', bytes: 13, sha256: sha256Hex('not a picture') }
    expect(done).toMatchObject({ reason: { code: 'closed', text: '现场 核实' }, evidence })
    const { entries } = await here.done('log')
    expect(entries.at(-1)).toMatchObject({ action: 'substitute', subject: { evidence, out } })
    expect((await here.done('draw', 'show', '1')).substitutions[0]).toMatchObject({ evidence })
  })
})

describe('draw substitute of an inspector', () => {
  it('fills each seat again, the others kept, and only the visits that were named', async () => {
    const here = await drawn({}, 3)
    const before = await shown(here)
    const visits = (rows: readonly Shown[], name: string) =>
      rows.filter(row => row.team.some(({ inspector }) => inspector === name)).map(row => row.target)
    const twice = ['P1', 'P2', 'P3'].find(name => visits(before, name).length === 2)!
    const [one] = visits(before, twice)
    await here.done(
      ...['draw', 'substitute', '1', '--inspector', twice, '--visit', one!, '--reason', '回避', ...BY],
    )
    expect(visits(await shown(here), twice)).toHaveLength(1)
    await here.done('draw', 'substitute', '1', '--inspector', twice, '--reason', 'on-leave', ...BY)
    const after = await shown(here)
    expect(visits(after, twice)).toEqual([])
    for (const row of after.filter(other => other.standing === 'drawn'))
      expect(new Set(row.team.map(({ inspector }) => inspector)).size).toBe(2)
    await here.done('draw', 'replay', '1')
  })

  it('leaves a seat empty that nobody can take, tells so, and goes on from there', async () => {
    const here = await drawn({}, 2)
    const visits = (await shown(here)).filter(row => row.team.some(({ inspector }) => inspector === 'P1'))
    const gone = ['draw', 'substitute', '1', '--inspector', 'P1', '--reason', '请假', ...BY] as const
    const copy = here.copy()
    expect((await copy.ssj(...gone)).out).toContain('无人可以接任，席位空缺')
    const { changes } = await here.done(...gone)
    expect(changes.map((row: { in: string }) => row.in)).toEqual(visits.map(() => ''))
    for (const row of (await shown(here)).filter(other => other.standing === 'drawn'))
      expect(row.team.map(({ inspector }) => inspector)).not.toContain('P1')
    expect((await here.ssj('draw', 'show', '1', '--lang', 'en')).out).toContain('it stays empty')
    await here.done('draw', 'replay', '1')
    const folder = here.path('empty')
    await here.done('export', '1', '--to', folder, '--profile', 'archive')
    expect((await here.done('verify', folder)).kind).toBe('agrees')
    expect(cellsOf(join(folder, 'data', '检查人员替换情况.csv')).at(-1)).toContain('无人接替，席位空缺')
  })

  it('lets nobody come in again at a target that they fell out of', async () => {
    const here = await drawn({}, 3)
    const [row] = await shown(here)
    const [first] = row!.team
    const out = (name: string) =>
      here.done(
        'draw',
        'substitute',
        '1',
        '--inspector',
        name,
        '--visit',
        row!.target,
        '--reason',
        'duty',
        ...BY,
      )
    const { changes } = await out(first!.inspector)
    const next = await out(changes[0].in)
    expect(next.changes[0].in).not.toBe(first!.inspector)
    expect(next.returned).toEqual([])
    await here.done('draw', 'replay', '1')
  })

  it('declines who has no seat, and another department', async () => {
    const here = await drawn({}, 2)
    await here.done(
      'add',
      'inspectors',
      '--set',
      '人员编号=P9',
      '--set',
      '姓名=示例人',
      '--set',
      '所属部门=乙局',
    )
    const code = async (...argv: string[]) =>
      (await refused(here, ...argv, '--reason', '请假', ...BY)).error.code
    expect(await code('--inspector', 'P9')).toBe('inspector-not-seated')
    expect(await code('--inspector', 'P1', '--department', '乙局')).toBe('inspector-of-other-department')
    expect(await code('--inspector', 'P1', '--department', '丙局')).toBe('inspector-of-other-department')
    const [reserve] = await standing(here, 'reserve')
    expect(await code('--inspector', 'P1', '--visit', reserve!)).toBe('target-is-reserve')
  })
})

describe('a draw that is frozen or void', () => {
  it('is not substituted in', async () => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(3) })
    await here.done('draw', 'freeze', '--lead', 'JIA', '--count', '1', '--id', 'A')
    expect((await refused(here, '--target', 'T01', ...CLOSED)).error.code).toBe('draw-not-run')
    await here.done('draw', 'run', 'A', '--seed', 'x')
    await here.done('draw', 'void', '1', '--reason', '有误', ...BY)
    expect((await refused(here, '--target', 'T01', ...CLOSED)).error.code).toBe('draw-void')
  })
})

describe('after substitutions', () => {
  async function changed(): Promise<Office> {
    const here = await drawn()
    const [out] = await standing(here, 'drawn')
    await here.done('draw', 'substitute', '1', '--target', out!, ...CLOSED)
    const row = (await shown(here)).find(other => other.standing === 'called')!
    const { inspector } = row.team[0]!
    await here.done('draw', 'substitute', '1', '--inspector', inspector, '--reason', '病假', ...BY)
    const [next] = await standing(here, 'called')
    await here.done('draw', 'substitute', '1', '--target', next!, '--reason', '迁出', ...BY)
    return here
  }

  it('the archive replays them, and lists who inspects now', async () => {
    const here = await changed()
    const folder = here.path('archive')
    await here.done('export', '1', '--to', folder, '--profile', 'archive')
    const verdict = await here.done('verify', folder)
    expect(verdict.shown).toContain('substitutions')
    expect(verdict.notShown).toEqual([])
    const now = (await shown(here)).filter(row => ['drawn', 'called'].includes(row.standing))
    const list = cellsOf(join(folder, 'data', '公示名单.csv')).slice(1)
    expect(list.map(cells => cells[1])).toEqual(now.map(row => row.target))
    const visits = cellsOf(join(folder, 'data', '检查任务表.csv')).slice(1)
    expect(visits.map(cells => cells[1]).sort()).toEqual(now.map(row => row.target).sort())
    expect(cellsOf(join(folder, 'data', '检查人员替换情况.csv'))).not.toHaveLength(1)
  })

  it('the public folder shows targets and seats, nobody by name, and still agrees', async () => {
    const here = await changed()
    const folder = here.path('public')
    await here.done('export', '1', '--to', folder)
    const rows = cellsOf(join(folder, 'substitutions.csv')).slice(1)
    expect(new Set(rows.map(cells => `${cells[0]} ${cells[1]}`))).toEqual(
      new Set(['1 target', '1 inspector', '2 inspector', '3 target', '3 inspector']),
    )
    for (const [, kind, out, came, , , , reason, approver] of rows)
      if (kind === 'inspector')
        expect([out, came, approver, reason!.includes(':')]).toEqual(['', '', '', false])
    const record = JSON.parse(filesIn(folder).get('record.json')!.toString())
    expect(record.substitutions).toMatchObject({ count: 3 })
    for (const [name, bytes] of filesIn(folder)) {
      // Of the page, what it holds of the draw: its program has words of its own.
      const [data] = /<script type="application\/json".*?<\/script>|^(?!<!doctype)[\s\S]*$/.exec(
        bytes.toString(),
      )!
      expect(data!.replace(/'sha256-[^']+'/, ''), name).not.toMatch(/P\d|示例人/)
    }
    expect((await here.done('verify', folder)).shown).toContain('substitutions')
    const list = cellsOf(join(folder, '检查对象替换情况.csv'))
    expect(list.map(cells => cells[3])).toEqual(['退出原因', '停业关闭', '迁出或搬迁'])
    expect(readFileSync(join(folder, '抽取情况说明.txt'), 'utf8')).toContain('替换检查对象 2 次')
    const called = rows.filter(cells => cells[1] === 'target').map(cells => cells[3])
    expect(cellsOf(join(folder, '公示名单.csv')).at(-1)![1]).toBe(called[1])
  })

  it('visits and later frames count who stands, and earlier ones stay as they were', async () => {
    const here = await drawn({ 年度上限: '9' })
    await here.done('rules', 'set', 'waiting-draws', '不计')
    const [gone] = await standing(here, 'drawn')
    const next = ['--lead', 'JIA', '--count', '1', '--exclude-drawn', '本年', ...PERIOD] as const
    await here.done('draw', 'freeze', ...next, '--id', 'B')
    await here.done('draw', 'substitute', '1', '--target', gone!, ...CLOSED)
    await here.done('draw', 'freeze', ...next, '--id', 'C')
    const now = (await shown(here)).filter(row => ['drawn', 'called'].includes(row.standing))
    const kept = (draw: string, name: string) => {
      const find = raw(here.db).prepare('select bytes from draw_file where draw = ? and name = ?')
      return (find.get(draw, name) as { bytes: Buffer }).bytes.toString().trimEnd().split('\n').slice(1)
    }
    const excludes = (target: string) => `${target},drawn:2026-0001`
    expect(kept('2026-0002', 'exclusions.csv')).toContain(excludes(gone!))
    expect(kept('2026-0003', 'exclusions.csv').sort()).toEqual(now.map(row => excludes(row.target)).sort())
    const left = kept('2026-0003', 'pool.csv').map(line => Number(line.split(',')[4]))
    const visits = now.reduce((sum, row) => sum + row.team.length, 0)
    expect(left.reduce((sum, capacity) => sum + capacity)).toBe(5 * 9 - visits)
    await here.done('draw', 'run', 'B', '--seed', 'y')
    for (const draw of ['1', '2']) await here.done('draw', 'replay', draw)
  })

  it('the notice to who was called in counts the earlier draws, and not one that it fell out of', async () => {
    const here = await drawn()
    const [gone] = await standing(here, 'drawn')
    await here.done('draw', 'substitute', '1', '--target', gone!, ...CLOSED)
    const all = ['--lead', 'JIA', '--rate', '全部', '--id', 'B', ...PERIOD, '--seed', 'y'] as const
    await here.done('draw', 'run', ...all)
    await here.done(
      'draw',
      'run',
      '--lead',
      'JIA',
      '--count',
      '2',
      '--reserve',
      '2',
      '--id',
      'C',
      ...PERIOD,
      '--seed',
      'z',
    )
    const third = (await here.done('draw', 'show', '3')).selection as Shown[]
    const out = third.find(row => row.standing === 'drawn')!.target
    await here.done('draw', 'substitute', '3', '--target', out, ...CLOSED)
    const times = async (draw: string) => {
      await here.done('export', draw, '--to', here.path(`n${draw}`), '--profile', 'archive')
      const html = readFileSync(here.path(`n${draw}/data/检查通知书.html`), 'utf8')
      return [...html.matchAll(/被随机抽取检查共 (\d) 次/g)].map(([, count]) => Number(count))
    }
    const once = (await times('2')).filter(count => count === 1)
    expect(once).toHaveLength(4)
    const first = (await shown(here)).filter(row => ['drawn', 'called'].includes(row.standing))
    const went = new Set(first.map(row => row.target))
    const now = ((await here.done('draw', 'show', '3')).selection as Shown[])
      .filter(row => ['drawn', 'called'].includes(row.standing))
      .map(row => (went.has(row.target) ? 3 : 2))
    expect((await times('3')).sort()).toEqual(now.sort())
  })

  it('an edited line is found, by replay and by the ledger', async () => {
    const here = await changed()
    const past = raw(here.db)
    past.exec('drop trigger substitution_no_update')
    past.exec(
      "update substitution set came = case came when 'P5' then 'P1' else 'P5' end where number = 1 and line = 1",
    )
    past.close()
    expect((await here.ssj('draw', 'replay', '1', '--json')).json.difference).toMatchObject({
      file: 'substitutions.csv',
    })
    expect((await here.ssj('log', '--verify', '--json')).code).toBe(1)
  })
})
