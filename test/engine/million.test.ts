/** @module-tag campaign */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMITMENT_FILE } from '../../src/core/draw/commitment/commitment.ts'
import { LAW_FILES } from '../../src/core/draw/verify/law-files.ts'
import { corpus, corpusLines } from '../helpers/corpus.ts'
import { fillFromFile, rowsFile, writeLines } from '../helpers/fill-from-file.ts'
import { inspectors, miniature } from '../helpers/miniature.ts'
import { engineWords, onEngine } from '../helpers/on-engine.ts'
import { freshFolder } from '../helpers/scratch.ts'
import { engines, type Served } from '../helpers/servers.ts'
import type { Office } from '../helpers/ssj.ts'

/**
 * One corpus of a million (`npm run bench engines`: of ten million) drawn on one machine and on every engine that is installed, one after the other: the files of the law are the
 * same bytes, and `verify` says that each folder agrees. What small ones ask is in `servers.test.ts`. `SSJ_ENGINE_ONLY` names the first letters of some.
 */

const ROWS = Number(process.env.SSJ_ENGINE_ROWS ?? 1_000_000)
const ONLY = (process.env.SSJ_ENGINE_ONLY ?? '').split(',')
const TASK =
  '--lead JIA --with YI --id A --name 全省 --rate 0.2% --by 信用风险等级 --where 登记状态!=清算'.split(' ')
const HOURS = { timeout: 12 * 3_600_000 }

let base: Office
let here: Folder
let rows: ReturnType<typeof rowsFile>
afterAll(() => rows?.remove())
beforeAll(async () => {
  base = await miniature({
    targets: [],
    inspectors: [...inspectors(60), ...inspectors(60, { 所属部门: 'YI' }, 61)],
  })
  await base.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
  const office = base.copy()
  const file = office.path('targets.csv')
  writeLines(file, corpusLines(ROWS))
  await office.done('import', 'targets', file)
  rmSync(file)
  here = await drawn(office)
  rows = rowsFile(corpus(ROWS))
}, HOURS.timeout)

/** What a draw comes to: its commitment, how long it took, and the line of SHA256SUMS of each file of the law. */
interface Folder {
  readonly digest: string
  readonly sums: readonly string[]
}

async function drawn(office: Office, ...on: string[]): Promise<Folder> {
  const seconds: number[] = []
  const step = async (...line: string[]) => {
    const from = performance.now()
    const told = await office.done(...line)
    seconds.push(Math.round((performance.now() - from) / 100) / 10)
    return told
  }
  const { digest } = await step('draw', 'freeze', ...TASK, ...on)
  const { draw } = await step('draw', 'run', 'A', '--seed', 'x')
  const out = office.path('out')
  await step('export', draw, '--to', out)
  expect(await step('verify', out)).toMatchObject({ kind: 'agrees' })
  tell(`${on.at(-1) ?? 'one machine'}: freeze, run, export, verify ${seconds.join(', ')} s`)
  const lines = readFileSync(join(out, 'SHA256SUMS'), 'utf8').split('\n')
  rmSync(out, { recursive: true })
  return { digest, sums: lines.filter(line => LAW_FILES.includes(line.slice(66))) }
}

/** What a bench tells of its steps. */
function tell(line: string): void {
  if (process.env.SSJ_ENGINE_ROWS !== undefined)
    process.stderr.write(`${line}; ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`)
}

/** In process, as the servers are beside it. */
async function duckDb(): Promise<Served> {
  const nothing = async () => {}
  return {
    url: `duckdb:${freshFolder()}/registry.duckdb`,
    secure: '',
    kill: nothing,
    again: nothing,
    stop: nothing,
  }
}

/** One ClickHouse is three of them without the network: it is asked for by its name. */
const ALL = [{ name: 'DuckDB', start: duckDb }, ...engines()].filter(({ name }) =>
  ONLY.some(first => name.startsWith(first) && (first !== '' || name !== 'one ClickHouse')),
)

describe.each(ALL)(`${ROWS} rows on $name`, ({ name, start }) => {
  test.skipIf(start !== null)('is not installed', () => {})
  if (start === null) return

  test('come to the files of one machine', HOURS, async () => {
    const engine = await start()
    try {
      const from = performance.now()
      await onEngine(engine.url, session => fillFromFile(session, engine.url, rows.file))
      tell(`${name}: filled in ${Math.round((performance.now() - from) / 100) / 10} s`)
      const office = base.copy()
      await office.done(...engineWords(name.replaceAll(' ', ''), engine.url))
      const there = await drawn(office, '--engine', name.replaceAll(' ', ''))
      expect(there).toEqual(here)
      expect(there.sums.some(line => line.endsWith(COMMITMENT_FILE))).toBe(true)
    } finally {
      await engine.stop()
    }
  })
})
