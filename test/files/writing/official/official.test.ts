import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { documentOfd } from '../../../../src/files/writing/official/document-ofd.ts'
import { brokenLines, halves } from '../../../../src/files/writing/official/lines.ts'
import { officialDocx } from '../../../../src/files/writing/official/official-docx.ts'
import { FONTS, type Mark, SIZES } from '../../../../src/files/writing/official/page.ts'
import { officialPages } from '../../../../src/files/writing/official/pages.ts'
import { NOTICE } from '../../../helpers/official.ts'

/** An element of an XML file, with its text. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

function elementsOf(bytes: Uint8Array): Element[] {
  const elements: Element[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes, text: '' }))
  parser.on('text', text => {
    const last = elements.at(-1)
    if (last) last.text += text
  })
  parser.on('error', error => {
    throw error
  })
  parser.write(new TextDecoder().decode(bytes)).close()
  return elements
}

type TextMark = Extract<Mark, { kind: 'text' }>
const texts = (page: readonly Mark[]) => page.filter((mark): mark is TextMark => mark.kind === 'text')

describe('the lines of an official document', () => {
  const text = fc
    .array(fc.constantFrom(...'市场监管抽查（）“”，。、；《》12aB〔〕'), { minLength: 1, maxLength: 200 })
    .map(characters => characters.join(''))

  it('lose nothing, take 28 characters, and begin with nothing that closes', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<number>(0, 4), (whole, indent) => {
        const lines = brokenLines(whole, 56, indent)
        expect(lines.join('')).toBe(whole)
        for (const [i, line] of lines.entries()) {
          const width = [...line].reduce((sum, one) => sum + halves(one), i === 0 ? indent : 0)
          expect(width).toBeLessThanOrEqual(56)
        }
      }),
    )
    expect(brokenLines(`${'公'.repeat(27)}告（一），请`, 56)[1]).toBe('（一），请')
    expect(brokenLines(`${'公'.repeat(25)}第一次），请`, 56)).toEqual([`${'公'.repeat(25)}第一`, '次），请'])
  })
})

describe('the page of GB/T 9704', () => {
  const pages = officialPages(NOTICE)

  it('has all text in 156 by 225 mm below 37 and beside 28, on 22 lines of 28 characters', () => {
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) {
      for (const mark of texts(page).slice(0, -1)) {
        const end = mark.x + mark.advances.reduce((sum, one) => sum + one, 0) + mark.size
        expect([mark.text, mark.x >= 28, end <= 28 + 156 + 0.1]).toEqual([mark.text, true, true])
        expect([mark.text, mark.baseline > 37, mark.baseline < 37 + 225]).toEqual([mark.text, true, true])
      }
      const body = texts(page).filter(({ font, size }) => font === 'body' && size === SIZES.three)
      for (const { baseline } of body) {
        const line = (baseline - 37 - (225 / 22 + SIZES.three) / 2 + 0.12 * SIZES.three) / (225 / 22)
        expect(Math.abs(line - Math.round(line))).toBeLessThan(0.001)
      }
    }
    const full = pages.map(page => texts(page).filter(({ size }) => size === SIZES.three).length)
    expect(Math.max(...full)).toBe(22)
    const longest = texts(pages.at(-2)!).filter(({ text }) => [...text].length === 28)
    expect(longest.length).toBeGreaterThan(5)
    expect(longest[0]!.advances.every(advance => Math.abs(advance - 156 / 28) < 1e-9)).toBe(true)
  })

  it('has a red head 35 mm below, a red rule as wide as the text, room for the number and for the seal', () => {
    const [head, number] = texts(pages[0]!)
    expect([head!.text, head!.red, head!.font]).toEqual(['示例区市场监督管理局', true, 'head'])
    expect(head!.baseline - head!.size * 0.88).toBeCloseTo(37 + 35, 1)
    expect(number!.text).toContain('〕　　号')
    const red = pages[0]!.filter(mark => mark.kind === 'rule' && mark.red)
    expect(red).toMatchObject([{ from: [28, expect.any(Number)], to: [28 + 156, expect.any(Number)] }])
    const last = texts(pages.at(-1)!)
    const [before, office] = last.slice(-4)
    expect(office!.text).toBe('示例区市场监督管理局')
    expect(office!.baseline - before!.baseline).toBeGreaterThan(3.9 * (225 / 22))
  })

  it('numbers odd pages at the right, even ones at the left, in 4号', () => {
    for (const [i, page] of pages.entries()) {
      const { text, x, size, baseline } = texts(page).at(-1)!
      expect([text, size]).toEqual([`— ${i + 1} —`, SIZES.four])
      expect(i % 2 === 0 ? x > 150 : x < 40).toBe(true)
      expect(baseline).toBeGreaterThan(37 + 225 + 7)
    }
  })
})

describe('as OFD (GB/T 33190)', () => {
  const bytes = documentOfd(NOTICE)
  const files = unzipSync(bytes)

  it('is the same bytes each time, well-formed, and complete', () => {
    expect(Buffer.from(documentOfd(NOTICE)).equals(bytes)).toBe(true)
    const [root] = elementsOf(files['OFD.xml']!).filter(({ name }) => name === 'ofd:DocRoot')
    const document = elementsOf(files[root!.text]!)
    const most = Number(document.find(({ name }) => name === 'ofd:MaxUnitID')!.text)
    const listed = document.filter(({ name }) => name === 'ofd:Page')
    expect(listed).toHaveLength(officialPages(NOTICE).length)
    const fonts = elementsOf(files['Doc_0/PublicRes.xml']!).filter(({ name }) => name === 'ofd:Font')
    expect(fonts.map(({ attributes }) => attributes.FontName)).toEqual(Object.values(FONTS))
    const ids = [...fonts, ...listed].map(({ attributes }) => Number(attributes.ID))
    for (const { attributes } of listed) {
      const page = elementsOf(files[`Doc_0/${attributes.BaseLoc}`]!)
      for (const { name, attributes: own } of page) {
        if (own.ID !== undefined) ids.push(Number(own.ID))
        if (name === 'ofd:TextObject') expect(fonts.map(font => font.attributes.ID)).toContain(own.Font)
      }
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(Math.max(...ids)).toBeLessThanOrEqual(most)
  })

  it('places every character: one way for each but the last, all within the page', () => {
    const told: string[] = []
    for (const [name, content] of Object.entries(files)) {
      if (!name.endsWith('Content.xml')) continue
      const page = elementsOf(content)
      for (const [i, { name: tag, attributes, text }] of page.entries()) {
        if (tag !== 'ofd:TextCode') continue
        const [x, y, width, height] = page[i - 2]!.attributes.Boundary!.split(' ').map(Number)
        const ways = waysIn(attributes.DeltaX ?? '')
        expect([text, ways.length]).toEqual([text, [...text].length - 1])
        expect(x! + ways.reduce((sum, one) => sum + one, 0)).toBeLessThan(28 + 156)
        expect(x! >= 28 && y! >= 37 && x! + width! <= 210 && y! + height! <= 297).toBe(true)
        told.push(text)
      }
    }
    for (const text of ['示例区市场监督管理局', '示例区第59号商店有限公司', '2026年11月27日'])
      expect(told).toContain(text)
  })
})

/** `g 3 5.571 2.786` as the four ways that it says. */
function waysIn(deltas: string): number[] {
  const words = deltas === '' ? [] : deltas.split(' ')
  const ways: number[] = []
  while (words.length > 0) {
    const word = words.shift()!
    if (word === 'g') ways.push(...Array<number>(Number(words.shift())).fill(Number(words.shift())))
    else ways.push(Number(word))
  }
  return ways
}

