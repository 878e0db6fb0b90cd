import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const OLD = '141102000001231'
const USCC = '91141102058871239H'
const BY = ['--approver', '局领导'] as const
const firm = { 名称: '示例迁码店', 监管部门: 'JIA' }

/** Drawn in February and visited for a complaint under its registration number; the USCC comes afterwards. */
let here: Office
beforeEach(async () => {
  here = await miniature({
    targets: [...targets(2), { 注册号: OLD, ...firm }],
    inspectors: inspectors(4),
  })
  await run('旧', '2026-02-01', '--where', `注册号=${OLD}`, '--id', 'OLD', '--reserve', '0')
  const visit = ['--target', OLD, '--department', 'JIA', '--cause', '投诉举报', '--reference', '1'] as const
  await here.done('visit', 'add', ...visit)
})

async function moves(at: Office): Promise<void> {
  const row = { 统一社会信用代码: USCC, 注册号: OLD, ...firm }
  const { files } = await at.done('import', 'targets', at.file('moved.csv', csvFrom([row])))
  expect(files[0]).toMatchObject({ new: 0, changed: 1 })
}

const run = (name: string, from: string, ...options: string[]) =>
  here.done(
    ...['draw', 'run', '--lead', 'JIA', '--rate', '全部', '--name', name, '--from', from],
    // The period is over by now: freezing it still needs a reason.
    ...['--seed', 'x', '--reason', '补录', ...options],
  )

/** What a later freeze excludes, and its recusals. */
async function frozen(...options: string[]): Promise<{ excluded: string; recused: string }> {
  const words = ['draw', 'run', '--lead', 'JIA', '--rate', '全部', '--from', '2026-03-01', '--seed', 'y']
  const { draw } = await here.done(...words, ...options)
  const folder = here.path(`to-${draw}`)
  await here.done('export', draw, '--profile', 'archive', '--to', folder)
  await here.done('draw', 'replay', draw)
  const rows = (name: string) => readFileSync(`${folder}/data/${name}`, 'utf8')
  return { excluded: rows('exclusions.csv'), recused: rows('recusals.csv') }
}

describe('a firm that moved from its registration number to its USCC', () => {
  it.each([
    ['已抽排除', [], ['--exclude-drawn', '本年'], 'drawn:2026-0001'],
    ['cap-total', ['cap-total', '2'], [], 'cap-total:2'],
    ['cap-department', ['cap-department', '2'], [], 'cap-department:JIA'],
  ])('counts as drawn and visited before: %s', async (_, rule, options, reason) => {
    await moves(here)
    if (rule.length > 0) await here.done('rules', 'set', ...rule)
    expect((await frozen(...options)).excluded).toContain(`${USCC},${reason}`)
  })

  it('was not drawn by a draw that is void, nor visited when the visit was struck', async () => {
    await moves(here)
    await here.done('draw', 'void', '1', '--reason', '误', ...BY)
    await here.done('visit', 'strike', 'C2026-0001', '--reason', '误')
    await here.done('rules', 'set', 'cap-total', '1')
    expect((await frozen('--exclude-drawn', '本年')).excluded).not.toContain(USCC)
  })

  it('keeps the people of last time away where they rotate', async () => {
    await moves(here)
    const [row] = (await here.done('draw', 'show', '1')).selection
    const { recused } = await frozen('--rotate', '是')
    expect(row.team).toHaveLength(2)
    for (const { inspector } of row.team) expect(recused).toContain(`${inspector},${USCC}\n`)
  })

  it('leaves draws of before the move as they were', async () => {
    await run('其间', '2026-02-10', '--exclude-drawn', '本年')
    await moves(here)
    await here.done('draw', 'replay', '1')
    await here.done('draw', 'replay', '2')
    await here.done('log', '--verify')
  })

  it.each([OLD, USCC])('goes by %s: calendar, visits, certificate and substitution', async name => {
    await moves(here)
    const { visits } = await here.done('show', 'targets', name, '--history')
    expect(visits.map(({ kind }: { kind: string }) => kind)).toEqual(['drawn', 'case'])
    expect((await here.done('visit', 'list', '--target', name)).visits).toHaveLength(1)
    expect((await here.done('certify', '1', name)).finding).toMatchObject({ verdict: 'drawn' })
    const reason = ['--reason', 'moved', ...BY, '--leave-empty'] as const
    const gone = await here.done('draw', 'substitute', '1', '--target', name, ...reason)
    expect(gone.changes[0]).toMatchObject({ out: OLD })
    expect((await here.done('show', 'targets', name, '--history')).visits).toHaveLength(1)
  })

  it('is merged under the number that both draws know, and covered once in the report', async () => {
    await run('其间', '2026-02-01', '--where', `注册号=${OLD}`, '--id', 'MID')
    await moves(here)
    await here.done('draw', 'merge', '1', '2', '--target', USCC, ...BY)
    expect((await here.done('draw', 'merge')).merged).toMatchObject([{ target: OLD }])
    const told = await here.done('report', 'coverage')
    expect(told).toMatchObject({ targets: 3, visited: 1, visits: 1 })
  })
})
