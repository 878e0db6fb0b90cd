import { beforeAll, describe, expect, it } from 'vitest'
import { SHIPPED_YEARS } from '../../../src/core/calendar/shipped-years.ts'
import { workingDaysAfter } from '../../../src/core/calendar/working-days.ts'
import type { Day } from '../../../src/core/dates.ts'
import { openStore } from '../../../src/store/open.ts'
import { calendarOf } from '../../../src/store/registry/office-calendar.ts'
import { contentOf, csvOf, type Office, office } from '../../helpers/ssj.ts'

const HEADINGS = ['日期', '截止日期', '类型', '节日', '来源']
/** An invented table of 2027: that of 2026, a year later. */
const ROWS = SHIPPED_YEARS.get('2026')!.map(({ first, last, kind, name }) => ({
  日期: first.replace('2026', '2027'),
  截止日期: last.replace('2026', '2027'),
  类型: kind,
  节日: name,
  来源: '示例通知',
}))
// In 2027 these days are no weekends: an invented table keeps the days off alone.
const OFF = ROWS.filter(({ 类型: kind }) => kind === '放假')

let here: Office
beforeAll(async () => {
  here = office()
  await here.done('init')
})

const file = (at: Office, rows: readonly Record<string, string>[]) => at.file('h.csv', csvOf(HEADINGS, rows))
const refused = async (rows: readonly Record<string, string>[], lang = 'zh', ...options: string[]) => {
  const before = contentOf(here.db)
  const ran = await here.ssj('import', 'holidays', file(here, rows), '--lang', lang, ...options)
  expect(ran.code).toBeGreaterThan(0)
  expect(contentOf(here.db)).toBe(before)
  return ran.err
}

describe('a table of holidays', () => {
  it('comes in as it is published, keeps its history, and tells the working days of its year', async () => {
    const at = here.copy()
    await at.done('import', 'holidays', file(at, OFF))
    const store = openStore({ written: at.db, full: at.db }, 0)
    expect(workingDaysAfter(calendarOf(store), '2026-12-31' as Day, 1)).toEqual({ day: '2027-01-04' })
    store.close()
    await at.done('add', 'holidays', '--set', '日期=2027-10-01', '--set', '截止日期=2027-10-08')
    const { versions } = await at.done('show', 'holidays', '2027-10-01', '--history')
    expect(versions).toHaveLength(2)
    expect(await at.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('takes the place of its year, and leaves the others', async () => {
    const at = here.copy()
    await at.done('import', 'holidays', file(at, OFF))
    const years = ROWS.map(row => ({
      ...row,
      日期: row.日期.replace('2027', '2026'),
      截止日期: row.截止日期.replace('2027', '2026'),
    }))
    const { files } = await at.done('import', 'holidays', file(at, years), '--replace', '--yes')
    expect(files[0]).toMatchObject({ new: years.length, retired: 0 })
    const moved = OFF.map(row => (row.节日 === '端午节' ? { ...row, 日期: '2027-06-18' } : row))
    const again = await at.done('import', 'holidays', file(at, moved), '--replace', '--yes')
    expect(again.files[0]).toMatchObject({ new: 1, retired: 1 })
  })

  it('with a gap is refused in a sentence, and nothing is written', async () => {
    const rows = OFF.filter(({ 节日: name }) => name !== '端午节')
    expect(await refused(rows)).toMatch(/节假日表不能用来计算工作日：2027 年缺端午节[\s\S]*国务院办公厅/)
    expect(await refused(rows, 'en')).toMatch(/2027 lacks 端午节/)
    expect(await refused(rows, 'zh', '--dry-run')).toMatch(/2027 年缺端午节/)
  })

  it('that contradicts itself is refused', async () => {
    const worked = { 日期: '2027-10-02', 截止日期: '', 类型: '上班', 节日: '国庆节', 来源: '示例通知' }
    expect(await refused([...OFF, worked])).toContain('2027-10-02 既放假又上班')
    const tuesday = { ...worked, 日期: '2027-10-12' }
    expect(await refused([...OFF, tuesday])).toContain('2027-10-12 不是周末')
  })

  it('names row and column of a line that is none', async () => {
    expect(await refused([{ ...OFF[0]!, 来源: '' }, ...OFF.slice(1)])).toMatch(/第 2 行[\s\S]*来源/)
    expect(await refused([{ ...OFF[0]!, 类型: '半天' }, ...OFF.slice(1)])).toMatch(
      /第 2 行 C 列（类型）“半天”/,
    )
    expect(await refused([{ ...OFF[0]!, 日期: '2027-02-30' }, ...OFF.slice(1)])).toMatch(/第 2 行 A 列/)
  })

  it('cannot lose a line by itself', async () => {
    const at = here.copy()
    await at.done('import', 'holidays', file(at, OFF))
    const ran = await at.ssj('retire', 'holidays', '2027-10-01', '--reason', '有误')
    expect([ran.code, ran.err.includes('缺国庆节')]).toEqual([2, true])
  })
})
