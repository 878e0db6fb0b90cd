import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Document, signedLines } from '../../../../src/core/publication/document.ts'
import { documentOfd } from '../../../../src/files/writing/official/document-ofd.ts'
import { PAGE } from '../../../../src/files/writing/official/page.ts'
import { officialPages } from '../../../../src/files/writing/official/pages.ts'
import { organLines } from '../../../../src/files/writing/text/organ-lines.ts'
import { NOTICE } from '../../../helpers/official.ts'

/** Names as registries have them: long, without blanks, of rare characters, from right to left, with signs of markup. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'示例市滨河新区（）、“”𠮷🍜A<&"\t شר'),
    minLength: 1,
    maxLength: 120,
  }),
  fc.constant('W'.repeat(120)),
  fc.constant('示例市滨河新区市场监督管理局、'.repeat(5)),
)
const papers = fc
  .record({ text, organ: text, signed: text, cells: fc.array(text, { minLength: 1, maxLength: 3 }) })
  .map(
    ({ text, organ, signed, cells }): Document => ({
      ...NOTICE,
      head: { organ, number: '示〔2026〕1号' },
      title: text,
      blocks: [
        { kind: 'address', text },
        { kind: 'facts', pairs: 2, facts: [{ label: text, value: text }] },
        { kind: 'table', headings: cells, rows: [cells, cells] },
        { kind: 'text', text },
        { kind: 'signature', lines: [signed, '2026年11月27日'], seal: '双随机抽查专用章' },
      ],
    }),
  )

describe('an official document of whatever names there are', () => {
  it('has nothing beyond its type area', () => {
    fc.assert(
      fc.property(papers, document => {
        for (const page of officialPages(document))
          for (const mark of page) {
            if (mark.kind === 'rule') continue
            const end = mark.x + mark.advances.reduce((sum, one) => sum + one, 0) + mark.size / 2
            expect([mark.text, mark.x > PAGE.left - 0.1]).toEqual([mark.text, true])
            expect([mark.text, end < PAGE.left + PAGE.textWidth + mark.size]).toEqual([mark.text, true])
          }
      }),
      { numRuns: 40 },
    )
  })

  it('has each rare character as a text of its own in OFD, and loses none', () => {
    const title = '甲𠮷乙🍜丙'
    const files = unzipSync(documentOfd({ ...NOTICE, title }))
    const xml = Object.entries(files).find(([name]) => name.includes('Page_0'))![1]
    const texts = [...strFromU8(xml).matchAll(/<ofd:TextCode[^>]*>([^<]*)</g)].map(([, one]) => one)
    for (const one of texts) expect(/[\u{10000}-\u{10ffff}]/u.test(one!) ? [...one!].length : 1).toBe(1)
    expect(texts.join('')).toContain(title)
  })

  it('says who issues it in lines that are read, and breaks no words for the seal', () => {
    expect(organLines('示例区市场监督管理局文件')).toEqual(['示例区市场监督管理局文件'])
    expect(organLines('示例市滨河新区市场监督管理局、示例市滨河新区消防救援大队')).toEqual([
      ...['示例市滨河新区市场监督管理局、', '示例市滨河新区消防救援大队'],
    ])
    const lines = organLines('示'.repeat(50))
    expect(lines.join('')).toBe('示'.repeat(50))
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(20)
    const seal = '双随机抽查专用章'
    expect(signedLines({ kind: 'signature', lines: ['甲局', '日'], seal })).toEqual([`甲局（${seal}）`, '日'])
    const long = '示例市滨河新区市场监督管理局、示例市滨河新区消防救援大队'
    expect(signedLines({ kind: 'signature', lines: [long, '日'], seal })).toEqual([long, `（${seal}）`, '日'])
  })
})
