import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { halves } from '../../../src/files/writing/official/lines.ts'
import { officeOfResults } from '../../helpers/exchange.ts'
import { standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

let here: Office
let firm: string
/** How the firm's files are called. */
let named: string

beforeAll(async () => {
  here = await officeOfResults()
  firm = (await standing(here)).drawn[0]!
  named = (await here.done('list', 'targets')).records.find(({ id }: { id: string }) => id === firm).name
  await here.done('office', 'set', '发文机关=示例区市场监督管理局')
  const task = ['--lead', 'JIA', '--count', '1', '--source', '骰子/30', '--id', 'B']
  await here.done('draw', 'freeze', ...task)
  await here.done('draw', 'announce', '2', '--to', here.path('said'), '--format', 'official,ofd,html')
  await here.done(
    'export',
    '1',
    '--to',
    here.path('kept'),
    '--profile',
    'archive',
    '--format',
    'official,ofd',
  )
  for (const end of ['docx', 'ofd']) await here.done('certify', '1', firm, '--to', here.path(`证明.${end}`))
})

/** Each document that an office issues, without its ending. */
const DOCUMENTS: readonly (readonly [string, () => string])[] = [
  ['抽取公告', () => 'said/抽取公告'],
  ['抽查任务公告', () => 'kept/data/抽查任务公告'],
  ['检查通知书', () => `kept/data/检查通知书/${named}`],
  ['抽取记录', () => 'kept/data/抽取记录'],
  ['抽取结果证明', () => '证明'],
]

const xml = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const unescaped = (text: string) => text.replaceAll(/&\w+;/g, '&')
const numbers = (text: string) => text.split(' ').map(Number)
/** The pitch of 22 lines in 225 mm, and the size of 3号. */
const PITCH = 225 / 22
const THREE = (16 * 25.4) / 72

describe.each(DOCUMENTS)('%s', (name, place) => {
  it('as OFD has the page of GB/T 9704: margins, lines, characters, red head and rule, page numbers', () => {
    const files = unzipSync(readFileSync(here.path(`${place()}.ofd`)))
    const pages = Object.keys(files).filter(file => file.endsWith('Content.xml'))
    expect(xml(files['Doc_0/Document.xml']!)).toContain('<ofd:ContentBox>28 37 156 225</ofd:ContentBox>')
    for (const [i, file] of pages.entries()) {
      const page = xml(files[file]!)
      const marks = [
        ...page.matchAll(
          /<ofd:TextObject ID="\d+" Boundary="([^"]+)" Font="(\d)" Size="([^"]+)"><ofd:FillColor Value="([^"]+)"\/><ofd:TextCode X="0" Y="([^"]+)"(?: DeltaX="([^"]+)")?>([^<]*)</g,
        ),
      ].map(([, box, font, size, colour, y, , text]) => {
        const [x, top] = numbers(box!)
        return { x: x!, baseline: top! + Number(y), font, size: Number(size), colour, text: text! }
      })
      const number = marks.pop()!
      expect([number.text, number.x > 105, number.baseline > 37 + 225 + 7]).toEqual([
        `— ${i + 1} —`,
        i % 2 === 0,
        true,
      ])
      for (const { x, baseline, text } of marks)
        expect([text, x >= 28 && x < 28 + 156 && baseline > 37 && baseline < 37 + 225]).toEqual([text, true])
      const body = marks.filter(({ font, size }) => font === '2' && Math.abs(size - THREE) < 0.01)
      for (const { baseline, text } of body) {
        const line = (baseline - 37 - (PITCH + THREE) / 2 + 0.12 * THREE) / PITCH
        expect([text, Math.abs(line - Math.round(line)) < 0.01]).toEqual([text, true])
        const halfCharacters = [...unescaped(text)].reduce((sum, one) => sum + halves(one), 0)
        expect([text, halfCharacters <= 56]).toEqual([text, true])
      }
      const lines = new Set(body.map(({ baseline }) => baseline.toFixed(1)))
      expect(lines.size).toBeLessThanOrEqual(22)
      const red = marks.filter(({ colour }) => colour === '255 0 0').map(({ text }) => text)
      expect(red).toEqual(i === 0 ? ['示例区市场监督管理局'] : [])
      const rules = [...page.matchAll(/Boundary="([^"]+)" LineWidth="0.7"><ofd:StrokeColor Value="255 0 0"/g)]
      expect(rules.map(([, box]) => [numbers(box!)[0], numbers(box!)[2]])).toEqual(i === 0 ? [[28, 156]] : [])
    }
    // Who signs stands with the end of the text, and leaves room for the seal.
    expect(pages.length, name).toBeGreaterThan(0)
    const last = xml(files[`Doc_0/Pages/Page_${pages.length - 1}/Content.xml`]!)
    expect(last.match(/<ofd:TextObject/g)!.length).toBeGreaterThan(3)
  })

  it('as DOCX has the same margins, lines, characters, head, rule and number', () => {
    const end = name === '抽取结果证明' ? 'docx' : '公文.docx'
    const document = xml(unzipSync(readFileSync(here.path(`${place()}.${end}`)))['word/document.xml']!)
    const margins = Object.fromEntries(
      [.../<w:pgMar ([^>]*)\/>/.exec(document)![1]!.matchAll(/w:(\w+)="(\d+)"/g)].map(([, side, twips]) => [
        side,
        (Number(twips) * 25.4) / 1440,
      ]),
    )
    expect(margins.top).toBeCloseTo(37, 1)
    expect(margins.left).toBeCloseTo(28, 1)
    expect(210 - margins.left! - margins.right!).toBeCloseTo(156, 1)
    expect(297 - margins.top! - margins.bottom!).toBeCloseTo(225, 1)
    const heights = [...document.matchAll(/w:line="(\d+)" w:lineRule="exact"/g)].map(([, line]) =>
      Number(line),
    )
    // Lines of text, and the gap below a table.
    expect([...new Set(heights)].sort((a, b) => b - a).slice(0, 2)).toEqual([579, 120])
    expect((22 * heights[0]! * 25.4) / 1440).toBeLessThanOrEqual(225)
    const space = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(document)![1])
    expect(28 * (16 + space / 20) * (25.4 / 72)).toBeLessThanOrEqual(156)
    expect(document).toMatch(/<w:color w:val="FF0000"\/>(?:(?!<\/w:r>).)*示例区市场监督管理局/)
    expect(document).toContain('w:bottom w:val="single" w:sz="16" w:space="11" w:color="FF0000"')
    expect(document).toContain('〔')
    expect(document).toContain('w:footerReference w:type="even"')
  })
})

it('a certificate on paper is sealed and not signed: a key is refused, and the folder with the announcement verifies', async () => {
  const ran = await here.ssj('--json', 'certify', '1', firm, '--to', here.path('x.pdf'))
  expect(ran.json.error.code).toBe('invalid-option')
  expect((await here.ssj('verify', here.path('said'))).code).toBe(0)
  expect((await here.ssj('verify', here.path('kept'))).code).toBe(0)
})
