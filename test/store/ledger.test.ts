/** @module-tag slow */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { SHIPPED_YEARS } from '../../src/core/calendar/shipped-years.ts'
import type { Day } from '../../src/core/dates.ts'
import type { DrawNumber } from '../../src/core/ids.ts'
import { stampedDigest } from '../../src/core/ledger/time-stamp.ts'
import { LIBRARIES as NAMES } from '../../src/core/registry/libraries/field.ts'
import { library } from '../../src/core/registry/libraries/library.ts'
import { BESIDE, writeFiles } from '../../src/store/draws/draw-files.ts'
import { inEntry } from '../../src/store/entry.ts'
import { writeNumber } from '../../src/store/office.ts'
import { openStore } from '../../src/store/open.ts'
import { columnsOf } from '../../src/store/registry/registry.ts'
import { writeDecision } from '../../src/store/results/risk-decisions.ts'
import { SIGNING_KEY } from '../../src/store/schema/ledger-tables.ts'
import { writeVisitCode } from '../../src/store/visit-codes.ts'
import { emptyStore } from '../helpers/schema.ts'
import { contentOf, DISTRICT, district, LIBRARIES, NOW, type Office, raw } from '../helpers/ssj.ts'
import { unsignedToken } from '../helpers/time-stamp.ts'

/** When a draw that was not run has lapsed. */
const LATER = '2026-04-01T00:00:00Z'

/** After the whole road: every table has rows, and every registry table has an ended version. */
let road: Office
let bare: Office
let registries: Office

