/** @module-tag slow */
import { chmodSync, existsSync, renameSync } from 'node:fs'
import { expect, test } from 'vitest'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { COLUMNS, engineWords, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import { district, type Office, office } from '../../helpers/ssj.ts'

const refused = async (here: Office, ...argv: string[]) => {
  const ran = await here.ssj(...argv, '--json')
  expect(ran.code, ran.out + ran.err).toBe(2)
  return ran.json.error
}

async function fresh(): Promise<Office> {
  const here = office()
  await here.done('init')
  return here
}

const ID = ['--column', 'uscc=u']

test('an engine is named once, listed, and forgotten', async () => {
  const here = await fresh()
  await here.done(
    'engine',
    'add',
    '省库',
    'duckdb:r.duckdb',
    '--registry',
    'firms',
    ...ID,
    '--column',
    '企业名称=n',
  )
  expect((await here.done('engine', 'list')).engines).toEqual([
    {
      name: '省库',
      url: 'duckdb:r.duckdb',
      registry: 'firms',
      columns: { uscc: 'u', name: 'n' },
      password: '',
      draws: 0,
    },
  ])
  expect(await refused(here, 'engine', 'add', '省库', 'duckdb:x', '--registry', 'f', ...ID)).toMatchObject({
    code: 'engine-exists',
  })
  expect(await refused(here, 'engine', 'check', '省厍')).toMatchObject({
    code: 'unknown-engine',
    details: { nearest: '省库' },
  })
  expect((await here.ssj('engine', 'list')).out).toContain('统一社会信用代码=u 名称=n')
  await here.done('engine', 'remove', '省库')
  expect((await here.done('engine', 'list')).engines).toEqual([])
  await here.done('log', '--verify')
})

test('a database that moved keeps its name and its draws', async () => {
  const here = await miniature({ targets: targets(9), inspectors: inspectors(4) })
  await here.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  const [old, now] = ['r', 'moved'].map(name => here.path(`${name}.duckdb`)) as [string, string]
  await onEngine(`duckdb:${old}`, session => fillRegistry(session, targetRows(here)))
  await here.done(...engineWords('e', `duckdb:${old}`))
  await here.done('draw', 'freeze', ...'--engine e --lead JIA --id A --name n --count 2'.split(' '))
  await here.done('draw', 'run', 'A', '--seed', 'x')
  renameSync(old, now)
  expect(await refused(here, 'draw', 'replay', '1')).toMatchObject({ code: 'engine-file' })
  for (const [words, code] of [
    [['e'], 'one-of-options'],
    [['x', '--url', `duckdb:${now}`], 'unknown-engine'],
    [['e', '--url', 'postgres://h/r'], 'engine-kind'],
    [['e', '--url', 'sql:duckdb'], 'engine-kind'],
    [['e', '--url', 'oracle:x'], 'engine-url'],
    [['e', '--password', 'geheim'], 'engine-password'],
  ] as const)
    expect(await refused(here, 'engine', 'change', ...words)).toMatchObject({ code })
  const changed = await here.done('engine', 'change', 'e', '--url', `duckdb:${now}`)
  expect(changed.engine).toMatchObject({ name: 'e', url: `duckdb:${now}` })
  expect((await here.ssj('engine', 'change', 'e', '--url', `duckdb:${now}`)).out).toContain('engine check')
  expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
  await here.done('log', '--verify')
})

test('a password is never in what is kept', async () => {
  const here = await fresh()
  for (const url of [
    'postgres://ssj:geheim@db.example/registry',
    'mysql://db.example/r?password=geheim',
    'clickhouse://u:geheim@a,b/r?cluster=c',
  ]) {
    const ran = await here.ssj('engine', 'add', 'e', url, '--registry', 'f', ...ID)
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('密码')
  }
  expect(
    (await here.ssj('engine', 'add', 'e', 'postgres://ssj:geheim@h/r', '--registry', 'f', ...ID)).err,
  ).not.toContain('geheim')
  expect((await here.done('engine', 'list')).engines).toEqual([])
  expect(
    await refused(
      here,
      'engine',
      'add',
      'e',
      'postgres://h/r',
      '--registry',
      'f',
      ...ID,
      '--password',
      'geheim',
    ),
  ).toMatchObject({
    code: 'engine-password',
    details: { problem: 'malformed' },
  })
})

test('a password comes out of the environment, or of a file that nobody else may read', async () => {
  const here = await fresh()
  const url = `duckdb:${here.path('r.duckdb')}`
  await onEngine(url, session => session.run({ sql: 'create table f (u varchar)' }))
  const add = (name: string, password: string) =>
    here.done('engine', 'add', name, url, '--registry', 'f', ...ID, '--password', password)
  await add('env', 'env:SSJ_TEST_PASSWORD')
  await add('file', `file:${here.path('pw')}`)
  const problem = async (name: string) => (await refused(here, 'engine', 'check', name)).details.problem
  expect(await problem('env')).toBe('not-set')
  expect(await problem('file')).toBe('no-file')
  const file = here.file('pw', 'geheim\n')
  chmodSync(file, 0o644)
  expect(await problem('file')).toBe('seen-by-others')
  chmodSync(file, 0o600)
  expect((await here.ssj('engine', 'check', 'file')).code).toBe(0)
  const ran = await here.ssjIn({ env: { SSJ_TEST_PASSWORD: 'geheim' } }, 'engine', 'check', 'env')
  expect([ran.code, ran.err]).toEqual([0, ''])
  here.file('pw', '')
  expect(await problem('file')).toBe('empty')
})

test.each([
  [['a b', 'duckdb:r', '--registry', 'f', ...ID], 'engine-name', {}],
  [['e', 'oracle://h/r', '--registry', 'f', ...ID], 'engine-url', { problem: 'scheme' }],
  [['e', 'duckdb:', '--registry', 'f', ...ID], 'engine-url', { problem: 'no-file' }],
  [['e', 'postgres', '--registry', 'f', ...ID], 'engine-url', { problem: 'malformed' }],
  [['e', 'postgres://', '--registry', 'f', ...ID], 'engine-url', { problem: 'malformed' }],
  [
    ['e', 'postgres://h/r?sslmod=require', '--registry', 'f', ...ID],
    'engine-url-option',
    { option: 'sslmod', allowed: expect.arrayContaining(['sslmode=require', 'tls=on']) },
  ],
  [['e', 'mysql://h/r?tls=yes', '--registry', 'f', ...ID], 'engine-url-option', { option: 'tls' }],
  [['e', 'clickhouse://h/r?tls', '--registry', 'f', ...ID], 'engine-url-option', { option: 'tls' }],
  [['e', 'duckdb:r', ...ID], 'missing-option', { option: '--registry' }],
  [['e', 'duckdb:r', '--registry', 'f; drop table f', ...ID], 'engine-registry', {}],
  [['e', 'duckdb:r', '--registry', 'select 1; drop table f', ...ID], 'engine-registry', {}],
  [['e', 'duckdb:r', '--registry', '"f; drop table f', ...ID], 'engine-registry', {}],
  [['e', 'duckdb:r', '--registry', 'f', '--column', '名称=n'], 'engine-without-id', {}],
  [['e', 'duckdb:r', '--registry', 'f', '--column', 'uscc'], 'engine-column', { problem: 'malformed' }],
  [
    ['e', 'duckdb:r', '--registry', 'f', ...ID, '--column', '统一社会信用代码=x'],
    'engine-column',
    { problem: 'twice' },
  ],
])('%j is refused', async (argv, code, details) => {
  const here = await fresh()
  expect(await refused(here, 'engine', 'add', ...argv)).toMatchObject({ code, details })
})

test('an engine that cannot be reached, or does not have the registry, leaves nothing', async () => {
  const here = await district()
  await here.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  await here.done('engine', 'add', 'away', 'postgres://ssj@127.0.0.1:1/r', '--registry', 'f', ...ID)
  await here.done('engine', 'add', 'bare', `duckdb:${here.path('r.duckdb')}`, '--registry', 'f', ...ID)
  await here.done('engine', 'add', 'gone', `duckdb:${here.path('x.duckdb')}`, '--registry', 'f', ...ID)
  for (const ask of [
    ['engine', 'check', 'gone'],
    ['draw', 'freeze', '14110220261001', '--engine', 'gone'],
  ])
    expect(await refused(here, ...ask)).toMatchObject({ code: 'engine-file', details: { engine: 'gone' } })
  expect(existsSync(here.path('x.duckdb'))).toBe(false)
  await onEngine(`duckdb:${here.path('r.duckdb')}`, async () => {})
  expect(await refused(here, 'engine', 'check', 'bare')).toMatchObject({ code: 'engine-failed' })
  for (const engine of ['away', 'bare']) {
    const error = await refused(here, 'draw', 'freeze', '14110220261001', '--engine', engine)
    expect(error).toMatchObject({ code: 'engine-failed', details: { engine } })
  }
  expect((await here.done('draw', 'list')).draws).toEqual([])
  await onEngine(`duckdb:${here.path('r.duckdb')}`, async session => {
    const tables: string[] = []
    for await (const lines of session.lines(
      "select table_name from information_schema.tables where table_name like 'ssj%'",
    ))
      for (const line of lines) tables.push(line)
    expect(tables).toEqual([])
  })
})

test('rows that the law does not allow are refused with the row, and a changed snapshot is found', async () => {
  const here = await district()
  await here.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  const rows = targetRows(here)
  const uscc = library('targets').fields.findIndex(({ name }) => name === 'uscc')
  const url = `duckdb:${here.path('r.duckdb')}`
  await here.done(...engineWords('e', url))
  const fill = (more: readonly (readonly string[])[]) =>
    onEngine(url, session => fillRegistry(session, [...rows, ...more]))
  const like = (id: string) => rows.find(row => row[uscc] !== '')!.with(uscc, id)
  const freeze = ['draw', 'freeze', '14110220261001', '--engine', 'e'] as const
  await fill([rows.find(row => row[uscc] !== '')!])
  expect(await refused(here, ...freeze)).toMatchObject({ code: 'engine-target-twice', details: { count: 2 } })
  await fill([
    like('').map((cell, i) =>
      ['registration', 'code'].includes(library('targets').fields[i]!.name) ? '' : cell,
    ),
  ])
  expect(await refused(here, ...freeze)).toMatchObject({ code: 'engine-target-without-id' })
  await fill([like('e\u0301')])
  expect(await refused(here, ...freeze)).toMatchObject({
    code: 'engine-value',
    details: { target: 'e\u0301', expected: 'id' },
  })
  await fill([])
  const { draw } = await here.done(...freeze)
  expect(await refused(here, 'engine', 'remove', 'e')).toMatchObject({
    code: 'engine-has-draws',
    details: { draws: [draw] },
  })
  expect(await refused(here, ...freeze.slice(0, 3), '--engine', 'e', '--again')).toBeDefined()
  const table = 'ssj_2026_0001_00010203_frame'
  await onEngine(url, session =>
    session.run({
      sql: `update ${table} set area = '别处' where target = (select min(target) from ${table})`,
    }),
  )
  expect(
    await refused(
      here,
      'draw',
      'run',
      '14110220261001',
      '--seed',
      '骰子 2026-0001=123456123456123456123456123456',
    ),
  ).toMatchObject({
    code: 'snapshot-changed',
  })
  expect((await here.done('draw', 'list')).draws).toMatchObject([{ draw }])
})

test('a registry is a table by any name, or a query in which any text may stand', async () => {
  const here = await fresh()
  const url = `duckdb:${here.path('r.duckdb')}`
  const table = '"省 级"."企业 ""信息"""'
  await onEngine(url, async session => {
    await session.run({ sql: 'create schema "省 级"' })
    await session.run({ sql: `create table ${table} ("社会 代码" varchar, d varchar)` })
    await session.run({ sql: `insert into ${table} values ('A1', 'JIA,YI')` })
  })
  const registries = [
    table,
    `select * from ${table};`,
    `select "社会 代码", replace(d, ',', ';') as d from ${table} -- all of them; for now`,
  ]
  for (const [i, registry] of registries.entries()) {
    const columns = ['--column', '对象编号=社会 代码', '--column', '标签=d']
    await here.done('engine', 'add', `e${i}`, url, '--registry', registry, ...columns)
    const checked = await here.ssj('engine', 'check', `e${i}`, '--json')
    expect(checked.json.registry.target).toEqual({ 对象编号: 'A1', 标签: i === 2 ? 'JIA;YI' : 'JIA,YI' })
    expect(checked.code).toBe(i === 2 ? 0 : 1)
  }
})

/** What is not as a file would have been read is told by the check, and refuses the freeze that it decides. */
test('values are written as a file would have been read', async () => {
  const here = await miniature({ targets: [], inspectors: inspectors(4) })
  await here.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  const url = `duckdb:${here.path('r.duckdb')}`
  await here.done(...engineWords('e', url, ['规模']))
  const plain = { name: '店', departments: 'JIA', status: '存续', risk: 'A' }
  const fill = (other: Readonly<Record<string, string>>, extra = '大') =>
    onEngine(url, session => {
      const rows = Array.from({ length: 6 }, (_, i) => {
        const cells: Readonly<Record<string, string>> = { ...plain, ...(i === 3 && other), code: `T0${i}` }
        return [...COLUMNS.map(column => cells[column] ?? ''), i === 3 ? extra : '大']
      })
      return fillRegistry(session, rows, ['规模'])
    })
  const cases = [
    [{ departments: '甲局' }, '监管部门', 'JIA', ''],
    [{ departments: 'JIA；YI' }, '监管部门', 'JIA;YI', ''],
    [{ departments: 'JIA; YI' }, '监管部门', 'JIA;YI', ''],
    [{ departments: 'JIA\nYI' }, '监管部门', 'JIA;YI', ''],
    [{ departments: 'XX、甲局' }, '监管部门', 'JIA;XX', ''],
    [{ status: ' 存续' }, '登记状态', '存续', ''],
    [{ station: '东所 ' }, '管辖所', '东所', ''],
    [{ risk: 'a级' }, '信用风险等级', 'A', '--by 信用风险等级'],
    [{ risk: '—' }, '信用风险等级', '', '--by 信用风险等级'],
    [{ kind: '公司' }, '对象类型', null, '--where 对象类型!=产品'],
    [{ established: '2020-02-30' }, '成立日期', null, '--where 成立日期>=2010-01-01'],
    [{ established: '2020-2-8' }, '成立日期', '2020-02-08', '--where 成立日期>=2010-01-01'],
    [{ tags: '餐饮,食品' }, '标签', '食品;餐饮', '--where 标签=食品'],
  ] as const
  const words = (task: string) => [
    ...'draw freeze --engine e --lead JIA --id A --name n --count 2'.split(' '),
    ...task.split(' ').filter(word => word !== ''),
  ]
  for (const [other, heading, becomes, task] of cases) {
    await fill(other)
    const error = await refused(here, ...words(task))
    expect(error).toMatchObject({
      code: 'engine-cell',
      details: { engine: 'e', heading, target: 'T03', count: 1, becomes },
    })
    expect(error.sentence).toContain('T03')
    const checked = await here.ssj('engine', 'check', 'e', '--json')
    expect([checked.code, checked.json.fit, checked.json.registry.values]).toMatchObject([
      1,
      true,
      [{ heading, kinds: 1, examples: [{ target: 'T03', becomes }] }],
    ])
  }
  for (const language of ['zh', 'en'])
    expect((await here.ssj('--lang', language, 'engine', 'check', 'e')).out).toContain('T03')
  await fill({}, ' 大')
  expect(await refused(here, ...words('--by 规模'))).toMatchObject({ details: { heading: '规模' } })
  // What decides nothing refuses nothing, nor does the order of members or a department that nobody here knows.
  await fill({ departments: 'YI;XX;JIA', risk: 'a级', established: '2020-02-30' })
  await here.done(...words(''))
})
