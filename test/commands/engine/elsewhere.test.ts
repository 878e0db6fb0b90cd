import { expect, test } from 'vitest'
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
