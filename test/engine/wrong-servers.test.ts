/** @module-tag campaign */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Trap } from '../../src/core/engine/self-test.ts'
import { testEngine } from '../../src/engine/test-engine.ts'
import { corpus, corpusFile } from '../helpers/corpus.ts'
import { inspectors, miniature } from '../helpers/miniature.ts'
import { COLUMNS, engineWords, fillRegistry, onEngine } from '../helpers/on-engine.ts'
import { freshFolder } from '../helpers/scratch.ts'
import { engines, type Served } from '../helpers/servers.ts'
import type { Office } from '../helpers/ssj.ts'

/**
 * Servers that are really set up wrong: the self-test tells the trap, and a freeze is refused with it; or the setting makes no
 * difference to a draw, which is then the one of one machine.
 */

const ROWS = 600
const TASK =
  '--lead JIA --with YI --id A --name 全省 --rate 10% --by 信用风险等级 --where 登记状态!=清算;管辖所!=北所'.split(
    ' ',
  )

let chance = 0
let base: Office
let wanted: { readonly digest: string; readonly drawn: number }
beforeAll(async () => {
  base = await miniature({
    targets: [],
    inspectors: [...inspectors(30), ...inspectors(30, { 所属部门: 'YI' }, 31)],
  })
  await base.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
  const here = base.copy()
  await here.done('import', 'targets', here.file('targets.csv', corpusFile(ROWS)))
  wanted = await drawn(here)
})

async function drawn(office: Office, ...on: string[]) {
  // Snapshots of several databases lie in one server: each has a name of its own.
  chance += 16
  const ran = await office.ssjIn({ chance }, 'draw', 'freeze', ...TASK, ...on, '--json')
  expect(ran.code, ran.err).toBe(0)
  const { digest } = ran.json
  const run = await office.done('draw', 'run', 'A', '--seed', 'x')
  return { digest, drawn: run.drawn }
}

/** A setting, how to reach a server that has it, and what it comes to. */
interface Setting {
  readonly name: string
  /** Statements to the server as it was started, before and after. */
  readonly set?: readonly string[]
  readonly unset?: readonly string[]
  readonly at: (url: string) => string
  /** The registry as it is asked for; a table where nothing is said. */
  readonly registry?: string
  /** The trap, a word of what the engine says where it cannot be asked at all, or that the draw is the same. */
  readonly is: Trap | RegExp | 'the same'
}

const database = (name: string) => (url: string) => url.replace(/\/(?:postgres|ssj|default)$/, `/${name}`)
const user = (name: string) => (url: string) => url.replace(/\/\/(?:\w+@)?/, `//${name}@`)
const itself = (url: string) => url
const made = (name: string, words: string, ...further: string[]) => ({
  name: `${name}: ${words}`,
  set: [`create database ${name} ${words}`, ...further],
  at: database(name),
})
const everyColumn = (how: (column: string) => string) =>
  `select ${COLUMNS.map(column => `${how(column)} as ${column}`).join(', ')} from registry`

const POSTGRES: readonly Setting[] = [
  { ...made('gb', "encoding 'EUC_CN' locale 'C' template template0"), is: 'digest-chinese' },
  { ...made('western', "encoding 'LATIN1' locale 'C' template template0"), is: 'digest-chinese' },
  { ...made('bytes', "encoding 'SQL_ASCII' locale 'C' template template0"), is: 'the same' },
  {
    ...made(
      'letters',
      "encoding 'UTF8' locale_provider icu icu_locale 'zh' locale 'C.UTF-8' template template0",
    ),
    is: 'the same',
  },
  {
    ...made('slashes', '', 'alter database slashes set standard_conforming_strings = off'),
    is: 'the same',
  },
  {
    name: 'columns with a collation of letters',
    at: itself,
    registry: everyColumn(column => `cast(${column} as varchar) collate "und-x-icu"`),
    is: 'the same',
  },
  { ...made('still', '', 'alter database still set default_transaction_read_only = on'), is: 'kept' },
  { name: 'a user who may make no table', set: ['create role guest login'], at: user('guest'), is: 'kept' },
]

const mode = (words: string, is: Setting['is']): Setting => ({
  name: `sql_mode ${words}`,
  set: [`set global sql_mode = '${words}'`],
  unset: ['set global sql_mode = default'],
  at: itself,
  is,
})

