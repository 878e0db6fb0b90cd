import type { lookalikes as zh } from '../zh-CN/lookalikes.ts'

export const lookalikes: typeof zh = {
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
