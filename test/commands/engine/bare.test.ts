/** @module-tag slow */
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { allLines } from '../../../src/engine/drivers/session.ts'
import { engineWords, filesIn, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import { DISTRICT, type Office, office } from '../../helpers/ssj.ts'

/**
 * An office that has no target of its own, beside one that has all of them: what it is told of a draw on its engine is the same, names and items too,
 * though it knows no more of a target than the engine said.
 */

const TASK = '14110220261002'
const EXTRAS = ['登记机关']
let here: Office
let bare: Office
let url: string

beforeAll(async () => {
  here = office()
  bare = office()
  url = `duckdb:${bare.path('r.duckdb')}`
  await here.done('init')
  await bare.done('init')
  for (const name of ['departments', 'items', 'targets', 'inspectors', 'plan'])
    for (const one of [here, bare]) {
      if (one === here || name !== 'targets') await one.done('import', name, join(DISTRICT, `${name}.csv`))
      else {
        await onEngine(url, session => fillRegistry(session, targetRows(here, EXTRAS), EXTRAS))
        await one.done(...engineWords('库', url, EXTRAS))
      }
    }
  for (const one of [here, bare]) {
    await one.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
    await one.done('draw', 'freeze', TASK, ...(one === bare ? ['--engine', '库'] : []))
    await one.done(
      'draw',
      'run',
      TASK,
      '--seed',
      `骰子=${'16'.repeat(10)}`,
      '--seed',
      '福彩3D 第2026312期=123',
    )
  }
})

/** What both are told, by words and by `--json`, without their ledgers. */
async function sameOf(...argv: string[]): Promise<string> {
  const told = async (one: Office, ...more: string[]) => {
    const ran = await one.ssj(...argv, ...more)
    expect(ran.err).toBe('')
    return ran.out.replaceAll(/[0-9a-f]{64}|"asOf":\s*[^,]*,/g, '…')
  }
  for (const more of [[], ['--json']]) expect(await told(bare, ...more)).toBe(await told(here, ...more))
  return told(here)
}

test('who was drawn, and what is checked there, is told with names', async () => {
  expect(await sameOf('draw', 'show', '1')).toMatch(/^[0-9A-Z]{18} .*示例餐饮/m)
  const sheets = await Promise.all(
    [here, bare].map(async one => {
      await one.done('results', 'sheet', '1', '--to', one.path('sheets'), '--format', 'csv')
      return filesIn(one.path('sheets'))
    }),
  )
  expect(sheets[1]).toEqual(sheets[0])
  for (const report of ['timeline', 'matrix'])
    await sameOf('report', report, ...(report === 'timeline' ? ['--draw', '1'] : []))
})

test('a certificate names its target by code, by number typed anyhow and by name', async () => {
  const rows = targetRows(here)
  const show = await here.done('draw', 'show', '1')
  const drawn: readonly { readonly target: string; readonly name: string }[] = show.selection
  const some = [drawn[0]!.target, drawn.at(-1)!.name, ` ${drawn[1]!.target.toLowerCase()} `, rows.at(-1)![2]!]
  for (const target of some.filter(text => text !== '')) await sameOf('certify', '1', target)
  for (const unknown of ['没有这一户', '9999']) {
    const ran = await bare.ssj('certify', '1', unknown, '--json')
    expect(ran.json.error).toMatchObject({ code: 'unknown-subject' })
  }
})

test('a look ahead at the plan says that the targets lie elsewhere, and bars nothing for it', async () => {
  const ran = await bare.ssj('plan', 'check', '--year', '2026', '--json')
  expect(ran.out).toContain('task-elsewhere')
  expect(ran.out).not.toContain('task-nobody')
  expect((await here.ssj('plan', 'check', '--year', '2026', '--json')).out).not.toContain('task-elsewhere')
})

test('a simulation of targets that all lie in engines is refused with what to do instead', async () => {
  const { json } = await bare.ssj('draw', 'simulate', '14110220261001', '--json')
  expect(json.error).toMatchObject({ code: 'targets-elsewhere', details: { engines: ['库'] } })
})

test('a simulation counts draws that wait on an engine', async () => {
  const words = '--lead LS-SCJG --id W --name n --count 2'.split(' ')
  const one = here.copy()
  await one.done(
    'engine',
    'add',
    '库',
    url,
    '--registry',
    'registry',
    '--column',
    'uscc=uscc',
    '--column',
    'name=name',
  )
  await one.ssjIn({ chance: 50 }, 'draw', 'freeze', ...words, '--engine', '库')
  // It was told that the kept list of the waiting draw had been changed.
  await one.done('draw', 'simulate', '14110220261001', '--runs', '2')
})

test('what was drawn is replaced with names; a snapshot that is gone is told', async () => {
  const out = (await here.done('draw', 'show', '1')).selection[0].target
  const words = ['draw', 'substitute', '1', '--target', out, '--reason', 'closed', '--approver', '王主任']
  const told = async (one: Office) => (await one.ssj(...words)).out.replaceAll(/[0-9a-f]{64}/g, '…')
  expect(await told(bare)).toBe(await told(here))
  const [table] = await onEngine(url, session =>
    allLines(
      session,
      "select table_name as line from information_schema.tables where table_name like 'ssj_2026_0001_%frame'",
    ),
  )
  await onEngine(url, session => session.run({ sql: `drop table ${table}` }))
  for (const ask of [
    ['draw', 'replay', '1'],
    ['certify', '1', out],
    ['export', '1', '--to', bare.path('gone')],
  ]) {
    const ran = await bare.ssj(...ask, '--json')
    expect(ran.json.error).toMatchObject({
      code: 'snapshot-gone',
      details: { engine: '库', draw: '2026-0001', table },
    })
  }
})
