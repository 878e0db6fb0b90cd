import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/core/dates.ts'
import { freeze } from '../../src/core/freeze/freeze.ts'
import { library } from '../../src/core/registry/libraries/library.ts'
import { cellCount, columnOf, ID, type RecordCells } from '../../src/core/registry/libraries/record-cells.ts'
import { writeFrozen } from '../../src/store/draws/frozen.ts'
import { type EntryWriter, inEntry } from '../../src/store/entry.ts'
import { freezeInput } from '../../src/store/inputs/freeze-input.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { endRecord, writeRecord } from '../../src/store/registry/registry.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import type { Office } from '../helpers/ssj.ts'

const PLAN = library('plan')

/** A line of the plan as programs before kept it: under its number alone. */
function line(number: string, cells: Record<string, string>): RecordCells {
  const row: RecordCells = Array(cellCount(PLAN)).fill('')
  const said = { code: number, lead: 'JIA', name: `任务${number}`, rate: '25%', team: '2', ...cells }
  for (const [field, value] of Object.entries(said)) row[columnOf(PLAN, field as never)] = value
  return row.with(ID, number)
}

/** What an earlier program wrote, entry by entry, at these moments. */
async function written(
  here: Office,
  ...entries: readonly (readonly [
    at: string,
    action: string,
    work: (store: Store, writer: EntryWriter) => void,
  ])[]
): Promise<void> {
  const store = openStore({ written: here.db, full: here.db } as never, 100)
  for (const [at, action, work] of entries)
    await inEntry(store, { at: `${at}T04:05:06Z`, actor: '旧版' }, action, writer => {
      work(store, writer)
      return { subject: {}, result: null }
    })
  store.close()
}

const write = (row: RecordCells) => (store: Store, writer: EntryWriter) => {
  const standing = store
    .sql<number>('select version from task where id = ? and until is null')
    .pluck()
    .get(row[ID]!)
  if (standing !== undefined) endRecord(writer, PLAN, standing)
  writeRecord(writer, PLAN, row)
}

const end = (number: string) => (store: Store, writer: EntryWriter) => {
  endRecord(
    writer,
    PLAN,
    store.sql<number>('select version from task where id = ? and until is null').pluck().get(number)!,
  )
}

const frozen = (row: RecordCells, today: string) => (store: Store, writer: EntryWriter) => {
  const asked = {
    row,
    entry: writer.entry,
    again: false,
    lateReason: null,
    lending: null,
    sealFrom: null,
    announcing: null,
    now: today,
  }
  const input = freezeInput(store, { ...asked, today: dayOf(today), progress: () => {} })
  // No draw lapsed at the time.
  const draw = freeze({ ...input, values: { ...input.values, 'lapse-days': '0' } })
  const occasion = { day: dayOf(today), frozenAt: today, actor: '旧版', program: 'ssj 0.1.0', again: null }
  writeFrozen(writer, { row, adHoc: false, draw, occasion })
}

/** An office whose commands are called after all that was written. */
async function office(today = '2029-02-21') {
  const here = await miniature({ targets: targets(12), inspectors: inspectors(6) })
  const done: Office['done'] = async (...argv) => {
    const ran = await here.ssjIn({ now: `${today}T04:05:06Z` }, ...argv, '--json')
    expect([ran.err, ran.code]).toEqual(['', 0])
    return ran.json
  }
  return { ...here, done }
}

const OF_2026 = { period: '2026-03-01~2026-06-30', rates: 'A=9%', strata: '信用风险等级' }
const OF_2027 = { period: '2027-03-01~2027-06-30' }

