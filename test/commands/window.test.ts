import { expect, test } from 'vitest'
import { widthOf } from '../../src/terminal/width.ts'
import { drawnOffice } from '../helpers/results.ts'

/** The commands whose answer is a table. */
const TABLES = [
  ['list', 'targets', '--limit', '3'],
  ['list', 'items'],
  ['rules', 'list'],
  ['log'],
  ['draw', 'list'],
  ['draw', 'show', '2026-0001'],
  ['results', 'list'],
  ['report', 'deadlines'],
  ['report', 'workload'],
  ['report', 'coverage'],
  ['office', 'show'],
  ['exchange', 'list'],
] as const

test('a table is no wider than the terminal, and loses nothing by it; elsewhere it is as wide as it is', async () => {
  const at = await drawnOffice()
  for (const argv of TABLES) {
    const file = await at.ssj(...argv)
    expect(file.code, argv.join(' ')).toBe(0)
    for (const columns of [40, 80]) {
      const { out } = await at.ssjIn({ terminal: ['stdout'], columns, env: { NO_COLOR: '1' } }, ...argv)
      const tooWide = out.split('\n').filter(line => widthOf(line) > columns && /\S {2,}\S/.test(line))
      expect(tooWide, argv.join(' ')).toEqual([])
      // Each sign of a row stands on the screen as well, however it is broken; one record below the other is no table.
      const signs = (text: string) => [...text.replace(/[\s─]/g, '')].toSorted().join('')
      const isTable = out.includes('──') && !out.includes('\n\n')
      if (columns === 80 && isTable) expect(signs(out), argv.join(' ')).toBe(signs(file.out))
    }
  }
})
