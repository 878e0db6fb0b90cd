import { expect, it } from 'vitest'
import type { Digest, DrawNumber } from '../../../../src/core/ids.ts'
import { type DrawOfYear, yearOfDraws } from '../../../../src/core/publication/papers/year-of-draws.ts'

const draw = (number: string, change: Partial<DrawOfYear> = {}): DrawOfYear => ({
  ...{ number: number as DrawNumber, task: '示例任务', attempt: 1, digest: 'ab'.repeat(32) as Digest },
  ...{ state: 'drawn', frozen: '2026-03-01', drawn: '2026-03-02', reason: '' },
  ...change,
})

it('lists every draw of the year, waiting and void ones too', () => {
  const { data } = yearOfDraws([
    draw('2026-0001', { state: 'void', reason: '程序有误' }),
    draw('2026-0002', { attempt: 2 }),
    draw('2026-0003', { state: 'frozen', drawn: null }),
  ])
  const rows = data!.rows.map(row => Object.fromEntries(row.map((cell, i) => [data!.headings[i], cell])))
  expect(rows).toMatchObject([
    { 序号: '1', 抽取编号: '2026-0001', 状态: '已作废', 作废原因: '程序有误' },
    { 抽取编号: '2026-0002', 抽取次数: '2', 状态: '已抽取', 抽取日期: '2026-03-02' },
    { 抽取编号: '2026-0003', 状态: '已冻结，尚未抽取', 冻结日期: '2026-03-01', 抽取日期: '' },
  ])
  for (const row of rows) expect(row['承诺摘要（SHA-256）']).toMatch(/^[0-9a-f]{64}$/)
})
