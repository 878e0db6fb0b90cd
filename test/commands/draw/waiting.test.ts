import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office, raw } from '../../helpers/ssj.ts'

/** Eight targets: T01 to T06 of 甲局, T05 to T08 of 乙局; two inspectors each, five visits a year. */
let base: Office
beforeAll(async () => {
  const five = { 年度上限: '5' }
  const item = { 抽查事项: '示例', 检查依据: '《示例法》', 事项类别: '一般' }
  base = await miniature({
    targets: [...targets(4), ...targets(2, { 监管部门: 'JIA;YI' }, 5), ...targets(2, { 监管部门: 'YI' }, 7)],
    inspectors: [...inspectors(3, five), ...inspectors(2, { ...five, 所属部门: 'YI' }, 4)],
    items: [
      { ...item, 事项编码: 'G1', 抽查比例: '50%', 抽查频次: '2次/年' },
      { ...item, 事项编码: 'G2', 抽查比例: '100%', 抽查频次: '1次/年' },
    ],
  })
})

const SPAN = ['--from', '2026-03-01', '--to', '2026-03-31']
const BY = ['--reason', '有误', '--approver', '示例局长']
const where = (...codes: string[]) => ['--where', `对象编号=${codes.join(',')}`]
const freeze = (here: Office, id: string, count: number, ...options: string[]) =>
  here.ssj('draw', 'freeze', '--id', id, '--lead', 'JIA', '--count', `${count}`, ...SPAN, ...options)

/** The exclusions, frame and pool of a draw that was frozen with these options. */
async function outcome(here: Office, id: string, count: number, ...options: string[]) {
  const folder = here.path(`to-${id}`)
  const { err, out } = await freeze(here, id, count, ...options, '--to', folder)
  expect(err).toBe('')
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').slice(1)
  const frame = lines('frame.csv').map(line => line.split(',').slice(1, 3).join(' '))
  return { excluded: lines('exclusions.csv'), frame, out }
}