beforeAll(async () => {
  registries = await district()
  road = registries.copy()
  const other = road.file('more.csv', '部门编码,部门名称\nLS-XX,新局\nLS-YY,旧局\n')
  await road.done('import', 'departments', other)
  await road.done('retire', 'departments', 'LS-YY', '--reason', '撤销')
  await road.done('import', 'experts', join(DISTRICT, 'experts.csv'))
  await road.done('retire', 'experts', 'Z003', '--reason', '聘期届满')
  for (const field of ['title', 'organisation']) {
    const experts = road.file(`${field}.csv`, `编号,姓名,某列\nZ001,钱示例,示例${field}\n`)
    await road.done('import', 'experts', experts, '--map', `某列=${field}`, '--save-map', '外院')
  }
  const own = SHIPPED_YEARS.get('2026')!.map(({ first, last, kind, name, source }) =>
    [first, last, kind, name, source].join(','),
  )
  const holidays = road.file('holidays.csv', ['日期,截止日期,类型,节日,来源', ...own, ''].join('\n'))
  await road.done('import', 'holidays', holidays)
  await road.done('add', 'holidays', '--set', '日期=2026-10-01', '--set', '截止日期=2026-10-08')
  await road.done('retire', 'items', 'WS-01', '--reason', '取消')
  for (const [name, table] of [
    ['甲库', 'one'],
    ['乙库', 'two'],
    ['丙库', 'three'],
  ] as const) {
    const columns = ['--registry', table, '--column', '统一社会信用代码=uscc']
    await road.done('engine', 'add', name, `duckdb:${table}.duckdb`, ...columns)
  }
  await road.done('engine', 'remove', '乙库')
  await road.done('retire', 'inspectors', 'R0003', '--reason', '调离')
  const { records } = await road.done('list', 'targets')
  await road.done('retire', 'targets', records[0].id, '--reason', '注销')
  const recusals = await road.done('list', 'recusals')
  await road.done('retire', 'recusals', recusals.records[0].id, '--reason', '到期')
  await road.done('draw', 'freeze', '14110220261003')
  await road.done('draw', 'run', '14110220261003', '--seed', 'x')
  await inParts(road, '2026-0001')
  await road.done('draw', 'void', '1', '--reason', '有误', '--approver', '局领导')
  await road.done('retire', 'plan', '14110220261002', '--reason', '取消')
  await road.done('draw', 'freeze', '14110220261001', '--sealed')
  await road.done('draw', 'run', '14110220261001', '--seed', 'y')
  await road.done('draw', 'reveal', '2')
  await road.done('rules', 'set', 'grace-days', '30', '--reason', '试行')
  await road.done('rules', 'set', 'grace-days', '60')
  const visit = ['--department', 'LS-SCJG', '--cause', '投诉举报', '--reference', '1', '--remark', '夜间']
  for (const { id } of records.slice(1, 4)) await road.done('visit', 'add', '--target', id, ...visit)
  const cases = records
    .slice(1, 4)
    .map(({ id }: { id: string }, i: number) => `C2026-000${i + 1},${id},LS-SCJG,2026-02-03,R0001,1`)
  const results = road.file(
    'results.csv',
    ['任务编号,对象编号,检查部门,检查日期,检查人员,检查结果代码', ...cases, ''].join('\n'),
  )
  await road.done('import', 'results', results)
  await road.done('retire', 'results', `C2026-0002/${records[2].id}/LS-SCJG/`, '--reason', '录错')
  await road.done('results', 'return', 'C2026-0001', '--reason', '没有写明')
  await road.done('results', 'review', 'C2026-0003', '--approver', '科长')
  await road.done('visit', 'strike', 'C2026-0002', '--reason', '录错')
  const { selection } = await road.done('draw', 'show', '2')
  const out = selection.find((row: { status: string }) => row.status === 'drawn').target
  await road.done('draw', 'substitute', '2', '--target', out, '--reason', '停业', '--approver', '局领导')
  const both = selection.findLast((row: { status: string }) => row.status === 'drawn').target
  const task = [
    '--lead',
    'LS-SCJG',
    '--items',
    'SP-03',
    '--where',
    `统一社会信用代码=${both}`,
    '--count',
    '1',
    '--from',
    '2026-05-01',
  ]
  await road.done('draw', 'run', ...task, '--seed', 'z')
  await road.done('draw', 'merge', '2', '3', '--target', both, '--approver', '局领导', '--reason', '合并')
  await road.done('draw', 'freeze', ...task, '--id', 'LAPSES')
  const { note } = await road.done('log', 'checkpoint', '--origin', '区局/ssj')
  const token = road.file('a.tsr', unsignedToken(stampedDigest(`${note.split('\n\n')[0]}\n`)))
  await road.done('log', 'stamp', '--token', token)
  const early = { now: '2026-02-01T00:00:00Z' }
  await road.ssjIn(early, 'log', 'clock', '--reason', '主板电池', '--approver', '局领导')
  await road.ssjIn(early, 'retire', 'experts', 'Z002', '--reason', '聘期届满')
  for (const telephone of ['12345', '0351-2345678', '']) await road.done('office', 'set', `电话=${telephone}`)
  await road.ssjIn({ now: LATER }, 'rules', 'set', 'cap-total', '9')
  bare = withoutGuards(road.copy())
})

/** A file that is kept in three parts, those of the road being too small to be, a decision on a class of risk, and the code of a visit. */
async function inParts(at: Office, draw: string): Promise<void> {
  const store = openStore({ written: at.db, full: at.db }, 0)
  const files = new Map([[`${BESIDE}parts`, new Uint8Array(7)]])
  const evidence = [{ result: `${draw}/T01/JIA/S1`, ground: 'A', steps: 1, inspected: '2026-03-01' as Day }]
  await inEntry(store, { at: NOW, actor: '测试员' }, 'parts', writer => {
    writeFiles(writer, draw as DrawNumber, files, 3)
    const key = { id: '1', step: 'registered', name: '区局', key: 'AA==', reason: '', approver: '局领导' }
    writer.write(SIGNING_KEY, key)
    const proposal = { id: 'T01', from: 'A', to: 'B', evidence }
    writeNumber(writer, { draw: draw as DrawNumber, paper: 'notice', mark: '示市监', year: 2026, number: 7 })
    writeDecision(writer, proposal, { decision: '同意', reason: '', day: '2026-03-02' as Day })
    writeVisitCode(writer, { draw, target: 'T01', department: 'JIA' }, 'RWM-1')
    return { subject: {}, result: null }
  })
  store.close()
}

