import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../../src/core/publication/document.ts'
import { officialDocx } from '../../../../src/files/writing/official/official-docx.ts'
import { PAGE } from '../../../../src/files/writing/official/page.ts'
import { officialPages } from '../../../../src/files/writing/official/pages.ts'
import { NOTICE } from '../../../helpers/official.ts'

const SIGNED = ['示例区市场监督管理局', '2026年11月27日']
const row = (i: number) => [`${i}`, `示例区第${i}号商店`, '示例区示例街道']

/** What may stand before who signs. */
const ENDS: Readonly<Record<string, readonly Block[]>> = {
  'a text of one line': [{ kind: 'text', text: '特此公告。' }],
  'a long text': [{ kind: 'text', text: '请各有关单位予以配合。'.repeat(12) }],
  'a table': [{ kind: 'table', headings: ['序号', '名称', '住所'], rows: [1, 2, 3, 4, 5].map(row) }],
  facts: [
    { kind: 'facts', pairs: 2, facts: ['甲', '乙', '丙', '丁'].map(label => ({ label, value: '示例' })) },
  ],
  'an address': [{ kind: 'address', text: '示例区市场监督管理局：' }],
}

test('in a DOCX the last two rows before who signs are kept with it, as headings are with their first row', () => {
  const rows = Array.from({ length: 9 }, (_, i) => row(i))
  const table: Block = { kind: 'table', headings: ['序号', '名称', '住所'], rows }
  const text = { kind: 'text', text: '特此公告。' } as const
  const signature = { kind: 'signature', lines: SIGNED } as const
  const kept = (...blocks: Block[]) => {
    const [, ...found] = strFromU8(
      unzipSync(officialDocx({ ...NOTICE, blocks }))['word/document.xml']!,
    ).split('<w:tr>')
    return found.map(one => /<w:tc>.*<w:keepNext\/>.*<\/w:tc>/s.test(one.split('</w:tr>')[0]!))
  }
  expect(kept(table, signature)).toEqual([true, ...Array(7).fill(false), true, true])
  // Before a last text of one line too: that line alone is not enough beside who signs.
  expect(kept(table, text, signature)).toEqual([true, ...Array(7).fill(false), true, true])
})

test.each(['text', 'address'] as const)('in a DOCX a last short %s is kept with who signs', kind => {
  const keeps = (text: string, ...after: Block[]) => {
    const blocks: Block[] = [{ kind, text }, ...after]
    const xml = strFromU8(unzipSync(officialDocx({ ...NOTICE, blocks }))['word/document.xml']!)
    return xml
      .split('<w:p>')
      .find(one => one.includes(text))!
      .includes('<w:keepNext/>')
  }
  const signature = { kind: 'signature', lines: SIGNED } as const
  expect(keeps('示例区市场监督管理局：', signature)).toBe(true)
  expect(keeps('请各有关单位予以配合。'.repeat(20), signature)).toBe(false)
  expect(keeps('示例区市场监督管理局：', { kind: 'text', text: '特此公告。' }, signature)).toBe(true)
})

describe('who signs stands on no page alone (GB/T 9704)', () => {
  test.each(Object.keys(ENDS))('after %s: two lines or rows stand above, wherever the page ends', end => {
    const places = new Set<number>()
    for (let lines = 0; lines < 46; lines++) {
      const before = Array.from({ length: lines }, (): Block => ({ kind: 'text', text: '一行文字。' }))
      const blocks: Block[] = [...before, ...ENDS[end]!, { kind: 'signature', lines: SIGNED }]
      const pages = officialPages({ ...NOTICE, blocks })
      const last = pages.at(-1)!.flatMap(mark => (mark.kind === 'text' ? [mark] : []))
      const inText = last.filter(
        ({ baseline }) => baseline > PAGE.top && baseline < PAGE.top + PAGE.textHeight,
      )
      const signed = inText.filter(({ text }) => SIGNED.includes(text))
      expect(signed.filter(({ font }) => font === 'body')).toHaveLength(2)
      const above = new Set(
        inText.filter(({ text }) => !SIGNED.includes(text)).map(({ baseline }) => baseline),
      )
      expect([lines, above.size >= 2]).toEqual([lines, true])
      places.add(Math.round(signed.at(-1)!.baseline))
    }
    expect(places.size).toBeGreaterThan(10)
  })
})

test('headings of a table stand above its rows on every page, and nowhere alone', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [
    `${i}`,
    `示例区第${i}号商店有限公司`.repeat(1 + (i % 9)),
    '示例街道',
  ])
  const blocks: Block[] = [{ kind: 'table', headings: ['序号', '名称', '住所'], rows }]
  const pages = officialPages({ ...NOTICE, blocks })
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) {
    const texts = page.flatMap(mark => (mark.kind === 'text' && mark.font === 'table' ? [mark.text] : []))
    const cells = texts.slice(0, -1)
    if (cells.length === 0) continue
    expect(cells.slice(0, 3)).toEqual(['序号', '名称', '住所'])
    expect(cells.lastIndexOf('住所')).toBe(2)
    expect(cells.length).toBeGreaterThan(3)
  }
})
