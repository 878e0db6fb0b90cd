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

  test('only a code that some firm may have is said not to be here', async () => {
    const { page, view } = await opened('small')
    const { target } = view!.targets[0]!
    const spaced = `${target.slice(0, 4)} ${target.slice(4).toLowerCase()}`
    expect(page.find(spaced)).toMatchObject({ kind: 'target', id: target })
    expect(page.find('91141102058871239H')).toMatchObject({ kind: 'target', finding: { verdict: 'unknown' } })
    expect(page.find('911411020588712390')).toEqual({ kind: 'mistyped' })
    for (const text of ['T99', 'LS-0001', '12', '凤山饭店', '000000000000000000', '123456789012'])
      expect(page.find(text)).toEqual(
        text.length === 18 ? { kind: 'mistyped' } : { kind: 'several', targets: [] },
      )
  })

  test.each(['committed', 'failed'])('%s: what is fixed', async name => {
    const { view, fixed, verdict } = await opened(name)
    expect([verdict.kind, view]).toEqual([name, null])
    expect(fixed!.sources).toContain('骰子')
  })
})
