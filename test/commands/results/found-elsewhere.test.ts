import { beforeAll, describe, expect, it } from 'vitest'
import { atTime, drawnOffice, LATER, reviewedResults } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

let base: Office
let firm: string
let other: string

beforeAll(async () => {
  base = await drawnOffice()
  ;[firm, other] = await reviewedResults(base)
})

const visit = (department: string, date = '2026-05-18', target = firm) => [
  ...['visit', 'add', '--target', target, '--department', department],
  ...['--cause', '投诉举报', '--reference', '12345', '--date', date],
]
const draw = (lead: string, id: string, ...more: string[]) => [
  'draw',
  'run',
  '--lead',
  lead,
  '--items',
  'S1;S2;S3',
  '--rate',
  '全部',
  '--id',
  id,
  '--seed',
  'x',
  ...more,
]

describe('what other departments found (结果互认)', () => {
  it('is told at a visit of another department, and not at one of their own', async () => {
    const here = atTime(base, LATER)
    const ran = await here.ssj(...visit('乙局'))
    expect(ran.out).toMatch(/\n其他部门检查情况（结果互认）：甲局 2026-03-02 食品安全：未发现问题/)
    expect((await here.ssj('--lang', 'en', ...visit('乙局', '2026-05-17'))).out).toMatch(
      /\nwhat other departments found there: 甲局/,
    )
    expect((await here.done(...visit('乙局', '2026-05-16'))).elsewhere).toMatch(/^甲局 2026-03-02/)
    expect((await here.done(...visit('甲局'))).elsewhere).toBe('')
  })

  it('is told of whom a draw took, to each of several departments what the others found', async () => {
    const own = await atTime(base, LATER).done(...draw('甲局', 'B'))
    expect(own.elsewhere).toEqual({ count: 0, told: [] })
    const theirs = await atTime(base, LATER).done(...draw('乙局', 'C'))
    expect(theirs.elsewhere.count).toBe(2)
    expect(theirs.elsewhere.told.map(({ target }: { target: string }) => target)).toContain(firm)
    expect((await atTime(base, LATER).done(...draw('甲局', 'D', '--with', '乙局'))).elsewhere.count).toBe(2)
    const told = (await atTime(base, LATER).ssj(...draw('乙局', 'C'))).out
    expect(told).toMatch(
      /其他部门查过的对象 2 户（.+ssj results sheet 2026-0002 的“其他部门检查情况”）：\n {2}示例店T\d\d（T\d\d）：甲局 2026-03-02/,
    )
    const english = (await atTime(base, LATER).ssj('--lang', 'en', ...draw('乙局', 'C'))).out
    expect(english).toMatch(
      /2 targets inspected by other departments \(.+\):\n {2}示例店T\d\d \(T\d\d\): 甲局/,
    )
  })

  it('is of the year of the visit, and what is open of years before', async () => {
    const later = atTime(base, '2027-02-01T02:00:00Z')
    expect((await later.done(...visit('乙局', '2027-01-28'))).elsewhere).toBe('')
    const open = await later.done(...visit('乙局', '2027-01-28', other))
    expect(open.elsewhere).toMatch(/^甲局 2026-03-02 食品安全：.*未亮证经营（未完结）$/)
  })
})
