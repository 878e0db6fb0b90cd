import type { Lookalike } from '../../core/file-problem.ts'

/** Containers whose inside must be looked at before they can be named. */
export type Guess = Lookalike | 'a-zip' | 'an-ole'

/**
 * Recognises by its first bytes what is no CSV although it is called one (domain.md 4.5: "files named .xls
 * that are xlsx, .xlsx that are XML-Spreadsheet text"). Undefined is a text that may well be a table.
 */
export function lookalike(head: Buffer): Guess | undefined {
  const magic = MAGIC.find(([bytes]) => head.subarray(0, bytes.length).equals(bytes))
  if (magic) return magic[1]
  // UTF-16 text shows its ASCII between NULs.
  const text = head
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '')
  return MARKUP.find(([pattern]) => pattern.test(text))?.[1]
}

/** The name of an OLE2 container (the old Office files): its streams carry UTF-16 names. */
export function oleKind(bytes: Buffer): Lookalike {
  return OLE_STREAMS.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))?.[1] ?? 'xls'
}

/** The name of a zip by the files in it, in lower case; `xlsx` is the one we read, wherever it keeps its workbook. */
export function zipKind(names: ReadonlySet<string>): Lookalike | 'xlsx' {
  const known = ZIP_PARTS.find(([name]) => names.has(name))?.[1]
  if (known !== undefined) return known
  return [...names].some(name => WORKBOOK.test(name)) ? 'xlsx' : 'zip'
}

const WORKBOOK = /(?:^|\/)workbook\d*\.xml$/

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')

const MAGIC: readonly (readonly [Buffer, Guess])[] = [
  [bytes('50 4b 03 04'), 'a-zip'],
  [bytes('50 4b 05 06'), 'zip'],
  [bytes('d0 cf 11 e0 a1 b1 1a e1'), 'an-ole'],
  [bytes('09 08 10 00'), 'xls'],
  [bytes('09 08 08 00'), 'xls'],
  [bytes('09 04 06 00'), 'xls'],
  [Buffer.from('%PDF'), 'pdf'],
  [Buffer.from('{\\rtf'), 'rtf'],
  [Buffer.from('SQLite format 3\0'), 'sqlite'],
  [bytes('89 50 4e 47 0d 0a'), 'image'],
  [bytes('ff d8 ff'), 'image'],
  [Buffer.from('GIF8'), 'image'],
  [Buffer.from('Rar!\x1a'), 'archive'],
  [bytes('37 7a bc af 27 1c'), 'archive'],
  [bytes('fd 37 7a 58 5a 00'), 'archive'],
  [bytes('28 b5 2f fd'), 'archive'],
  [bytes('1f 8b 08'), 'archive'],
  [Buffer.from('BZh91AY'), 'archive'],
]

const MARKUP: readonly (readonly [RegExp, Lookalike])[] = [
  [/^<\?xml.*(?:office:spreadsheet|progid="Excel)/s, 'xml-spreadsheet'],
  [/^<Workbook\b/, 'xml-spreadsheet'],
  [
    /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style|script)\b/is,
    'html',
  ],
  [/^<\?xml\b/, 'xml'],
  [/^MIME-Version:/i, 'mhtml'],
  [/^(?:\[\s*)?\{\s*"[^"\n]*"\s*:/, 'json'],
]

const OLE_STREAMS: readonly (readonly [string, Lookalike])[] = [
  ['EncryptedPackage', 'xlsx-encrypted'],
  ['WordDocument', 'doc'],
]

const ZIP_PARTS: readonly (readonly [string, Lookalike | 'xlsx'])[] = [
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['content.xml', 'ods'],
]
