/** @module-tag slow */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { engineWords, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Files of DuckDB, and those that it reads, as they lie about. */

let here: Office
let wanted: string
const TASK = '--lead JIA --id A --name n --count 3'.split(' ')
beforeAll(async () => {
  here = await miniature({ targets: targets(20), inspectors: inspectors(4) })
  await here.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  await onEngine(`duckdb:${here.path('注册 库.duckdb')}`, async session => {
    await fillRegistry(session, targetRows(here))
    await session.run({ sql: `copy registry to '${here.path('企业 名录.parquet')}' (format parquet)` })
    await session.run({ sql: `copy registry to '${here.path('企业 名录.csv')}' (header)` })
  })
  await onEngine(`duckdb:${here.path('空.duckdb')}`, async () => {})
  wanted = (await here.copy().done('draw', 'freeze', ...TASK)).digest
})

test.each([
  ['a table', '注册 库.duckdb', () => 'registry'],
  ['Parquet', '空.duckdb', () => `select * from read_parquet('${here.path('企业 名录.parquet')}')`],
  ['CSV', '空.duckdb', () => `select * from read_csv('${here.path('企业 名录.csv')}', all_varchar = true)`],
])('%s is drawn on', async (_, file, registry) => {
  const office = here.copy()
  const words = engineWords('e', `duckdb:${here.path(file)}`)
  await office.done(...words.with(words.indexOf('--registry') + 1, registry()))
  const chance = file.length + registry().length
  const { code, json, err } = await office.ssjIn(
    { chance },
    'draw',
    'freeze',
    ...TASK,
    '--engine',
    'e',
    '--json',
  )
  expect([code, json?.digest], err).toEqual([0, wanted])
})

test('one that is open elsewhere, or is none, is told with what to do', async () => {
  const [held, none] = [here.path('held.duckdb'), here.path('none.duckdb')]
  await onEngine(`duckdb:${held}`, async () => {})
  writeFileSync(none, 'hello')
  for (const [name, file] of [
    ['held', held],
    ['none', none],
    ['folder', here.path('.')],
  ] as const)
    await here.done(...engineWords(name, `duckdb:${file}`))
  const api = fileURLToPath(import.meta.resolve('@duckdb/node-api'))
  const script = `import duck from ${JSON.stringify(api)}
    await duck.DuckDBInstance.create(process.argv[1]); console.log('open'); setTimeout(() => {}, 60_000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script, held], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(other.stdout, 'data')
    for (const [name, problem] of [
      ['held', 'held'],
      ['none', 'no-database'],
      ['folder', 'no-database'],
    ] as const) {
      const { json } = await here.ssj('engine', 'check', name, '--json')
      expect(json.error).toMatchObject({ code: 'engine-file-open', details: { engine: name, problem } })
    }
  } finally {
    other.kill()
    await once(other, 'exit')
  }
  expect((await here.ssj('engine', 'check', 'held', '--json')).json.error).not.toMatchObject({
    code: 'engine-file-open',
  })
})