describe('a database of a program that told tasks apart by their number alone', () => {
  it('is split by year: the line whose place a later one took stands again, with its draw, by an entry of its own', async () => {
    const here = await office('2027-02-21')
    const [first, second] = [line('P01', { ...OF_2026, rates: '' }), line('P01', OF_2027)]
    await written(
      here,
      ['2026-02-04', 'import plan', write(first)],
      ['2026-03-01', 'freeze', frozen(first, '2026-03-01')],
      ['2027-01-20', 'import plan', write(second)],
    )
    const { records } = await here.done('list', 'plan')
    expect(records.map(({ id }: { id: string }) => id)).toEqual(['2026/P01', '2027/P01'])
    const { versions } = await here.done('show', 'plan', '2026/P01', '--history')
    expect(versions).toMatchObject([{ until: 7 }, { since: 8, until: null }])
    expect(versions[1].because.reason).toContain('不分年度')
    expect((await here.done('log')).entries.at(-1)).toMatchObject({ action: 'split plan' })
    // The draw is that of 2026, and waits for its seed; the task of 2027 is not drawn.
    await here.done('draw', 'run', '2026/P01', '--seed', 'x', '--reason', '补抽')
    const drawn = await here.done('draw', 'run', 'P01', '--seed', 'y')
    expect(drawn).toMatchObject({ draw: '2027-0001', attempt: 1 })
    for (const draw of ['2026-0001', '2027-0001'])
      expect((await here.done('draw', 'replay', draw)).same).toBe(true)
    const { draws } = await here.done('draw', 'list')
    expect(draws).toMatchObject([
      { task: 'P01', year: '2026', void: null },
      { task: 'P01', year: '2027' },
    ])
    expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it.each([
    ['a correction of the year back', [OF_2027, OF_2026], ['2026/P01']],
    ['a line that was changed within its year', [OF_2026, { ...OF_2026, rate: '9%' }], ['2026/P01']],
    [
      'one without a period, changed a year later',
      [{ period: '' }, { period: '', rate: '9%' }],
      ['2026/P01'],
    ],
    [
      'three years',
      [OF_2026, OF_2027, { period: '2028-01-01~2028-02-01' }],
      ['2026/P01', '2027/P01', '2028/P01'],
    ],
  ])('keeps %s as one task', async (_, lines, ids) => {
    const here = await office()
    const entries = lines.map(
      (cells, i) => [`${2026 + i}-02-20`, 'import plan', write(line('P01', cells))] as const,
    )
    await written(here, ...entries)
    const { records } = await here.done('list', 'plan')
    expect(records.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('leaves what was withdrawn, and asks no second time', async () => {
    const here = await office()
    await written(
      here,
      ['2026-02-20', 'import plan', write(line('P01', OF_2026))],
      ['2026-05-20', 'retire plan', end('P01')],
      ['2027-01-20', 'import plan', write(line('P01', OF_2027))],
      ['2027-01-21', 'import plan', write(line('P02', OF_2026))],
      ['2027-01-22', 'import plan', write(line('P02', OF_2027))],
    )
    const ids = async () => (await here.done('list', 'plan')).records.map(({ id }: { id: string }) => id)
    expect(await ids()).toEqual(['2026/P02', '2027/P01', '2027/P02'])
    await here.done('retire', 'plan', '2026/P02', '--reason', '作废')
    expect(await ids()).toEqual(['2027/P01', '2027/P02'])
  })

  it('goes on in what stands: a change, a result and a withdrawal find it by year and number', async () => {
    const here = await office()
    await written(here, ['2026-02-20', 'import plan', write(line('P01', OF_2026))])
    await here.done('add', 'plan', '--set', '任务编号=P01', '--set', '抽查比例=50%', '--reason', '改')
    const { versions } = await here.done('show', 'plan', 'P01', '--history')
    expect(versions).toMatchObject([
      { id: '2026/P01', rate: '25%', rates: 'A=9%' },
      { id: '2026/P01', rate: '50%', rates: '' },
    ])
    await here.done('retire', 'plan', 'P01', '--reason', '作废')
    expect((await here.done('list', 'plan')).records).toEqual([])
    expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('keeps a result of before under the task that went by its number then', async () => {
    const here = await office()
    const of = library('results')
    const result: RecordCells = Array(cellCount(of)).fill('')
    result[ID] = 'P01/T01/JIA'
    for (const [field, value] of [
      ['task', 'P01'],
      ['target', 'T01'],
      ['department', 'JIA'],
      ['outcome', 'A'],
    ] as const)
      result[columnOf(of, field)] = value
    await written(
      here,
      ['2026-02-20', 'import plan', write(line('P01', { period: '2029-01-01~2029-12-31', rate: '100%' }))],
      ['2026-07-20', 'import results', (_, writer) => writeRecord(writer, of, result)],
    )
    expect((await here.done('list', 'results')).records).toMatchObject([{ id: 'P01/T01/JIA', outcome: 'A' }])
    await here.done('draw', 'run', 'P01', '--seed', 'x')
    // It takes steps under the id that it is kept by, and keeps them under the key that it gets.
    const day = { now: '2029-02-23T02:00:00Z' }
    await here.ssjIn(day, 'results', 'review', 'P01/T01/JIA', '--approver', '科长')
    const row = '任务编号,对象编号,检查部门,检查日期,检查结果\nP01,T01,甲局,2029-02-22,1\n'
    const late = { now: '2029-03-01T02:00:00Z' }
    await here.ssjIn(late, 'import', 'results', here.file('r.csv', row))
    expect((await here.done('list', 'results')).records).toMatchObject([
      { id: '2029-0001/T01/JIA/', task: '2029/P01', outcome: '1' },
    ])
    const { results } = await here.done('results', 'list')
    expect(results).toMatchObject([
      { state: 'entered', steps: [{ step: 'reviewed', approver: '科长' }, { step: 'entered' }] },
    ])
    expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
  })
})