const LEDGER = [
  'entry',
  'seal',
  'draw',
  'draw_file',
  'draw_part',
  'run',
  'drawn',
  'seated',
  'void',
  'substitution',
  'merged',
  'paper_number',
  'secret',
  'reveal',
  'checkpoint',
  'time_stamp',
  'clock',
  'ended',
  'result_step',
  'risk_decision',
  'signing_key',
  'visit_code',
]
/** Kept with their history as the registries are, but no registries. */
const KEPT = ['heading_map', 'rule', 'office', 'visit', 'engine']
const REGISTRIES = [...NAMES.map(name => library(name).table), ...KEPT]
/** The columns of a table as the database has them, without those that place a row in the ledger. */
const columnsIn = (table: string) =>
  FRESH.db
    .prepare("select name from pragma_table_info(?) where name not in ('version', 'since', 'until')")
    .pluck()
    .all(table) as string[]
const FRESH = emptyStore()

/** A copy with triggers, indexes and references gone, and changed so: what somebody with the file can do. */
function tampered(...statements: string[]): Office {
  const at = bare.copy()
  const db = raw(at.db)
  for (const sql of statements) expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0)
  db.close()
  return at
}

function withoutGuards(at: Office): Office {
  const db = raw(at.db)
  const triggers = db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()
  for (const name of triggers) db.exec(`drop trigger ${name}`)
  for (const name of REGISTRIES) db.exec(`drop index ${name}_now`)
  db.close()
  return at
}

async function expectBroken(at: Office, wanted: Record<string, unknown>): Promise<void> {
  const ran = await at.ssj('log', '--verify', '--json')
  expect([ran.code, ran.err]).toEqual([1, ''])
  expect(ran.json).toMatchObject({ holds: false, ...wanted })
}

describe('the ledger', () => {
  it('holds after the road', async () => {
    const { entries } = await road.done('log')
    expect(await road.done('log', '--verify')).toEqual({ holds: true, entries: entries.length })
    expect(entries.map((entry: { number: number }) => entry.number)).toEqual(
      entries.map((_: unknown, i: number) => i + 1),
    )
    for (const [i, entry] of entries.entries()) {
      expect(entry.previous).toBe(i === 0 ? '0'.repeat(64) : entries[i - 1].digest)
      const isLater = entries.slice(0, i + 1).some(({ action }: { action: string }) => action === 'lapse')
      if (isLater) {
        expect(entry).toMatchObject({ actor: '测试员', at: LATER })
        continue
      }
      const at = entry.subject.behind || entries[i - 1]?.subject.behind ? '2026-02-01T00:00:00Z' : NOW
      expect(entry).toMatchObject({ actor: '测试员', at })
    }
    const written = entries.flatMap((entry: { rows: { table: string }[] }) =>
      entry.rows.map(row => row.table),
    )
    expect([...new Set(written)].sort()).toEqual(
      [...REGISTRIES, ...LEDGER.filter(table => table !== 'entry' && table !== 'seal')].sort(),
    )
  })

  it('has strict tables only', () => {
    const db = raw(road.db)
    const tables = db
      .prepare(
        "select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'",
      )
      .all() as { name: string; strict: number }[]
    expect(tables.map(({ name }) => name).sort()).toEqual([...LEDGER, ...REGISTRIES].sort())
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
    db.close()
  })

  it.each(NAMES)('keeps exactly the fields of %s', name => {
    const of = library(name)
    const db = raw(road.db)
    const columns = db.prepare(`select name from pragma_table_info('${of.table}')`).raw().all().flat()
    expect(columns).toEqual(['version', 'since', 'until', ...columnsOf(of).split(', ')])
    db.close()
  })

  it('refuses, by triggers, to be changed or shortened', () => {
    const db = raw(road.copy().db)
    for (const table of LEDGER) {
      const column = (
        db.prepare(`select name from pragma_table_info('${table}')`).all()[0] as { name: string }
      ).name
      expect(() => db.exec(`update ${table} set ${column} = ${column}`), table).toThrow('only grows')
      expect(() => db.exec(`delete from ${table}`), table).toThrow('only grows')
    }
    for (const table of REGISTRIES) {
      expect(() => db.exec(`delete from ${table}`), table).toThrow('history is kept')
      expect(() => db.exec(`update ${table} set id = 'x' where until is not null`), table).toThrow(
        'history is kept',
      )
    }
    db.close()
  })
})