describe('as DOCX', () => {
  const bytes = officialDocx(NOTICE)

  it('says the margins, lines and characters of the standard', () => {
    expect(Buffer.from(officialDocx(NOTICE)).equals(bytes)).toBe(true)
    const elements = elementsOf(unzipSync(bytes)['word/document.xml']!)
    const margins = elements.find(({ name }) => name === 'w:pgMar')!.attributes
    const mm = (twips: string | undefined) => (Number(twips) * 25.4) / 1440
    expect(mm(margins['w:top'])).toBeCloseTo(37, 1)
    expect(mm(margins['w:left'])).toBeCloseTo(28, 1)
    expect(210 - mm(margins['w:left']) - mm(margins['w:right'])).toBeCloseTo(156, 1)
    expect(297 - mm(margins['w:top']) - mm(margins['w:bottom'])).toBeCloseTo(225, 1)
    const heights = elements.filter(({ attributes }) => attributes['w:lineRule'] === 'exact')
    expect(new Set(heights.slice(0, 8).map(({ attributes }) => 22 * mm(attributes['w:line'])))).toEqual(
      new Set([22 * mm('579')]),
    )
    const space = elements.find(
      ({ name, attributes }) => name === 'w:spacing' && attributes['w:val'] !== undefined,
    )
    const width = 28 * (16 + Number(space!.attributes['w:val']) / 20) * (25.4 / 72)
    expect(width).toBeLessThanOrEqual(156)
    expect(width).toBeGreaterThan(155)
  })
})

const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

describe.skipIf(!has('soffice') || !has('pdftotext'))(
  'laid out by LibreOffice',
  { tags: ['campaign'] },
  () => {
    it('has 22 lines of 28 characters in the type area, and the page number outside', () => {
      const folder = mkdtempSync(join(tmpdir(), 'ssj-official-'))
      try {
        writeFileSync(join(folder, 'x.docx'), officialDocx(NOTICE))
        const home = `-env:UserInstallation=file://${folder}/home`
        const made = spawnSync('soffice', [
          home,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, 'x.docx'),
        ])
        expect(made.status).toBe(0)
        expect(
          spawnSync('pdftotext', ['-bbox-layout', join(folder, 'x.pdf'), join(folder, 'x.html')]).status,
        ).toBe(0)
        const pages = readFileSync(join(folder, 'x.html'), 'utf8').split('<page ').slice(1).map(linesOf)
        const full = pages.find(lines => lines.length === 23)!
        const body = full.slice(0, -1)
        expect(full).toBeDefined()
        expect(body.filter(({ count }) => count === 28).length).toBeGreaterThan(15)
        for (const { left, right, top, bottom } of body) {
          expect(left).toBeGreaterThan(27.9)
          expect(right).toBeLessThan(28 + 156.1)
          expect(top).toBeGreaterThan(37)
          expect(bottom).toBeLessThan(37 + 225 + 1)
        }
        for (const [i, lines] of pages.entries()) expect(lines.at(-1)!.left > 105).toBe(i % 2 === 0)
      } finally {
        rmSync(folder, { recursive: true })
      }
    }, 120_000)
  },
)

/** The lines of a page in millimetres, and how many characters each has. */
function linesOf(page: string) {
  const mm = (points: string) => (Number(points) * 25.4) / 72
  return [
    ...page.matchAll(
      /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([\s\S]*?)<\/line>/g,
    ),
  ].map(([, left, top, right, bottom, inner]) => ({
    ...{ left: mm(left!), top: mm(top!), right: mm(right!), bottom: mm(bottom!) },
    count: [...inner!.replaceAll(/<[^>]+>|\s/g, '')].length,
  }))
}
