import { unzipSync } from 'fflate'
import type { Document } from '../../core/publication/document.ts'
import { type Packed, packed, zipOfPacked } from '../zip.ts'
import { withoutControls } from './text/printable.ts'
import { MARGIN, PAGE, wordBody } from './text/word-body.ts'
import { FONTS } from './text/word-line.ts'
import { escapedXml } from './text/xml.ts'

/**
 * A notice for a word processor, on A4 with page numbers. All but its text is the same for every notice, and made by the
 * library once; the clock that the library writes into the file is set to a fixed day.
 */
export async function documentDocx(document: Document): Promise<Uint8Array> {
  const { title, wide, bundle } = document
  const { kept, head, tail, properties } = await shellOf(wide, bundle === undefined)
  const body = `${head}${wordBody(document)}${tail}`
  const text = new TextEncoder()
  return zipOfPacked([
    ...kept,
    packed(BODY_FILE, text.encode(body)),
    packed(PROPERTIES, text.encode(properties(withoutControls(title.replace('\n', ''))))),
  ])
}

/** What is the same for all notices of a kind. */
interface Shell {
  readonly kept: readonly Packed[]
  /** What stands before the text and after it in {@link BODY_FILE}. */
  readonly head: string
  readonly tail: string
  readonly properties: (title: string) => string
}

const BODY_FILE = 'word/document.xml'
const PROPERTIES = 'docProps/core.xml'
const TIMES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g
/** Where the title goes: no library escapes it. */
const TITLE = 'TITLE'

const shells = new Map<string, Promise<Shell>>()

function shellOf(wide: boolean, paged: boolean): Promise<Shell> {
  const key = `${wide} ${paged}`
  const known = shells.get(key) ?? newShell(wide, paged)
  shells.set(key, known)
  return known
}

async function newShell(wide: boolean, paged: boolean): Promise<Shell> {
  const {
    Document: Word,
    Footer,
    Packer,
    PageOrientation,
    Paragraph,
    TextRun,
    ...docx
  } = await import('docx')
  const pageNumbers = new Footer({
    children: [
      new Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [
          new TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'], size: 21, font: FONTS.table }),
        ],
      }),
    ],
  })
  const word = new Word({
    creator: 'ssj',
    title: TITLE,
    styles: { default: { document: { run: { size: 24, font: FONTS.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: 1300, bottom: 1100, left: MARGIN, right: MARGIN },
          },
        },
        ...(paged ? { footers: { default: pageNumbers } } : {}),
        children: [],
      },
    ],
  })
  const files = Object.entries(unzipSync(await Packer.toBuffer(word)))
  const text = (name: string) => new TextDecoder().decode(new Map(files).get(name))
  const [head, tail] = text(BODY_FILE).split('<w:body>')
  const fixed = text(PROPERTIES).replace(TIMES, '$11980-01-01T00:00:00Z$2')
  return {
    kept: files
      .filter(([name]) => name !== BODY_FILE && name !== PROPERTIES)
      .map(([name, content]) => packed(name, content)),
    head: `${head!}<w:body>`,
    tail: tail!,
    properties: title => fixed.replace(TITLE, () => escapedXml(title)),
  }
}
