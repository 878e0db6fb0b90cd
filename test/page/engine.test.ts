import { describe, expect, test } from 'vitest'
import { engine } from '../../src/page/engine.ts'
import { vectorOfSecond } from '../core/draw/folders.ts'

/** What the page reads and computes of a folder, without a browser. */
async function opened(name: string) {
  const page = engine()
  const { view, fixed } = page.open([...vectorOfSecond(name)], false)
  const { verdict, changed } = await page.verify(() => {})
  return { page, view, fixed, verdict, changed }
}

describe('the page takes folders of version 2', () => {
  test.each(['small', 'public'])('%s: the list, the substitutions, one firm', async name => {
    const { page, view, verdict, changed } = await opened(name)
    expect([verdict.kind, changed]).toEqual(['agrees', []])
    expect(view).toMatchObject({ frame: 30, seed: [{ source: '骰子' }, { source: '福彩3D 第2026312期' }] })
    expect(view!.substitutions.map(({ reason }) => reason.split(':')[0])).toEqual([
      ...['closed', 'unreachable', 'deregistered', 'cancelled', 'visited'],
    ])
    const { target } = view!.targets[0]!
    expect(page.find(target)).toMatchObject({ kind: 'target', finding: { verdict: 'drawn' } })
  })

  test.each(['committed', 'failed'])('%s: what is fixed', async name => {
    const { view, fixed, verdict } = await opened(name)
    expect([verdict.kind, view]).toEqual([name, null])
    expect(fixed!.sources).toContain('骰子')
  })
})