describe('whoever tampers is found:', () => {
  /** Entry that wrote the row at the middle of a table, by rowid. */
  function middleOf(table: string): { place: number; entry: number } {
    const db = raw(road.db)
    const since = table === 'entry' ? 'number' : table === 'seal' ? 'entry' : 'since'
    const rows = db
      .prepare(`select rowid as place, ${since} as entry from ${table} order by rowid`)
      .all() as {
      place: number
      entry: number
    }[]
    db.close()
    return rows[Math.floor(rows.length / 2)]!
  }

  // The number of an entry is its place in the chain: another one leaves a gap, which is told of the number before.
  const cells = [...LEDGER, ...REGISTRIES].flatMap(table =>
    columnsIn(table)
      .filter(
        column => !(table === 'entry' && column === 'number') && !(table === 'seal' && column === 'entry'),
      )
      .map(column => ({ table, column })),
  )

  it.each(cells)('a cell of $table, $column', async ({ table, column }) => {
    const { place, entry } = middleOf(table)
    const numeric =
      ['attempt', 'rank', 'seat', 'line', 'size', 'part'].includes(column) ||
      (['substitution', 'paper_number'].includes(table) && ['number', 'year'].includes(column))
    const value = numeric
      ? `${column} + 100`
      : column === 'bytes' || column === 'token'
        ? `cast(${column} || 'x' as blob)`
        : `${column} || 'x'`
    const here = tampered(`update ${table} set ${column} = ${value} where rowid = ${place}`)
    await expectBroken(here, { entry })
  })

  it.each(['zh', 'en'])('in a sentence (%s) that names the entry', async language => {
    const { place, entry } = middleOf('target')
    const here = tampered(`update target set name = 'x' where rowid = ${place}`)
    const ran = await here.ssj('log', '--verify', '--lang', language)
    expect([ran.code, ran.err]).toEqual([1, ''])
    expect(ran.out).toContain(String(entry))
    expect(ran.out).toContain('target')
  })

  it.each([...LEDGER, ...REGISTRIES])('a row taken from %s', async table => {
    const { place, entry } = middleOf(table)
    const here = tampered(`delete from ${table} where rowid = ${place}`)
    await expectBroken(here, { entry })
  })

  it.each(REGISTRIES)('a row put into %s, under an old entry and under none', async table => {
    const columns = columnsIn(table).join(', ')
    const copied = columns.replace(/^id/, "'X1'")
    for (const since of [2, 999]) {
      const here = tampered(
        `insert into ${table} (since, ${columns}) select ${since}, ${copied} from ${table} limit 1`,
      )
      await expectBroken(here, { entry: since, table })
    }
  })

  it('rows put into the tables of draws', async () => {
    const inserts = [
      "insert into drawn select draw, stratum, 900, 'X1', status, since from drawn limit 1",
      "insert into seated select draw, 'X1', department, seat, inspector, since from seated limit 1",
      "insert into draw_file select draw, 'x.csv', since, bytes from draw_file limit 1",
      "insert into draw select '2026-0009', since, 'X', 1, digest, starts, ends, detail from draw limit 1",
      "insert into run select '2026-0009', since, detail from run limit 1",
      "insert into void select '2026-0002', since, reason, approver from void limit 1",
    ]
    for (const insert of inserts) {
      const here = tampered(insert)
      await expectBroken(here, { table: /into (\w+)/.exec(insert)![1] })
    }
  })

  it('an ending moved, made or taken back', async () => {
    for (const table of REGISTRIES) {
      for (const change of [
        'set until = null where until is not null',
        'set until = until - 1 where until is not null',
        'set until = 9 where version = (select max(version) from TABLE where until is null)',
        'set since = 1 where version = (select max(version) from TABLE where since > 1)',
      ]) {
        const here = tampered(`update ${table} ${change.replaceAll('TABLE', table)}`)
        await expectBroken(here, {})
      }
    }
  })

  it('an entry put at the end, with and without a seal', async () => {
    const last = (await road.done('log')).entries.length
    const entry = `insert into entry values (${last + 1}, '2026-02-03T04:05:06Z', '某人', 'import targets')`
    const seal = `insert into seal select ${last + 1}, subject, rows, digest, digest from seal where entry = ${last}`
    const without = tampered(entry)
    await expectBroken(without, { entry: last + 1, problem: 'seal' })
    const sealed = tampered(entry, seal)
    await expectBroken(sealed, { entry: last + 1, problem: 'digest' })
    const lone = tampered(seal)
    await expectBroken(lone, { entry: last + 1, problem: 'chain' })
  })

  it('two rows that changed places', async () => {
    const { place, entry } = middleOf('target')
    const here = tampered(
      `update target set version = -1 where version = ${place}`,
      `update target set version = ${place} where version = ${place + 1}`,
      `update target set version = ${place + 1} where version = -1`,
    )
    await expectBroken(here, { entry, table: 'target' })
  })
})

