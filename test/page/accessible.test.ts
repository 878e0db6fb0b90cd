/** @module-tag campaign */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPORT_KINDS } from '../../src/core/report/report-kinds.ts'
import { atTime, drawnOffice, reviewedResults } from '../helpers/results.ts'
import type { Office } from '../helpers/ssj.ts'
import { closeBrowser, hasChromium, PATIENCE, SKIPPED, staticPageAt } from './browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let here: Office

/** A draw that was announced, run, exported and certified, with published results and every report. */
beforeAll(async () => {
  if (!hasChromium) return
  here = await drawnOffice()
  const [firm] = await reviewedResults(here)
  await here.done('results', 'publish', '1')
  await here.done('publish', 'results', '--to', here.path('results'))
  await here.done('export', '1', '--to', here.path('public'))
  await here.done('certify', '1', firm, '--to', here.path('certificate.html'))
  await here.done('certify', firm, '--year', '2026', '--to', here.path('year'))
  await here.done('export', '1', '--profile', 'archive', '--to', here.path('archive'))
  await here.done('export', '1', '--layout', 'gsxt-result', '--to', here.path('wide'))
  for (const kind of ['items', 'plan'])
    await here.done(
      'publish',
      kind,
      '--to',
      here.path(`${kind}.html`),
      ...(kind === 'plan' ? ['--year', '2026'] : []),
    )
  for (const name of REPORT_KINDS) {
    const options = name === 'timeline' ? ['--draw', '1'] : name === 'matrix' ? ['--targets'] : []
    await here.done('report', name, ...options, '--to', here.path(`${name}.html`))
  }
  const before = atTime(here, '2026-05-21T02:00:00Z')
  const task = ['--lead', 'JIA', '--items', 'S1', '--count', '1', '--id', 'B', '--source', '骰子/30']
  await before.done('draw', 'freeze', ...task)
  await before.done('draw', 'announce', '2', '--to', here.path('announced'))
}, PATIENCE)
afterAll(closeBrowser)

/** What axe finds wrong with a page at each width and in each scheme of colours, a line for each kind of it. */
async function violations(path: string): Promise<string[]> {
  const page = await staticPageAt(path)
  await page.evaluate(AXE)
  const found: string[] = []
  for (const width of [390, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      for (const { id, impact, nodes } of violations)
        found.push(`${width} ${colorScheme} ${impact} ${id}: ${nodes[0]!.html}`)
      if (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'))
        found.push(`${width} ${colorScheme} scrolls sideways`)
    }
  await page.close()
  return found
}

describe.skipIf(!hasChromium)(`axe finds nothing at 390 and 1280 px, in light and dark${SKIPPED}`, () => {
  test.each(REPORT_KINDS)('in report %s', async name => {
    expect(await violations(here.path(`${name}.html`))).toEqual([])
  })

  test.each([
    'public/公示名单.html',
    'public/年度抽取目录.html',
    'public/抽取记录.html',
    'public/抽查任务公告.html',
    'public/verify.html',
    'announced/抽取公告.html',
    'announced/verify.html',
    'results/检查结果公示.html',
    'results/抽查结果查询.html',
    'certificate.html',
    'year/年度抽查证明.html',
    'items.html',
    'plan.html',
    'wide/公示名单.html',
    ...['检查任务表', '检查通知书', '检查记录表'].map(name => `archive/data/${name}.html`),
  ])('in %s', async file => {
    expect(await violations(here.path(file))).toEqual([])
  })
})
