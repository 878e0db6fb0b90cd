/** @module-tag slow */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { engineWords, expectSameFolder, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import { district, type Office } from '../../helpers/ssj.ts'

/** A draw whose registry lies in an engine, beside the same draw on one machine: the same in every byte of the law. */

const EXTRAS = ['登记机关']
const TASKS = ['14110220261001', '14110220261003']

describe('a year of draws on DuckDB', () => {
  let here: Office
  let there: Office
  beforeAll(async () => {
    here = await district()
    there = here.copy()
    const url = `duckdb:${there.path('registry.duckdb')}`
    const rows = targetRows(here, EXTRAS)
    await onEngine(url, session => fillRegistry(session, rows, EXTRAS))
    for (const one of [here, there]) {
      await one.done(...engineWords('省库', url, EXTRAS))
      await one.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
    }
  })

  test.each(TASKS)('task %s has the folders of one machine', async task => {
    const frozen = await here.done('draw', 'freeze', task, '--to', here.path(`${task}-told`))
    const same = await there.done(
      'draw',
      'freeze',
      task,
      '--engine',
      '省库',
      '--to',
      there.path(`${task}-told`),
    )
    const { entry: _, ledger: _l, folder: _f, ...shown } = frozen
    expect(same).toMatchObject(shown)
    await expectSameFolder(`${task}-told`, there, here)
    expect(await there.done('draw', 'freeze', task)).toMatchObject({
      frozenBefore: true,
      digest: frozen.digest,
    })
    for (const [one, name] of [
      [here, '省库'],
      [there, '省库'],
    ] as const) {
      const run = await one.done('draw', 'run', task, '--seed', '一')
      for (const profile of ['public', 'archive'])
        await one.done('export', run.draw, '--to', one.path(`${task}-${profile}`), '--profile', profile)
      expect(name).toBe('省库')
    }
    await expectSameFolder(`${task}-public`, there, here)
    await expectSameFolder(`${task}-archive`, there, here)
    expect(await there.done('verify', there.path(`${task}-public`))).toMatchObject({ kind: 'agrees' })
    expect(await there.done('draw', 'replay', frozen.draw)).toMatchObject({ same: true })
    const lines = (file: string) =>
      readFileSync(there.path(`${task}-archive/data/${file}`), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
    const framed = lines('frame.csv').map(line => line.split(',')[1]!)
    const excluded = lines('exclusions.csv').map(line => line.split(',')[0]!)
    const drawn = lines('selection.csv').map(line => line.split(',')[2]!)
    for (const target of new Set([
      framed[0]!,
      framed.at(-1)!,
      ...excluded.slice(0, 2),
      ...drawn.slice(0, 2),
      '91141102MA0K3X7H5Y',
    ])) {
      const paper = there.path(`${task}-${target}.json`)
      const { digest: _d, ...certificate } = await there.done('certify', frozen.draw, target, '--to', paper)
      const { digest: _e, ...wanted } = await here.done('certify', frozen.draw, target)
      // The ledgers of the two tell more than the draws.
      expect(withoutLedger(certificate)).toEqual(withoutLedger(wanted))
      await there.done('verify', there.path(`${task}-archive/data`), '--certificate', paper)
    }
  })

  test('a target and an inspector that fall out are replaced as on one machine', async () => {
    const rows = (file: string) => {
      const text = readFileSync(here.path(`${TASKS[0]}-archive/data/${file}`), 'utf8')
      return text
        .split('\n')
        .slice(1, -1)
        .map(line => line.split(','))
    }
    const out = rows('selection.csv').find(row => row.at(-1) === 'drawn')![2]!
    const inspector = rows('assignment.csv')
      .find(row => row[0] !== out)!
      .at(-1)!
    const by = ['--approver', '王主任']
    const closed = ['--target', out, '--reason', 'closed', ...by]
    const away = ['--inspector', inspector, '--reason', 'on-leave', ...by]
    for (const words of [closed, away]) {
      const { ledger: _, ...told } = await here.done('draw', 'substitute', '1', ...words)
      expect(await there.done('draw', 'substitute', '1', ...words)).toMatchObject(told)
    }
    for (const one of [here, there])
      await one.done('export', '1', '--to', one.path('after'), '--profile', 'archive')
    await expectSameFolder('after', there, here)
    expect(await there.done('draw', 'replay', '1')).toMatchObject({ same: true })
  })
})

/** A certificate without the place in the ledger up to which it tells what followed. */
function withoutLedger({ inspection, ...certificate }: { readonly inspection: object | null }): object {
  return { ...certificate, inspection: inspection && { ...inspection, asOf: null } }
}
