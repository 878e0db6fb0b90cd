import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of these files, packed. */
export function zip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes)
    const rest = Buffer.alloc(26)
    rest.writeUInt16LE(20, 0)
    rest.writeUInt16LE(8, 4)
    rest.writeUInt32LE(crc32(bytes), 10)
    rest.writeUInt32LE(packed.length, 14)
    rest.writeUInt32LE(bytes.length, 18)
    rest.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), rest, Buffer.from(name), packed])
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), rest, tail, Buffer.from(name))
    parts.push(local)
    at += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, entries, end])
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

interface Options {
  /** Names of sheets. */
  readonly hidden?: readonly string[]
  /** Ranges of every sheet. */
  readonly merged?: readonly string[]
  /** XML of every sheet above its rows. */
  readonly above?: string
  readonly date1904?: string
  /** Texts that cells share, in XML. */
  readonly strings?: readonly string[]
}

/**
 * An .xlsx of sheets given as their rows in XML; style 1 is a date, style 2 a date with its time, style 3 a percentage,
 * those from 4 on `FORMATS`.
 */
export function workbook(
  sheets: Readonly<Record<string, string>>,
  { merged = [], ...options }: Options = {},
): Buffer {
  const merges = merged.map(range => `<mergeCell ref="${range}"/>`).join('')
  return zip(parts(sheets, merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`, options))
}

/** Number formats that sheets of offices use, by their styles from 4 on. */
export const FORMATS = [
  '0000',
  '"GS-"00',
  '000-0000',
  '[h]:mm',
  'h:mm',
  '0.00',
  '#,##0',
  '[$-804]yyyy"年"m"月"',
] as const

/** The parts of such a workbook. */
export function parts(
  sheets: Readonly<Record<string, string>>,
  below = '',
  { hidden = [], above = '', date1904, strings = [] }: Omit<Options, 'merged'> = {},
): Record<string, string> {
  const state = (name: string) => (hidden.includes(name) ? ' state="hidden"' : '')
  const names = Object.keys(sheets)
  const tags = (tag: (name: string, number: number) => string) =>
    names.map((name, i) => tag(name, i + 1)).join('')
  const properties = date1904 === undefined ? '' : `<workbookPr date1904="${date1904}"/>`
  const formats = FORMATS.map(
    (code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const styles = FORMATS.map((_, i) => `<xf numFmtId="${170 + i}"/>`)
  return {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}">${properties}<sheets>${tags((name, n) => `<sheet name="${name}"${state(name)} sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${tags((_, n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId99" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId98" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="10"/>${styles.join('')}</cellXfs></styleSheet>`,
    ...(strings.length === 0
      ? {}
      : { 'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map(one => `<si>${one}</si>`).join('')}</sst>` }),
    ...Object.fromEntries(
      Object.values(sheets).map((rows, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${MAIN}>${above}<sheetData>${rows}</sheetData>${below}</worksheet>`,
      ]),
    ),
  }
}

export const text = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`

export const number = (at: string, value: string, style = 0) =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`
