import type { Lookalike } from '../../core/file-problem.ts'

/** What a file that is called a CSV really is. */
export const lookalikes: Readonly<Record<Lookalike, string>> = {
  xls: '旧版 Excel 工作簿（.xls）',
  xlsb: '二进制 Excel 工作簿（.xlsb）',
  'xlsx-encrypted': '加了密码的 Excel 工作簿',
  ods: 'OpenDocument 表格（.ods）',
  doc: '旧版 Word 文档（.doc）',
  docx: 'Word 文档（.docx）',
  pptx: 'PowerPoint 演示文稿（.pptx）',
  zip: '压缩包（.zip）',
  archive: '压缩包',
  html: '网页（HTML）',
  mhtml: '网页存档（.mht）',
  'xml-spreadsheet': 'XML 格式的 Excel 表格',
  xml: 'XML 文件',
  json: 'JSON 文件',
  pdf: 'PDF 文件',
  rtf: 'RTF 文档',
  image: '图片',
  sqlite: 'SQLite 数据库',
}
