/** @module-tag slow */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { DIALECTS } from '../../../src/core/engine/engine.ts'
import {
  askedSql,
  exclusionLinesSql,
  frameLinesSql,
  groupsSql,
  snapshotSql,
  twiceSql,
} from '../../../src/core/engine/freeze-sql.ts'
import { created, dropped, namesOf } from '../../../src/core/engine/tables.ts'
import { ticketsSql } from '../../../src/core/engine/ticket-sql.ts'
import { exclusionBlocksSql, frameBlocksSql } from '../../../src/core/engine/tree-sql.ts'
import type { Digest } from '../../../src/core/ids.ts'
import { WRITTEN } from '../../../src/engine/drivers/script.ts'
import { allLines } from '../../../src/engine/drivers/session.ts'
import { COLUMNS, expectSameFolder, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import { district, type Office } from '../../helpers/ssj.ts'
import { asDuckDb, MACROS } from '../../helpers/stand-in.ts'

/** A database that ssj cannot speak to: somebody else asks what is printed, and the draw is that of one machine. */

const TASK = '14110220261001'
const EXTRAS = ['登记机关']
let here: Office
let there: Office
let fresh: Office
let url: string
const words = (dialect: string) => [
  ...['engine', 'add', dialect, `sql:${dialect}`, '--registry', 'registry'],
  ...COLUMNS.flatMap(field => ['--column', `${field}=${field}`]),
  ...['--column', '登记机关=x0'],
]

beforeAll(async () => {
  here = await district()
  await here.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
  fresh = here.copy()
  there = here.copy()
  url = `duckdb:${there.path('far.duckdb')}`
  await onEngine(url, session => fillRegistry(session, targetRows(here, EXTRAS), EXTRAS))
  for (const office of [here, there]) await office.done(...words('duckdb'))
})

/** What an administrator does: asks each statement, keeps every line. */
function administrator(office: Office, results: string, ...argv: string[]): Promise<number> {
  return askingFor(office, results, argv, sql => sql)
}

async function askingFor(
  office: Office,
  results: string,
  argv: readonly string[],
  spoken: (sql: string) => string,
): Promise<number> {
  for (let rounds = 0; ; rounds++) {
    const ran = await office.ssj(...argv, '--results', results)
    if (ran.code !== 1) {
      expect(ran.err + ran.out).not.toContain('hint')
      expect(ran.code, ran.err).toBe(0)
      return rounds
    }
    expect(ran.err).toContain('条语句等待执行')
    await asked(ran.out, results, spoken)
  }
}

function asked(
  statements: string,
  results: string,
  spoken: (sql: string) => string = sql => sql,
): Promise<void> {
  return onEngine(url, async session => {
    for (const sql of statements.split(';\n').filter(text => text.trim() !== ''))
      if (/^select/.test(sql))
        for (const line of await allLines(session, spoken(sql))) appendFileSync(results, `${line}\n`)
      else await session.run({ sql: spoken(sql) })
  })
}

test('is frozen and run in a few sittings, with the folder of one machine', async () => {
  const results = there.file('answers.tsv', '')
  const other = there.copy()
  const sql = ['engine', 'sql', TASK, '--dialect', 'duckdb'] as const
  const { digest } = await here.done('draw', 'freeze', TASK)
  expect(await administrator(there, results, ...sql)).toBeLessThanOrEqual(4)
  expect(await there.done('draw', 'list')).toMatchObject({ draws: [{ digest }] })
  const dice = `骰子 2026-0001=${'123456'.repeat(5)}`
  expect(await administrator(there, results, ...sql, '--seed', dice)).toBe(1)
  await here.done('draw', 'run', TASK, '--seed', dice)
  await here.done('export', '1', '--to', here.path('out'), '--profile', 'archive')
  const exported = await there.ssjIn(
    { env: { SSJ_ENGINE_RESULTS: results } },
    ...['export', '1', '--to', there.path('out'), '--profile', 'archive'],
  )
  expect(exported.code, exported.err).toBe(0)
  await expectSameFolder('out', there, here)
  expect(await there.done('verify', there.path('out'))).toMatchObject({ kind: 'agrees' })
  // A certificate asks for more: the statements go to standard output, and the same command goes on.
  const target = targetRows(here)
    .map(row => row[COLUMNS.indexOf('uscc')]!)
    .find(code => code !== '')!
  const certify = () =>
    there.ssjIn(
      { env: { SSJ_ENGINE_RESULTS: results } },
      'certify',
      '1',
      target,
      '--to',
      there.path('c.json'),
    )
  for (let rounds = 0; rounds < 4; rounds++) {
    const ran = await certify()
    if (ran.code === 0) break
    expect(ran.err).toContain('SSJ_ENGINE_RESULTS')
    await asked(ran.out, results)
  }
  await here.done('certify', '1', target, '--to', here.path('c.json'))
  const paper = (office: Office) => JSON.parse(readFileSync(office.path('c.json'), 'utf8'))
  expect(paper(there)).toEqual(paper(here))

  // What was lost on the way, or came twice, is refused with file and row, and changes nothing.
  const lines = readFileSync(results, 'utf8').split('\n')
  const list = lines.findIndex(line => /^[0-9a-f]{8}\tA,/.test(line))
  const lost = there.file('lost.tsv', lines.toSpliced(list, 1).join('\n'))
  const refused = (file: string) =>
    other.ssj('engine', 'sql', TASK, '--dialect', 'duckdb', '--results', file, '--json')
  const spoilt = [
    [lost, { code: 'engine-answer', details: { file: lost, problem: 'count', place: null } }],
    [
      there.file('cut.tsv', lines.with(list, lines[list]!.replace(/,[^,]*$/, '')).join('\n')),
      { code: 'engine-answer-line', details: { row: list + 1, expected: 'row' } },
    ],
  ] as const
  for (const [file, error] of spoilt) {
    const ran = await refused(file)
    expect([ran.code, ran.json.error]).toMatchObject([2, error])
  }

  // However a client and an editor left it: what can be read is taken, what cannot is told, and nothing is asked for ever.
  const whole = lines.join('\n')
  const each = (changed: (line: string) => string) =>
    lines.map(line => (line === '' ? line : changed(line))).join('\n')
  const kinds: readonly (readonly [kind: string, content: string | Uint8Array, problem: string | null])[] = [
    ['bom', `\ufeff${whole}`, null],
    ['crlf', whole.replaceAll('\n', '\r\n'), null],
    ['other order', lines.slice(0, -1).toReversed().join('\n'), null],
    ['headed', `id\tline\n${whole}`, null],
    ['utf-16', Buffer.from(`\ufeff${whole}`, 'utf16le'), 'encoding'],
    ['packed', gzipSync(whole), 'encoding'],
    ['doubled', lines.toSpliced(list, 0, lines[list]!).join('\n'), 'count'],
    ['quoted', each(line => `"${line.replace('\t', '"\t"')}"`), 'mangled'],
    ['framed', each(line => `| ${line.replace('\t', ' | ')} |`), 'mangled'],
    ['commas', each(line => line.replace('\t', ',')), 'mangled'],
    ['blanks', each(line => line.replace('\t', '    ')), 'mangled'],
    ['blanks behind', each(line => `${line}  `), 'open'],
  ]
  for (const [kind, content, problem] of kinds) {
    const file = there.file(`${kind}.tsv`, '')
    writeFileSync(file, content)
    const ran = await other
      .copy()
      .ssj('engine', 'sql', TASK, '--dialect', 'duckdb', '--results', file, '--json')
    if (problem === null) expect([kind, ran.code, ran.json.digest]).toEqual([kind, 0, digest])
    else
      expect([kind, ran.code, ran.json.error]).toMatchObject([
        kind,
        2,
        { code: 'engine-answer', details: { file, problem } },
      ])
  }
})

/** Asked of a stand-in: the statements come to the draw of one machine, with what earlier draws bear on as well. */
test.each(['spark', 'maxcompute', 'starrocks'])('%s asks for the draw of one machine', async dialect => {
  const [one, other] = [fresh.copy(), fresh.copy()]
  await other.done(...words(dialect))
  for (const office of [one, other]) await office.done('rules', 'set', 'grace-days', '30', '--reason', '试')
  await onEngine(url, async session => {
    for (const sql of MACROS) await session.run({ sql })
  })
  const results = other.file('far.tsv', '')
  const sql = (task: string) => ['engine', 'sql', task, '--engine', dialect] as const
  for (const task of [TASK, '14110220261003']) {
    const frozen = await one.done('draw', 'freeze', task)
    await askingFor(other, results, sql(task), asDuckDb)
    expect((await other.done('draw', 'list')).draws.at(-1)).toMatchObject({ digest: frozen.digest })
    const seeds = ['--seed', `骰子 ${frozen.draw}=${'123456'.repeat(5)}`]
    await one.done('draw', 'run', task, ...seeds)
    await askingFor(other, results, [...sql(task), ...seeds], asDuckDb)
  }
  expect((await other.done('draw', 'show', '2')).selection).toEqual(
    (await one.done('draw', 'show', '2')).selection,
  )
})

test('a database that nobody here can speak to is told so, with what to do instead', async () => {
  const office = here.copy()
  for (const words of [
    ['engine', 'check', 'duckdb'],
    ['draw', 'freeze', '14110220261003', '--engine', 'duckdb'],
  ]) {
    const ran = await office.ssj(...words, '--json')
    expect(ran.code).toBe(2)
    expect(ran.json.error).toMatchObject({
      code: 'engine-unanswered',
      details: { engine: 'duckdb', dialect: 'duckdb' },
    })
    expect(ran.json.error.sentence).toContain('ssj engine sql 任务 --dialect duckdb')
    expect((await office.ssj('--lang', 'en', ...words)).err).toContain('ssj engine sql TASK --dialect duckdb')
  }
})

describe.each(DIALECTS)('%s', dialect => {
  test('has a statement for everything', async () => {
    const office = here.copy()
    if (dialect !== 'duckdb') await office.done(...words(dialect))
    const ran = await office.ssj('engine', 'sql', '14110220261003', '--engine', dialect, '--json')
    expect(ran.code, ran.err + ran.out).toBe(1)
    const written = WRITTEN[dialect]
    const names = namesOf('ssj_t')
    const group = { departments: 'D', area: '所', department: 'D' }
    const all = [
      ...ran.json.statements,
      ...(['keys', 'firms', 'sorted', 'judged', 'frame', 'excluded'] as const).flatMap(table =>
        [...created(written, names, table), ...dropped(written, names, [table])].map(({ sql }) => sql),
      ),
      ...snapshotSql(written, names, { isJudged: true, unstaffable: [group] }),
      ...[groupsSql, askedSql, twiceSql, frameLinesSql, exclusionLinesSql].map(sql => sql(written, names)),
      ...(written.hashesTree ? [frameBlocksSql(written, names), exclusionBlocksSql(written, names)] : []),
      ticketsSql(written, names, '5f'.repeat(32) as Digest, [{ stratum: 'A', below: '00ff' }]),
    ]
    expect(all.length).toBeGreaterThan(15)
    for (const sql of all) expect(sql).not.toMatch(/undefined|\[object|NaN/)
  })
})

test('refuses a language that nobody named an engine with', async () => {
  const ran = await here.ssj('engine', 'sql', TASK, '--dialect', 'spark', '--json')
  expect(ran.json.error).toMatchObject({ code: 'engine-of-dialect', details: { engines: [] } })
  const odd = await here.ssj('engine', 'sql', TASK, '--dialect', 'oracle', '--json')
  expect(odd.json.error).toMatchObject({ code: 'invalid-option' })
})
