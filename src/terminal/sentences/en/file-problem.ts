import type { FileProblem, Lookalike, SheetLimit } from '../../../core/file-problem.ts'
import type { ZipProblem } from '../../../core/zip/zip-problem.ts'
import { systemState } from '../disk/disk-en.ts'
import type { Message } from '../topics/message.ts'
import { listed } from './phrases.ts'

/** Why a file cannot be read, and what may help. */
export function fileProblem(problem: FileProblem): Message {
  switch (problem.kind) {
    case 'unreadable':
      return [problem.code === 'ENOENT' ? 'no such file' : systemState(problem.code)]
    case 'changed-while-reading':
      return ['it changed while it was being read', 'import it once it has been written completely']
    case 'empty':
      return ['it is empty']
    case 'not-a-table':
      return [`it is not a CSV file but ${LOOKALIKES[problem.seems]}`, RESAVE]
    case 'undecodable':
      return [
        `line ${problem.line} has a byte that is not valid ${problem.encoding} (byte ${problem.position + 1}, 0x${problem.byte.toString(16).toUpperCase()})`,
        'if only that place is wrong, retype it and save; if the whole file is in another encoding, name that with --encoding (utf-8, gb18030, utf-16le, utf-16be)',
      ]
    case 'utf-32':
      return ['its encoding is UTF-32, which is not read', 'save it as UTF-8']
    case 'binary':
      return [`byte ${problem.position + 1} is NUL: this is not a text file`, RESAVE]
    case 'unclosed-quote':
      return [
        `the quote in row ${problem.row}, column ${problem.column} is never closed`,
        'close it, or remove the stray quote',
      ]
    case 'row-too-long':
      return [`row ${problem.row} is longer than ${problem.limit} bytes`]
    case 'damaged-gzip':
      return ['the compressed file is damaged']
    case 'damaged-spreadsheet':
      return [`the workbook is damaged: ${problem.detail}`, RESAVE]
    case 'stray-cell':
      return [
        `the sheet has content in cell ${problem.place}, far away from the rest`,
        'delete the rows or columns there, save, and import again',
      ]
    case 'spreadsheet-too-large':
      return [
        `the workbook is too large (${problem.bytes} bytes, the limit is ${problem.limit})`,
        'save it as CSV and import that',
      ]
    case 'spreadsheet-limit':
      return [
        `the workbook has more than is read (${problem.place}): the limit is ${problem.limit} ${SHEET_LIMITS[problem.what]}`,
        'remove what is too much, or save it as CSV',
      ]
    case 'no-such-sheet':
      return [`there is no sheet “${problem.sheet}”`, `the sheets are: ${listed(problem.sheets)}`]
    default:
      return problem satisfies never
  }
}

/** What a workbook may not have too much of. */
const SHEET_LIMITS: Readonly<Record<SheetLimit, string>> = {
  strings: 'characters of shared strings',
  rows: 'rows',
  columns: 'columns',
  cells: 'cells',
  text: 'characters in one cell',
  piece: 'characters in one piece of XML',
  depth: 'levels of XML',
  entries: 'sheets, styles or relations',
  merged: 'merged ranges',
}

const RESAVE = 'save it from Excel or WPS as “CSV UTF-8” or .xlsx'

/** What a file that is called a CSV really is. */
const LOOKALIKES: Readonly<Record<Lookalike, string>> = {
  xls: 'an old Excel workbook (.xls)',
  xlsb: 'a binary Excel workbook (.xlsb)',
  'xlsx-encrypted': 'an Excel workbook with a password',
  ods: 'an OpenDocument spreadsheet (.ods)',
  doc: 'an old Word document (.doc)',
  docx: 'a Word document (.docx)',
  pptx: 'a PowerPoint presentation (.pptx)',
  zip: 'a zip archive',
  archive: 'a compressed archive',
  html: 'a web page (HTML)',
  mhtml: 'a saved web page (.mht)',
  'xml-spreadsheet': 'an Excel spreadsheet in XML form',
  xml: 'an XML file',
  json: 'a JSON file',
  pdf: 'a PDF',
  rtf: 'an RTF document',
  image: 'a picture',
  sqlite: 'an SQLite database',
}

/** What is wrong with a zip. */
export const zipProblems: { readonly [K in ZipProblem['kind']]: (name: string) => string } = {
  damaged: name => `it is not a zip archive, or it is damaged${name === '' ? '' : ` (${name})`}`,
  absolute: name => `it contains the absolute path “${name}”`,
  climbs: name => `the path “${name}” in it leads outside the folder`,
  'strange-name': name => `it contains the unacceptable file name “${name}”`,
  link: name => `“${name}” in it is a link`,
  encrypted: name => `“${name}” in it is encrypted`,
  method: name => `“${name}” in it uses an unknown compression method`,
  double: name => `it contains “${name}” twice`,
  'too-large': bytes => `it unpacks to ${bytes} bytes, more than a draw can have`,
  'too-many': count => `it contains ${count} files, more than a draw can have`,
}