describe('an import', () => {
  it.each(LIBRARIES)('of the same file of %s twice adds no entry', async name => {
    const before = contentOf(registries.db)
    const again = await registries.done('import', name, join(DISTRICT, `${name}.csv`))
    expect(again.files[0]).toMatchObject({ outcome: 'nothing', entry: null, new: 0, changed: 0 })
    expect(again.files[0].unchanged).toBeGreaterThan(0)
    expect(contentOf(registries.db)).toBe(before)
  })

  it('of changed rows ends their versions and keeps them', async () => {
    const here = registries.copy()
    const file = here.file('one.csv', '人员编号,姓名,所属部门\nR0001,陈改名,LS-SCJG\nR9001,新人,乙方\n')
    expect((await here.ssj('import', 'inspectors', file)).code).toBe(1)
    const good = here.file('two.csv', '人员编号,姓名,所属部门\nR0001,陈改名,LS-SCJG\nR9001,新人,LS-WJT\n')
    const { files } = await here.done('import', 'inspectors', good)
    expect(files[0]).toMatchObject({ outcome: 'written', entry: 7, new: 1, changed: 1, unchanged: 0 })
    expect(files[0].changes).toEqual([
      { id: 'R0001', line: 2, fields: [{ field: '姓名', was: '陈示例', becomes: '陈改名' }] },
    ])
    const { versions } = await here.done('show', 'inspectors', 'R0001', '--history')
    expect(versions.map((v: Record<string, unknown>) => [v.since, v.until, v.name])).toEqual([
      [4, 7, '陈示例'],
      [7, null, '陈改名'],
    ])
    // What the file has no column for keeps its value.
    expect(versions[1]).toMatchObject({ certificate: versions[0].certificate, leader: '是' })
    const past = await here.done('show', 'inspectors', 'R0001', '--at', '6')
    expect(past.versions[0].name).toBe('陈示例')
    expect((await here.done('list', 'inspectors')).count).toBe(199)
    expect((await here.done('list', 'inspectors', '--at', '6')).count).toBe(198)
    expect((await here.done('list', 'inspectors', '--at', '3')).count).toBe(0)
    const early = await here.ssj('show', 'inspectors', 'R9001', '--at', '6')
    expect(early.code).toBe(2)
  })

  it('--dry-run changes nothing and tells what would change', async () => {
    const before = contentOf(registries.db)
    const file = registries.file('dry.csv', '人员编号,姓名,所属部门\nR0001,陈改名,LS-SCJG\n')
    const { files } = await registries.done('import', 'inspectors', file, '--dry-run')
    expect(files[0]).toMatchObject({ outcome: 'dry-run', entry: null, changed: 1 })
    const text = await registries.ssj('import', 'inspectors', file, '--dry-run', '--lang', 'en')
    expect(text.out).toContain('陈改名')
    expect(contentOf(registries.db)).toBe(before)
  })

  it('--replace retires what the file no longer has', async () => {
    const here = registries.copy()
    const lines = readFileSync(join(DISTRICT, 'inspectors.csv'), 'utf8').trimEnd().split('\n')
    const file = here.file('fewer.csv', lines.slice(0, 101).join('\n'))
    const { files } = await here.done('import', 'inspectors', file, '--replace', '--yes')
    expect(files[0]).toMatchObject({ outcome: 'written', retired: 98, unchanged: 100 })
    expect((await here.done('list', 'inspectors')).count).toBe(100)
    expect((await here.done('list', 'inspectors', '--at', '6')).count).toBe(198)
    const again = await here.done('import', 'inspectors', file, '--replace')
    expect(again.files[0].outcome).toBe('nothing')
    await here.done('log', '--verify')
  })

  it('--skip-bad takes the good rows, --rejects keeps the others to be corrected', async () => {
    const here = registries.copy()
    const file = here.file(
      'some.csv',
      '对象编号,名称,监管部门,成立日期\nX1,甲店,市监局,\nX2,,市监局,\nX3,"丙,店",无此局,\nX4,丁店,市监局,2026-02-30\nX5,=戊店,市监局,\n',
    )
    const rejects = here.path('rejects.csv')
    const options = ['--skip-bad', '--rejects', rejects] as const
    const { files } = await here.done('import', 'targets', file, ...options)
    expect(files[0]).toMatchObject({ outcome: 'written', new: 2, refused: 3, issueCount: 3, rejects })
    const text = readFileSync(rejects, 'utf8')
    const [headings, ...lines] = text.slice(1).trimEnd().split('\r\n')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(headings).toBe('对象编号,名称,监管部门,成立日期,原因')
    expect(lines.map(line => line.slice(0, 2))).toEqual(['X2', 'X3', 'X4'])
    expect(lines[1]).toContain('"丙,店"')
    const corrected = here.file(
      'corrected.csv',
      text.replace('X2,,', 'X2,乙店,').replace('无此局,', '市监局,').replace('2026-02-30', '2026-02-28'),
    )
    const second = await here.done('import', 'targets', corrected)
    expect(second.files[0]).toMatchObject({ outcome: 'written', new: 3, issueCount: 0 })
    const { records } = await here.done('list', 'targets', '--where', '对象编号=X*')
    expect(records.map((record: { id: string }) => record.id)).toEqual(['X1', 'X2', 'X3', 'X4', 'X5'])
    expect(records[2].name).toBe('丙,店')
    const taken = await here.ssj('import', 'targets', file, ...options, '--json')
    expect([taken.code, taken.json.error.code]).toEqual([2, 'file-exists'])
  })

  it('the reason of a reject does not become a field of the target', async () => {
    const here = registries.copy()
    const file = here.file('some.csv', '对象编号,名称\nX1,\n')
    await here.done('import', 'targets', file, '--skip-bad', '--rejects', here.path('rejects.csv'))
    const text = readFileSync(here.path('rejects.csv'), 'utf8').replace('X1,,', 'X1,甲店,')
    await here.done('import', 'targets', here.file('corrected.csv', text))
    const { versions } = await here.done('show', 'targets', 'X1')
    expect(versions[0]).toMatchObject({ name: '甲店', extra: {} })
  })
})

