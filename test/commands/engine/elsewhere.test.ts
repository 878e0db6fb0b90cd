import { expect, test } from 'vitest'
import { allLines } from '../../../src/engine/drivers/session.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { engineWords, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'

test('a database without any target of its own draws on an engine, and tells no change of what it never knew', async () => {
  const full = await miniature({ targets: targets(20), inspectors: inspectors(4) })
  const bare = await miniature({ targets: [], inspectors: inspectors(4) })
  await bare.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  const url = `duckdb:${bare.path('r.duckdb')}`
  await onEngine(url, session => fillRegistry(session, targetRows(full)))
  await bare.done(...engineWords('e', url))
  await bare.done(
    'draw',
    'freeze',
    '--lead',
    'JIA',
    '--count',
    '3',
    '--id',
    'A',
    '--name',
    'n',
    '--engine',
    'e',
  )
  const run = await bare.done('draw', 'run', 'A', '--seed', 'x')
  expect(run.changed.targets).toEqual([])
  await bare.done('draw', 'show', '1')
  await bare.done('export', '1', '--to', bare.path('o'))
  await bare.done('verify', bare.path('o'))
})

test('a plan may ask for fields that only the registry of an engine has', async () => {
  const office = await miniature({ targets: [], inspectors: inspectors(4) })
  await office.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  const url = `duckdb:${office.path('r.duckdb')}`
  const plain = await miniature({ targets: targets(20), inspectors: [] })
  const rows = targetRows(plain).map((row, i) => [...row, i % 2 === 0 ? '是' : '否'])
  await onEngine(url, session => fillRegistry(session, rows, ['连锁经营']))
  const plan = office.file(
    'plan.csv',
    '任务编号,任务名称,发起部门,检查对象条件,分层,抽取数量\n2026-01,连锁,JIA,连锁经营=是,连锁经营,3\n',
  )
  const refused = await office.ssj('import', 'plan', plan, '--json')
  expect(refused.code).not.toBe(0)
  await office.done(...engineWords('e', url, ['连锁经营']))
  await office.done('import', 'plan', plan)
  const frozen = await office.done('draw', 'freeze', '2026-01', '--engine', 'e')
  expect(frozen.waterfall).toMatchObject({ registry: 20, outside: 10, frame: 10 })
  await office.done('draw', 'run', '2026-01', '--seed', 'x')
  expect(await office.done('draw', 'replay', '1')).toMatchObject({ same: true, unchecked: ['registry'] })
  expect((await office.ssj('draw', 'replay', '1')).out).toContain('没有复核')

  // A row of the snapshot that says otherwise by now is not sorted out as it was.
  const [table] = await onEngine(url, session =>
    allLines(
      session,
      "select table_name as line from information_schema.tables where table_name like 'ssj%frame'",
    ),
  )
  await onEngine(url, session =>
    session.run({ sql: `update ${table} set cells = replace(cells, '是', '否') where target = 'T03'` }),
  )
  const replayed = await office.ssj('draw', 'replay', '1', '--json')
  expect(replayed.json).toMatchObject({
    same: false,
    difference: { file: 'frame.csv', check: 'line', expected: '' },
  })
  expect(replayed.json.difference.found).toContain('T03')
})
