import type { FileProblem, Lookalike, SheetLimit } from '../../../core/file-problem.ts'
import type { ZipProblem } from '../../../core/zip/zip-problem.ts'
import { systemState } from '../disk/disk-zh.ts'
import type { Message } from '../topics/message.ts'
import { listed } from './phrases.ts'

/** 文件为什么不能读，怎么办。 */
export function fileProblem(problem: FileProblem): Message {
  switch (problem.kind) {
    case 'unreadable':
      return [problem.code === 'ENOENT' ? '没有这个文件' : systemState(problem.code)]
    case 'changed-while-reading':
      return ['读取过程中文件被改动', '等文件写完后再导入']
    case 'empty':
      return ['文件是空的']
    case 'not-a-table':
      return [`它不是 CSV，而是${LOOKALIKES[problem.seems]}`, RESAVE]
    case 'undecodable':
      return [
        `第 ${problem.line} 行有不符合编码 ${problem.encoding} 的字节（第 ${problem.position + 1} 字节，0x${problem.byte.toString(16).toUpperCase()}）`,
        '如果只有那一处，请重新输入后保存；整个文件都是别的编码，用 --encoding 指定（utf-8、gb18030、utf-16le、utf-16be）',
      ]
    case 'utf-32':
      return ['它的编码是 UTF-32，这里不读', '请另存为 UTF-8 后再导入']
    case 'binary':
      return [`第 ${problem.position + 1} 字节是 NUL，不是文本文件`, RESAVE]
    case 'unclosed-quote':
      return [`第 ${problem.row} 行第 ${problem.column} 列的引号没有结束`, '补上引号，或去掉多余的引号']
    case 'row-too-long':
      return [`第 ${problem.row} 行超过 ${problem.limit} 字节`]
    case 'damaged-gzip':
      return ['压缩文件已损坏']
    case 'damaged-spreadsheet':
      return [`工作簿已损坏：${problem.detail}`, RESAVE]
    case 'stray-cell':
      return [`工作表在单元格 ${problem.place} 处还有内容，离数据太远`, '删去那里的行或列，保存后再导入']
    case 'spreadsheet-too-large':
      return [`工作簿太大（${problem.bytes} 字节，上限 ${problem.limit}）`, '另存为 CSV 后再导入']
    case 'spreadsheet-limit':
      return [
        `工作簿超出可读的范围（${problem.place}）：${SHEET_LIMITS[problem.what]}不得超过 ${problem.limit}`,
        '删去多余的内容，或另存为 CSV 后再导入',
      ]
    case 'no-such-sheet':
      return [`没有工作表“${problem.sheet}”`, `工作表有：${listed(problem.sheets)}`]
    default:
      return problem satisfies never
  }
}

const RESAVE = '在 Excel/WPS 中另存为“CSV UTF-8”或 .xlsx 后再导入'

/** 工作簿中什么不得过多。 */
const SHEET_LIMITS: Readonly<Record<SheetLimit, string>> = {
  strings: '共用字符串的字数',
  rows: '行数',
  columns: '列数',
  cells: '单元格数',
  text: '一个单元格的字数',
  piece: '一段 XML 的字数',
  depth: 'XML 的层数',
  entries: '工作表、样式或关系的个数',
  merged: '合并单元格的个数',
}

/** 称作 CSV 的文件其实是什么。 */
const LOOKALIKES: Readonly<Record<Lookalike, string>> = {
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

/** 压缩包有什么问题。 */
export const zipProblems: { readonly [K in ZipProblem['kind']]: (name: string) => string } = {
  damaged: name => `不是压缩包，或已损坏${name === '' ? '' : `（${name}）`}`,
  absolute: name => `压缩包中的“${name}”写的是绝对路径`,
  climbs: name => `压缩包中的“${name}”指向文件夹之外`,
  'strange-name': name => `压缩包中的文件名“${name}”不合规`,
  link: name => `压缩包中的“${name}”是链接`,
  encrypted: name => `压缩包中的“${name}”加了密`,
  method: name => `压缩包中的“${name}”的压缩方法不认识`,
  double: name => `压缩包中“${name}”出现两次`,
  'too-large': bytes => `展开后有 ${bytes} 字节，超出一次抽取应有的大小`,
  'too-many': count => `压缩包中有 ${count} 个文件，超出一次抽取应有的数量`,
}
