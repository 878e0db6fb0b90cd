/** @module-tag campaign */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { certificateHtml } from '../../../../src/core/publication/certificate/certificate-html.ts'
import { certifier } from '../../../../src/core/publication/certificate/certify.ts'
import { openDraw } from '../../../../src/core/publication/certificate/opened-draw.ts'
import type { DrawOccasion } from '../../../../src/core/publication/export/record.ts'
import type {
  CertifiedInspection,
  CertifiedItem,
} from '../../../../src/core/publication/followed/inspection.ts'
import { closeBrowser, hasChromium, print } from '../../../page/browser.ts'
import { vectorOfSecond } from '../../draw/folders.ts'

const OCCASION: DrawOccasion = {
  ...{ draw: '2026-0001', attempt: 1, task: 'V1', statement: '', witnesses: [], sealed: null, again: null },
  frozen: { at: '2026-02-03T04:05:06Z', by: '甲', entry: 7, ledger: '0'.repeat(64) },
  drawn: { at: '2026-02-03T05:05:06Z', by: '甲', entry: 8, ledger: '0'.repeat(64) },
  ...{ commitment: 'before-the-seed', seedFrom: 'announced-sources', void: null, signatures: {} },
  ...{ registry: null, rules: null, items: [], program: 'ssj 0.1.0' },
}
const NOBODY = { office: '', telephone: '', seal: '' }
const draw = openDraw(vectorOfSecond('medium'))!
const certify = certifier(draw, OCCASION)
const [drawn] = draw.selection
const selected = new Set(draw.selection.map(({ target }) => target))
const spared = draw.frame.find(({ target }) => !selected.has(target))!

const item = (i: number): CertifiedItem => ({
  code: `SX-${String(i).padStart(2, '0')}`,
  name: '食品经营许可和食品安全自查制度落实情况检查',
  basis: '《中华人民共和国食品安全法》第一百零九条、第一百一十条',
  content: '是否取得许可、是否超范围经营、是否公示许可证，自查制度是否建立并执行',
  result: {
    ...{ state: 'published', inspected: '2026-03-02' as never, published: '2026-03-20' as never },
    ...{ outcomes: ['E'], text: '未按规定建立台账（台账不全）', corrections: [], went: null },
  },
})
const inspection = (departments: number, items: number): CertifiedInspection => ({
  asOf: { entry: 57, at: '2026-05-20T10:00:00+08:00', ledger: 'a'.repeat(64) },
  ...{ officers: 'full', substitutions: 0 },
  visits: Array.from({ length: departments }, (_, d) => ({
    department: ['示例市市场监督管理局', '示例市卫生健康委员会', '示例市消防救援支队'][d % 3]!,
    ...{ due: true, host: null, people: 2, team: ['示例人一（14110200001）', '示例人二（14110200002）'] },
    items: Array.from({ length: items }, (_, i) => item(10 * d + i)),
  })),
})
const of = (target: string, followed: CertifiedInspection | null = null) =>
  certificateHtml(
    certify(
      { id: target, name: '示例市示例区幸福路老王餐饮服务有限公司', registered: true },
      { inspection: followed, issuer: NOBODY },
    ),
  )

/** All that may stand beside a verdict, with long reasons. */
function burdened(): string {
  const reason = '名单有误，冻结后发现部分对象不属于本次任务范围，经集体讨论决定重新抽取'
  const occasion = { ...OCCASION, void: { reason, approver: '局长' }, weakSeed: { reason, approver: '局长' } }
  const one = certifier(draw, occasion)(
    { id: drawn!.target, name: '示例店', registered: true },
    {
      inspection: inspection(1, 1),
      issuer: { office: '示例市市场监督管理局', telephone: '0355-0000000', seal: '盖章' },
    },
  )
  return certificateHtml({
    ...one,
    substitutions: [{ number: 1, out: drawn!.target, in: spared.target, reason: 'closed:已停业多年' }],
  })
}

const hasPoppler = ['pdfinfo', 'pdftotext'].every(tool => spawnSync(tool, ['-v']).error === undefined)
const missing = hasChromium && hasPoppler ? '' : ' (skipped: chromium or poppler-utils is not installed)'
const folder = mkdtempSync(join(tmpdir(), 'ssj-print-'))
afterAll(async () => {
  await closeBrowser()
  rmSync(folder, { recursive: true })
})

/** The text of each printed page. */
async function printed(html: string): Promise<readonly string[]> {
  const pdf = join(process.env.PRINTED ?? folder, `${++count}.pdf`)
  await print(html, pdf)
  const pages = Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))![1])
  return Array.from({ length: pages }, (_, i) =>
    execFileSync('pdftotext', ['-layout', '-f', String(i + 1), '-l', String(i + 1), pdf, '-'], {
      encoding: 'utf8',
    }),
  )
}
let count = 0

describe.skipIf(missing !== '')(`a printed certificate${missing}`, () => {
  it.each([
    ['of a target not drawn', of(spared.target)],
    ['of a target drawn, not yet inspected', of(drawn!.target)],
    ['of a target with one item', of(drawn!.target, inspection(1, 1))],
    ['of a target of a void draw that fell out, with a weak seed', burdened()],
    ['of an excluded target', of(draw.exclusions![0]!.target)],
    ['of a code that is nowhere', of('Z')],
  ])('%s is one page in each language, and a page of data', async (_, html) => {
    const pages = await printed(html)
    expect(pages).toHaveLength(3)
    const [zh, en, data] = pages as [string, string, string]
    for (const told of ['双随机抽查抽取结果证明', '盖章', '出具机关', '本证明摘要', '种子与公开事件'])
      expect(zh).toContain(told)
    for (const told of ['Certificate of the result', 'issued by', 'the public event gave'])
      expect(en).toContain(told)
    expect(data).toContain('ssj-certificate/3')
  })

  it.each([
    ['what the items are', inspection(2, 1), '各事项的依据和内容见附页', 5],
    ['the items', inspection(3, 4), '4 项，逐项见附页', 5],
    ['departments', inspection(9, 2), '另有 5 个部门', 7],
  ])(
    'is signed on one page where %s need more room, which an annex gives them',
    async (_, followed, told, most) => {
      const pages = await printed(of(drawn!.target, followed))
      expect(pages[0]).toContain(told)
      expect(pages[0]).toContain('种子与公开事件')
      expect(pages[1]).toContain('附页：')
      const english = pages.findIndex(text => text.includes('Certificate of the result'))
      expect(english).toBeLessThanOrEqual(most - 2)
      expect(pages[english]).toContain('the public event gave')
      expect(pages[english + 1]).toContain('Annex:')
    },
  )
})
