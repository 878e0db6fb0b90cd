import { copyFileSync } from 'node:fs'
import { csvFrom, inspectors, miniature, targets } from './miniature.ts'
import { type Office, office } from './ssj.ts'

export const ITEMS = [
  { 事项编码: 'S1', 抽查事项: '食品安全', 检查主体: '甲局' },
  { 事项编码: 'S2', 抽查事项: '明码标价', 检查主体: '甲局' },
  { 事项编码: 'S3', 抽查事项: '公共场所卫生', 检查主体: '乙局' },
]

/** When results of {@link drawnOffice} come in: the draw was made on 2026-02-03. */
export const LATER = '2026-05-20T02:00:00Z'

/** An office with a draw of 3 of 6 targets by 甲局 (two items) and 乙局 (one), of task A, some time after it. */
export async function drawnOffice(): Promise<Office> {
  const made = await miniature({
    items: ITEMS,
    targets: targets(6, { 监管部门: 'JIA;YI' }),
    inspectors: [
      ...inspectors(4, { 执法证号: '' }).map((row, i) => ({ ...row, 执法证号: `1411020000${i + 1}` })),
      ...inspectors(4, { 所属部门: 'YI' }, 5),
    ],
  })
  const task = ['--lead', 'JIA', '--with', 'YI', '--items', 'S1;S2;S3', '--count', '3', '--reserve', '2']
  const period = ['--from', '2026-02-10', '--to', '2026-04-30']
  await made.done('draw', 'run', ...task, ...period, '--id', 'A', '--seed', 'x')
  return atTime(made, LATER)
}

/** The same office at another time. */
export function atTime(made: Office, now: string): Office {
  const later = office(now)
  copyFileSync(made.db, later.db)
  return later
}

/** Who was drawn and seated in draw 1: by target the team of each department, and the first in reserve. */
export async function standing(here: Office): Promise<{
  readonly drawn: readonly string[]
  readonly reserve: readonly string[]
  readonly team: (target: string, department: string) => readonly string[]
}> {
  const { selection }: { selection: readonly Selected[] } = await here.done('draw', 'show', '1')
  const of = (status: string) => selection.filter(row => row.standing === status).map(({ target }) => target)
  return {
    drawn: [...of('drawn'), ...of('called')],
    reserve: of('reserve'),
    team: (target, department) =>
      selection
        .flatMap(row => (row.target === target ? row.team : []))
        .flatMap(seat => (seat.department === department ? [seat.inspector] : [])),
  }
}

/** Enters and reviews three results of 甲局 in the office of {@link drawnOffice}, at two firms: nothing found, put right, still open. */
export async function reviewedResults(here: Office): Promise<readonly [firm: string, other: string]> {
  const [firm, other] = (await standing(here)).drawn as [string, string]
  const row = (target: string, item: string, code: string, found: string) => ({
    ...{ 任务编号: 'A', 对象编号: target, 检查部门: '甲局', 抽查事项: item, 检查日期: '2026-03-02' },
    ...{ 检查结果代码: code, 发现问题: found, 完结状态: code === 'A' ? '未完结' : '' },
  })
  const rows = [row(firm, 'S1', '1', ''), row(firm, 'S2', 'F', ''), row(other, 'S1', 'A', '未亮证经营')]
  await here.done('import', 'results', here.file('r.csv', csvFrom(rows)))
  await here.done('results', 'review', '1', '--approver', '科长')
  return [firm, other]
}

interface Selected {
  readonly target: string
  readonly standing: string
  readonly team: readonly { readonly department: string; readonly inspector: string }[]
}
