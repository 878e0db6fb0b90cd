import { sha256Hex } from '../../../core/hash.ts'
import type { Document } from '../../../core/publication/document.ts'
import { fixedZip } from '../../zip.ts'
import { withoutControls } from '../text/printable.ts'
import { escapedXml } from '../text/xml.ts'
import { FONTS, type Mark, PAGE } from './page.ts'
import { officialPages } from './pages.ts'
import type { Page } from './sheet.ts'

/**
 * A document as OFD (GB/T 33190-2016) with the page of GB/T 9704. Fonts are named and not embedded; nothing is signed and no
 * seal is drawn: whoever has a certified device puts it where the document leaves room. The same document gives the same bytes.
 */
export function documentOfd(document: Document): Uint8Array {
  const pages = officialPages(document)
  const contents = pages.map((page, i) => contentXml(page, firstIdOf(pages, i)))
  const title = withoutControls(document.title.replace('\n', ''))
  const files = new Map([
    ['OFD.xml', ofdXml(title, sha256Hex(contents.join('')).slice(0, 32))],
    ['Doc_0/Document.xml', documentXml(pages)],
    ['Doc_0/PublicRes.xml', FONTS_XML],
    ...contents.map((xml, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, xml] as const),
  ])
  const text = new TextEncoder()
  return fixedZip(new Map([...files].map(([name, xml]) => [name, text.encode(xml)])))
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const NAMES = Object.keys(FONTS) as (keyof typeof FONTS)[]
/** Ids of the document: fonts first, then of each page itself, its layer and what is on it. */
const FIRST_FREE = NAMES.length + 1

function firstIdOf(pages: readonly Page[], index: number): number {
  return pages.slice(0, index).reduce((id, page) => id + page.flatMap(inReach).length + 2, FIRST_FREE)
}

function ofdXml(title: string, id: string): string {
  return (
    `${HEAD}<ofd:OFD ${SPACE} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${id}</ofd:DocID>` +
    `<ofd:Title>${escapedXml(title)}</ofd:Title><ofd:Creator>ssj</ofd:Creator></ofd:DocInfo>` +
    '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
  )
}

function documentXml(pages: readonly Page[]): string {
  const listed = pages.map(
    (_, i) => `<ofd:Page ID="${firstIdOf(pages, i)}" BaseLoc="Pages/Page_${i}/Content.xml"/>`,
  )
  return (
    `${HEAD}<ofd:Document ${SPACE}><ofd:CommonData><ofd:MaxUnitID>${firstIdOf(pages, pages.length)}</ofd:MaxUnitID>` +
    `<ofd:PageArea><ofd:PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</ofd:PhysicalBox>` +
    `<ofd:ContentBox>${PAGE.left} ${PAGE.top} ${PAGE.textWidth} ${PAGE.textHeight}</ofd:ContentBox></ofd:PageArea>` +
    `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${listed.join('')}</ofd:Pages></ofd:Document>`
  )
}

const FONTS_XML = `${HEAD}<ofd:Res ${SPACE} BaseLoc="Res"><ofd:Fonts>${NAMES.map(
  (name, i) =>
    `<ofd:Font ID="${i + 1}" FontName="${FONTS[name]}" FamilyName="${FONTS[name]}" Charset="unicode"/>`,
).join('')}</ofd:Fonts></ofd:Res>`

/**
 * A text with each character beyond the basic plane (𠮷, rare ones of names) as a text of its own: viewers count such a one as two,
 * and what stands behind it would be moved or lost.
 */
function inReach(mark: Mark): Mark[] {
  if (mark.kind === 'rule' || !BEYOND.test(mark.text)) return [mark]
  const parts: Mark[] = []
  let [x, at] = [mark.x, 0]
  for (const [text] of mark.text.matchAll(/[\u{10000}-\u{10ffff}]|[^\u{10000}-\u{10ffff}]+/gu)) {
    const { length } = [...text]
    const ways = mark.advances.slice(at, at + length)
    parts.push({ ...mark, text, x, advances: ways.slice(0, length - 1) })
    x += ways.reduce((sum, one) => sum + one, 0)
    at += length
  }
  return parts
}

const BEYOND = /[\u{10000}-\u{10ffff}]/u

function contentXml(page: Page, id: number): string {
  const marks = page.flatMap(inReach).map((mark, i) => markXml(mark, id + 2 + i))
  return `${HEAD}<ofd:Page ${SPACE}><ofd:Content><ofd:Layer ID="${id + 1}" Type="Body">${marks.join('')}</ofd:Layer></ofd:Content></ofd:Page>`
}

function markXml(mark: Mark, id: number): string {
  const colour = mark.red ? '255 0 0' : '0 0 0'
  if (mark.kind === 'rule') {
    const { from, to, width } = mark
    const box = [from[0], from[1], to[0] - from[0], to[1] - from[1]].map(mm)
    return (
      `<ofd:PathObject ID="${id}" Boundary="${box[0]} ${box[1]} ${mm(Math.max(width, to[0] - from[0]))} ${mm(Math.max(width, to[1] - from[1]))}" LineWidth="${width}">` +
      `<ofd:StrokeColor Value="${colour}"/><ofd:AbbreviatedData>M 0 0 L ${box[2]} ${box[3]}</ofd:AbbreviatedData></ofd:PathObject>`
    )
  }
  const { text, font, size, x, baseline, advances } = mark
  const ascent = size * 0.88
  const width = advances.reduce((sum, one) => sum + one, 0) + size
  return (
    `<ofd:TextObject ID="${id}" Boundary="${mm(x)} ${mm(baseline - ascent)} ${mm(width)} ${mm(size * 1.15)}" Font="${NAMES.indexOf(font) + 1}" Size="${mm(size)}">` +
    `<ofd:FillColor Value="${colour}"/><ofd:TextCode X="0" Y="${mm(ascent)}"${deltas(advances)}>${escapedXml(text)}</ofd:TextCode></ofd:TextObject>`
  )
}

/** The ways from character to character, equal ones told once: `g 27 5.571`. */
function deltas(advances: readonly number[]): string {
  if (advances.length === 0) return ''
  const runs: { readonly value: string; count: number }[] = []
  for (const advance of advances) {
    const value = mm(advance)
    const last = runs.at(-1)
    if (last?.value === value) last.count++
    else runs.push({ value, count: 1 })
  }
  return ` DeltaX="${runs.map(({ value, count }) => (count === 1 ? value : `g ${count} ${value}`)).join(' ')}"`
}

/** Millimetres to a thousandth. */
function mm(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}