describe("a department's own file", () => {
  const file = (at: Office, name: string, rows: string) =>
    at.file(name, `对象编号,名称,所属子库,联系电话\n${rows}`)
  const shown = async (at: Office, id: string) => {
    const { versions } = await at.done('show', 'targets', id)
    return [versions[0].departments, versions[0].libraries]
  }

  it('touches its own memberships only', async () => {
    const here = registries.copy()
    const first = file(here, 'a.csv', 'X1,甲店,餐饮,\nX2,乙店,餐饮,\n')
    await here.done('import', 'targets', first, '--department', '市监局')
    const second = file(here, 'b.csv', 'X1,甲店,公共场所,\nX3,丙店,,\n')
    await here.done('import', 'targets', second, '--department', '区卫体局')
    expect(await shown(here, 'X1')).toEqual(['LS-SCJG;LS-WJT', 'LS-SCJG/餐饮;LS-WJT/公共场所'])
    expect(await shown(here, 'X2')).toEqual(['LS-SCJG', 'LS-SCJG/餐饮'])
    expect(await shown(here, 'X3')).toEqual(['LS-WJT', ''])
    const third = file(here, 'c.csv', 'X3,丙店,公共场所,\n')
    await here.done('import', 'targets', third, '--department', '区卫体局', '--replace', '--yes')
    expect(await shown(here, 'X1')).toEqual(['LS-SCJG', 'LS-SCJG/餐饮'])
    expect(await shown(here, 'X2')).toEqual(['LS-SCJG', 'LS-SCJG/餐饮'])
    expect(await shown(here, 'X3')).toEqual(['LS-WJT', 'LS-WJT/公共场所'])
    await here.done('log', '--verify')
    const { records } = await here.done('list', 'targets', '--where', '分库=LS-SCJG/餐饮')
    expect(records.map((record: { id: string }) => record.id)).toEqual(['X1', 'X2'])
  })

  it('may not contradict what another department registered', async () => {
    const here = registries.copy()
    const first = file(here, 'a.csv', 'X1,甲店,餐饮,\n')
    await here.done('import', 'targets', first, '--department', '市监局')
    const before = contentOf(here.db)
    const second = file(here, 'b.csv', 'X1,甲饭店,餐饮,\n')
    const ran = await here.ssj('import', 'targets', second, '--department', '区卫体局', '--json')
    expect(ran.code).toBe(1)
    expect(ran.json.files[0].issues).toMatchObject([
      {
        row: 2,
        heading: '名称',
        value: '甲饭店',
        code: 'conflict',
        details: {
          id: 'X1',
          departments: 'LS-SCJG',
          fields: [{ field: '名称', was: '甲店', becomes: '甲饭店' }],
        },
      },
    ])
    expect(contentOf(here.db)).toBe(before)
    // Its own record it may correct.
    await here.done('import', 'targets', second, '--department', '市监局')
  })

  it('is for targets, and for a department that there is', async () => {
    const path = file(registries, 'd.csv', 'X1,甲店,,\n')
    const other = await registries.ssj('import', 'items', path, '--department', '市监局', '--json')
    expect([other.code, other.json.error.code]).toEqual([2, 'invalid-option'])
    const none = await registries.ssj('import', 'targets', path, '--department', '无此局', '--json')
    expect([none.code, none.json.error.code]).toEqual([2, 'no-such-record'])
  })
})

