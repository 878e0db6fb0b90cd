/** @module-tag slow */
import { chmodSync } from 'node:fs'
import { expect, test } from 'vitest'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { engineWords, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
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
  const add = (name: string, password: string) =>
    here.done('engine', 'add', name, 'duckdb:r.duckdb', '--registry', 'f', ...ID, '--password', password)
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
  [['e', 'duckdb:r', ...ID], 'missing-option', { option: '--registry' }],
  [['e', 'duckdb:r', '--registry', 'f; drop table f', ...ID], 'engine-registry', {}],
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
