import type { FileProblem, Lookalike } from '../../../core/file-problem.ts'
import type { ZipProblem } from '../../../core/zip/zip-problem.ts'
import type { Message } from '../topics/message.ts'
import { listed } from './phrases.ts'

/** Why a file cannot be read, and what may help. */
export function fileProblem(problem: FileProblem): Message {
  switch (problem.kind) {
    case 'unreadable':
      return [problem.code === 'ENOENT' ? 'no such file' : `the system would not open it (${problem.code})`]
    case 'changed-while-reading':
      return ['it changed while it was read', 'import it when it is written']
    case 'empty':
      return ['it is empty']
    case 'not-a-table':
      return [`it is not CSV but ${LOOKALIKES[problem.seems]}`, RESAVE]
    case 'undecodable':
      return [
        `line ${problem.line} has a byte that is not ${problem.encoding} (byte ${problem.position + 1}, 0x${problem.byte.toString(16).toUpperCase()})`,
        'if it is that place alone, type it again and save; if the whole file is in another encoding, name it with --encoding (utf-8, gb18030, utf-16le, utf-16be)',
      ]
    case 'binary':
      return [`byte ${problem.position + 1} is NUL: no text file`, RESAVE]
    case 'unclosed-quote':
      return [
        `the quote in row ${problem.row}, column ${problem.column} is never closed`,
        'close it, or take the stray quote out',
      ]
    case 'row-too-long':
      return [`row ${problem.row} is longer than ${problem.limit} bytes`]
    case 'damaged-gzip':
      return ['the compressed file is damaged']
    case 'damaged-spreadsheet':
      return [`the workbook is damaged: ${problem.detail}`, RESAVE]
    case 'stray-cell':
      return [
        `the sheet has something in cell ${problem.place}, far from the rest`,
        'delete the rows or columns there, save, and import again',
      ]
    case 'spreadsheet-too-large':
      return [
        `the workbook is too large (${problem.bytes} bytes, the limit is ${problem.limit})`,
        'save it as CSV',
      ]
    case 'no-such-sheet':
      return [`there is no sheet “${problem.sheet}”`, `the sheets are ${listed(problem.sheets)}`]
    default:
      return problem satisfies never
  }
}

const RESAVE = 'save it as “CSV UTF-8” or .xlsx in Excel or WPS'

/** What a file that is called a CSV really is. */
const LOOKALIKES: Readonly<Record<Lookalike, string>> = {
  xls: 'an old Excel workbook (.xls)',
  xlsb: 'a binary Excel workbook (.xlsb)',
  'xlsx-encrypted': 'an Excel workbook with a password',
  ods: 'an OpenDocument spreadsheet (.ods)',
  doc: 'an old Word document (.doc)',
  docx: 'a Word document (.docx)',
  pptx: 'a PowerPoint presentation (.pptx)',
  zip: 'a .zip',
  archive: 'a packed archive',
  html: 'a web page (HTML)',
  mhtml: 'a saved web page (.mht)',
  'xml-spreadsheet': 'an Excel table as XML',
  xml: 'an XML file',
  json: 'a JSON file',
  pdf: 'a PDF',
  rtf: 'an RTF document',
  image: 'a picture',
  sqlite: 'an SQLite database',
}

/** What is wrong with a zip. */
export const zipProblems: { readonly [K in ZipProblem['kind']]: (name: string) => string } = {
  damaged: name => `it is no zip, or it is damaged${name === '' ? '' : ` (${name})`}`,
  absolute: name => `the path “${name}” in it is absolute`,
  climbs: name => `the path “${name}” in it leads out of the folder`,
  'strange-name': name => `the file name “${name}” in it is not sound`,
  link: name => `“${name}” in it is a link`,
  encrypted: name => `“${name}” in it is encrypted`,
  method: name => `“${name}” in it is packed by an unknown method`,
  double: name => `“${name}” stands in it twice`,
  'too-large': bytes => `unpacked it has ${bytes} bytes, more than a draw can have`,
  'too-many': count => `it holds ${count} files, more than a draw can have`,
}