describe('history', () => {
  it('keeps a retired record, and takes it back', async () => {
    const here = registries.copy()
    const { entry } = await here.done('retire', 'departments', 'LS-TJJ', '--reason', '机构改革')
    expect(entry).toBe(7)
    expect((await here.ssj('show', 'departments', 'LS-TJJ')).code).toBe(2)
    expect((await here.done('show', 'departments', 'LS-TJJ', '--at', '6')).versions[0].id).toBe('LS-TJJ')
    const twice = await here.ssj('retire', 'departments', 'LS-TJJ', '--reason', '机构改革')
    expect(twice.code).toBe(2)
    await here.done('import', 'departments', join(DISTRICT, 'departments.csv'))
    const { versions } = await here.done('show', 'departments', 'LS-TJJ', '--history')
    expect(versions.map((v: Record<string, unknown>) => [v.since, v.until])).toEqual([
      [1, 7],
      [8, null],
    ])
    const { entries } = await here.done('log')
    expect(entries[6]).toMatchObject({
      action: 'retire departments',
      subject: { id: 'LS-TJJ', reason: '机构改革' },
    })
    await here.done('log', '--verify')
  })

  it('finds a target by its code, its USCC or its registration number', async () => {
    const { versions } = await registries.done('show', 'targets', 'T0000002')
    expect(versions[0].id).toBe('91141102MADE05G33C')
    const lower = await registries.done('show', 'targets', '91141102made05g33c')
    expect(lower.versions).toEqual(versions)
  })

  it('survives a backup, which is a whole database', async () => {
    const path = road.path('backup.db')
    await road.done('backup', path)
    expect(contentOf(path)).toBe(contentOf(road.db))
    expect(await road.done('log', '--verify', '--db', path)).toMatchObject({ holds: true })
    expect((await road.ssj('backup', path)).code).toBe(2)
  })
})