describe('a draw that is frozen and not yet run', () => {
  test('counts for cap-total until it is void, or run and then by whom it drew', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-total', '1')
    expect((await freeze(here, 'A', 1, ...where('T01', 'T02'))).err).toBe('')
    const [run, voided] = [here.copy(), here.copy()]
    const { excluded, frame, out } = await outcome(here, 'B', 1)
    expect(excluded).toEqual(['T01,waiting-cap-total:2026-0001', 'T02,waiting-cap-total:2026-0001'])
    expect(frame).toHaveLength(4)
    expect(out).toMatch(/排除：在已冻结未抽取的名单中，抽中即达年度检查上限（各部门合计） +2\n/)

    await voided.done('draw', 'void', '1', ...BY)
    expect((await outcome(voided, 'B', 1)).excluded).toEqual([])
    await run.done('draw', 'run', 'A', '--seed', '1')
    expect((await outcome(run, 'B', 1)).excluded).toEqual([expect.stringMatching(/^T0[12],cap-total:1$/)])
  })

  test('is added to what was drawn: a cap of two leaves room for one more', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-total', '2')
    await freeze(here, 'A', 1, ...where('T01', 'T02'))
    expect((await outcome(here, 'B', 1, ...where('T01'))).excluded).toEqual([])
    expect((await outcome(here, 'C', 1)).excluded).toEqual(['T01,waiting-cap-total:2026-0002'])
  })

  test('keeps its departments away from a target by cap-department and by 已抽排除 同部门', async () => {
    const here = base.copy()
    await freeze(here, 'A', 1, ...where('T04', 'T05'))
    const window = here.copy()
    await here.done('rules', 'set', 'cap-department', '1')
    const capped = await outcome(here, 'B', 1, '--with', 'YI')
    expect(capped.excluded).toEqual(['T04,waiting-cap-department:2026-0001'])
    expect(capped.frame).toContain('T05 YI')
    const kept = await outcome(window, 'B', 1, '--with', 'YI', '--exclude-drawn', '本年同部门')
    expect(kept.excluded).toEqual(['T04,waiting-drawn:2026-0001'])
    expect(kept.frame).toContain('T05 YI')
  })

  test('counts for 已抽排除; a frame that is left too small is refused, and names the draw and the rule', async () => {
    const here = base.copy()
    await freeze(here, 'A', 1, ...where('T01', 'T02', 'T03'))
    const more = here.copy()
    expect((await outcome(more, 'B', 3, '--exclude-drawn', '本年')).excluded).toHaveLength(3)
    const before = contentOf(here.db)
    const zh = await freeze(here, 'B', 4, '--exclude-drawn', '本年')
    expect([zh.code, zh.err]).toEqual([
      2,
      'ssj: 任务“B”不能冻结：需要 4 户，只剩 3 户；另有 3 户在已冻结未抽取的名单中（2026-0001），抽中即不得再抽\n' +
        'ssj: 提示：先抽取或作废 2026-0001，再冻结。规则 waiting-draws（已冻结未抽取的抽取）现为“计入”，是默认值\n',
    ])
    const en = await freeze(here, 'B', 4, '--exclude-drawn', '本年', '--lang', 'en')
    expect(en.err).toContain('needs 4 targets and 3 are left; 3 others stand in frames of draws')
    expect(contentOf(here.db)).toBe(before)
    await here.done('rules', 'set', 'waiting-draws', '不计')
    expect((await outcome(here, 'B', 4, '--exclude-drawn', '本年')).excluded).toEqual([])
  })

  test('counts with its take for the rate of an item, with its frame for the frequency', async () => {
    const here = base.copy()
    await freeze(here, 'A', 2, '--items', 'G1')
    const zh = await freeze(here, 'B', 2, '--items', 'G1')
    expect(zh.err).toContain(
      '6 户至多抽 3 户；本年已抽 0 户，已冻结未抽取的至多再抽 2 户，本次至多再抽 2 户，超出 1 户',
    )
    const en = await freeze(here, 'B', 2, '--items', 'G1', '--lang', 'en')
    expect(en.err).toContain('0 were drawn this year, draws that are frozen and not yet run may add 2, and')
    expect((await freeze(here, 'B', 1, '--items', 'G1')).err).toBe('')
    await freeze(here, 'C', 1, '--items', 'G2', ...where('T01'))
    expect((await outcome(here, 'D', 1, '--items', 'G2')).excluded).toEqual([
      'T01,waiting-frequency:2026-0003',
    ])
  })

  test('lowers what the yearly limit of people allows by an even share of its seats', async () => {
    const here = base.copy()
    await freeze(here, 'A', 4)
    expect((await freeze(here, 'B', 1, ...where('T01'))).err).toBe('')
    const kept = raw(here.db).prepare("select bytes from draw_file where draw = ? and name = 'pool.csv'")
    const { bytes } = kept.get('2026-0002') as { bytes: Buffer }
    const pool = bytes.toString().trimEnd().split('\n').slice(1)
    expect(pool.map(line => line.split(',').slice(4).join())).toEqual(['2,0', '2,0', '2,0'])
    await here.done(
      'draw',
      'freeze',
      '--id',
      'C',
      '--lead',
      'JIA',
      '--count',
      '2',
      ...SPAN,
      ...where('T01', 'T02'),
    )
    const last = await freeze(here, 'D', 1)
    expect(last.code).toBe(2)
    await here.done('draw', 'void', '1', ...BY)
    expect((await freeze(here, 'D', 1)).err).toBe('')
  })

  test('is no other draw for the attempts at its own task: it stays as it was frozen', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-total', '1')
    await freeze(here, 'A', 1, ...where('T01', 'T02'))
    expect((await freeze(here, 'A', 1, ...where('T01', 'T02'))).code).toBe(0)
    await freeze(here, 'B', 1, '--lead', 'YI')
    expect((await freeze(here, 'A', 1, ...where('T01', 'T02'))).code).toBe(0)
    for (const id of ['A', 'B']) await here.done('draw', 'run', id, '--seed', '1')
  })
})