const MARIADB: readonly Setting[] = [
  { ...made('western', 'character set latin1 collate latin1_swedish_ci'), is: 'the same' },
  { ...made('narrow', 'character set utf8mb3 collate utf8mb3_general_ci'), is: 'the same' },
  {
    name: 'columns without case, accents and blanks at the end',
    at: itself,
    registry: everyColumn(column => `convert(${column} using utf8mb4) collate utf8mb4_general_ci`),
    is: 'the same',
  },
  mode('NO_BACKSLASH_ESCAPES', 'backslash'),
  mode('EMPTY_STRING_IS_NULL', 'empty'),
  mode('ORACLE', 'the same'),
  mode('ANSI_QUOTES,PAD_CHAR_TO_FULL_LENGTH', 'the same'),
  mode('', 'the same'),
  {
    name: 'answers of 40 lines at the most',
    set: ['set global sql_select_limit = 40'],
    unset: ['set global sql_select_limit = default'],
    at: itself,
    is: 'the same',
  },
  {
    name: 'packets of 16 KB',
    set: ['set global max_allowed_packet = 16384'],
    unset: ['set global max_allowed_packet = 67108864'],
    at: itself,
    is: /max_allowed_packet/,
  },
  {
    name: 'a user who may make no table',
    set: [
      'create user guest@localhost',
      "create user guest@'127.0.0.1'",
      'grant select on ssj.* to guest@localhost',
      "grant select on ssj.* to guest@'127.0.0.1'",
    ],
    at: user('guest'),
    is: 'kept',
  },
]

const CLICKHOUSE: readonly Setting[] = [
  { name: 'answers of 40 lines at the most', at: user('cut'), is: 'cut' },
  // Whether groups are cut short too depends on how many work on them at once; that they are too many is told each time.
  { name: 'groups of 3 at the most', at: user('grouped'), is: 'kept' },
  { name: '5 rows read at the most', at: user('reading'), is: 'kept' },
  { name: 'a user who may only read', at: user('readonly'), is: /readonly/ },
  { name: 'a user who may only read and set', at: user('reader'), is: 'kept' },
]

const DUCKDB: readonly Setting[] = [
  {
    name: 'columns without case and accents',
    at: itself,
    registry: everyColumn(column => `${column} collate nocase.noaccent`),
    is: 'the same',
  },
]

const nothing = async () => {}
const duckDb = async (): Promise<Served> => ({
  ...{ url: `duckdb:${freshFolder()}/registry.duckdb`, secure: '' },
  ...{ kill: nothing, again: nothing, stop: nothing },
})
const startOf = (name: string) => engines().find(engine => engine.name === name)!.start
const ALL = [
  { name: 'PostgreSQL', start: startOf('PostgreSQL'), settings: POSTGRES },
  { name: 'MariaDB', start: startOf('MariaDB'), settings: MARIADB },
  { name: 'ClickHouse', start: startOf('one ClickHouse'), settings: CLICKHOUSE },
  { name: 'DuckDB', start: duckDb, settings: DUCKDB },
]

describe.each(ALL)('$name', ({ start, settings }) => {
  test.skipIf(start !== null)('is not installed', () => {})
  if (start === null) return

  let engine: Served
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  test.each(settings)('$name: $is', async ({ set = [], unset = [], at, registry, is }) => {
    const statements = (all: readonly string[]) =>
      onEngine(engine.url, async session => {
        for (const sql of all) await session.run({ sql })
      })
    const url = at(engine.url)
    const office = base.copy()
    const words = engineWords('e', url)
    await office.done(...words.with(words.indexOf('--registry') + 1, registry ?? 'registry'))
    await statements(set)
    try {
      if (is === 'the same') {
        await onEngine(url, session => fillRegistry(session, corpus(ROWS)))
        expect(await drawn(office, '--engine', 'e')).toEqual(wanted)
        return
      }
      const ran = await office.ssj('draw', 'freeze', ...TASK, '--engine', 'e', '--json')
      const faults =
        is instanceof RegExp ? [] : await onEngine(url, session => testEngine(session, 'ssj_probe'))
      if (is instanceof RegExp) expect(ran.json.error.details.message).toMatch(is)
      else {
        expect(faults.map(({ trap }) => trap)).toContain(is)
        expect(ran.json.error.code).toBe('engine-unfit')
        expect([is, ...faults.map(({ trap }) => trap)]).toContain(ran.json.error.details.trap)
      }
      expect((await office.done('draw', 'list')).draws).toEqual([])
    } finally {
      await statements(unset)
    }
  })
})
