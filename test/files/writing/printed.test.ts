/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { listDocument } from '../../../src/core/publication/document.ts'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { documentXlsx } from '../../../src/files/writing/document-xlsx.ts'
import { inspectors, miniature } from '../../helpers/miniature.ts'
import { freshFolder } from '../../helpers/scratch.ts'
import { filesIn } from '../../helpers/ssj.ts'

/** Where an office program and a reader of PDF are; elsewhere these tests skip, by name. */
const found = (name: string) => ['/usr/bin', '/usr/local/bin'].map(at => join(at, name)).find(existsSync)
const SOFFICE = found('soffice')
const PDFTOTEXT = found('pdftotext')
const MISSING = SOFFICE === undefined ? 'LibreOffice' : PDFTOTEXT === undefined ? 'pdftotext' : ''
const NOTE = MISSING === '' ? '' : ` (skipped: ${MISSING} is not installed)`

const OUT = freshFolder()
const codeOf = (i: number) => {
  const body = `92141102MAULWD${100 + i}`
  return body + usccCheckCharacter(body)
}
/** Names of sixty characters and more, of four bytes each among them, beside short ones. */
const nameOf = (i: number) =>
  i % 3 === 0
    ? `示例区${'𠮷䶮'.repeat(8)}第${i}号餐饮服务（集团）股份有限公司${'分'.repeat(30)}`
    : `示例${i}店`

/** The papers of a draw of so many firms, as pages of text; by the name of their file. */
let pages: ReadonlyMap<string, readonly string[]>

/** A workbook and a notice of one name would become one PDF: each goes into a folder of its kind. */
function put(name: string, bytes: Uint8Array): void {
  writeFileSync(join(OUT, name.endsWith('.xlsx') ? 'sheets' : 'notices', name), bytes)
}

async function papersOf(count: number): Promise<void> {
  const here = await miniature({
    targets: Array.from({ length: count }, (_, i) => ({
      ...{ 统一社会信用代码: codeOf(i), 名称: nameOf(i), 监管部门: 'JIA' },
      地址: '示例区示例街道办事处示例社区居民委员会一百二十三号',
    })),
    inspectors: inspectors(Math.max(4, 2 * count)),
    items: [
      {
        事项编码: 'I1',
        抽查事项: '食品销售环节监督检查、餐饮服务许可证检查',
        检查主体: '甲局',
        检查依据: '《示例法》第一条',
      },
    ],
  })
  const office = [
    '发文机关=示例区市场监督管理局',
    '字号=示市监〔2026〕1号',
    '盖章处=双随机抽查专用章',
    '电话=0351-2345678',
  ]
  await here.done('office', 'set', ...office)
  const task = [
    '--id',
    'T',
    '--name',
    '2026年餐饮服务单位联合抽查',
    '--lead',
    'JIA',
    '--items',
    'I1',
    '--rate',
    '100%',
  ]
  await here.done('draw', 'freeze', ...task)
  await here.done('draw', 'run', 'T', '--seed', 'x', '--witness', '示例见证人')
  const to = here.path('a')
  await here.done('export', '1', '--to', to, '--profile', 'archive', '--format', 'xlsx,docx,official')
  const notices = [...filesIn(to)].filter(
    ([name]) => /检查(?:通知书|记录表)\//.test(name) && !name.includes('公文'),
  )
  const kept = [...filesIn(to)].filter(([name]) => /^data\/[^/]*\.(?:xlsx|docx)$/.test(name))
  for (const [name, bytes] of [...kept, ...notices.slice(0, 1), ...notices.slice(-1)])
    put(`${count}-${name.replace('data/', '').replaceAll('/', '-')}`, bytes)
}

const KINDS = ['sheets', 'notices'] as const

function pagesIn(kind: (typeof KINDS)[number]): [string, string[]][] {
  const cwd = join(OUT, kind)
  const files = readdirSync(cwd)
  const profile = `-env:UserInstallation=${pathToFileURL(join(OUT, 'profile')).href}`
  const asked = [profile, '--headless', '--convert-to', 'pdf', '--outdir', 'pdf', ...files]
  const ran = spawnSync(SOFFICE!, asked, { cwd, encoding: 'utf8' })
  expect(ran.status, ran.stderr).toBe(0)
  return files.map(name => {
    const pdf = join(cwd, 'pdf', name.replace(/\.(?:xlsx|docx)$/, '.pdf'))
    const read = spawnSync(PDFTOTEXT!, ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    expect([name, read.status]).toEqual([name, 0])
    return [name, read.stdout.split('\f').slice(0, -1)]
  })
}

beforeAll(async () => {
  if (MISSING !== '') return
  for (const kind of KINDS) mkdirSync(join(OUT, kind))
  for (const count of [1, 300]) await papersOf(count)
  const data = { headings: ['序号', '代码', '名称'], rows: [] }
  put('0-名单.xlsx', await documentXlsx(listDocument('x', '名单', '', data)))
  pages = new Map(KINDS.flatMap(pagesIn))
}, 300_000)

const CODE = /92141102MAULWD\w{4}/g
const paper = (name: string) => pages.get(name)!

describe.skipIf(MISSING !== '')(`printed papers${NOTE}`, () => {
  it('have so many pages', () => {
    const counts = Object.fromEntries(
      [...pages].map(([name, text]) => [name.replace(/示例.*\./, '某店.'), text.length]),
    )
    expect(counts).toMatchInlineSnapshot(`
      {
        "0-名单.xlsx": 1,
        "1-公示名单.xlsx": 1,
        "1-年度抽取目录.xlsx": 1,
        "1-抽取记录.docx": 2,
        "1-抽取记录.xlsx": 1,
        "1-抽取记录.公文.docx": 3,
        "1-抽查任务公告.docx": 2,
        "1-抽查任务公告.xlsx": 1,
        "1-抽查任务公告.公文.docx": 3,
        "1-检查任务表.xlsx": 1,
        "1-检查记录表-某店.docx": 1,
        "1-检查通知书-某店.docx": 1,
        "300-公示名单.xlsx": 13,
        "300-年度抽取目录.xlsx": 1,
        "300-抽取记录.docx": 2,
        "300-抽取记录.xlsx": 1,
        "300-抽取记录.公文.docx": 3,
        "300-抽查任务公告.docx": 16,
        "300-抽查任务公告.xlsx": 1,
        "300-抽查任务公告.公文.docx": 41,
        "300-检查任务表.xlsx": 25,
        "300-检查记录表-某店.docx": 1,
        "300-检查通知书-某店.docx": 1,
      }
    `)
  })

  it('break no code over lines, and leave none out', () => {
    for (const [name, count] of [
      ['1-抽查任务公告.docx', 1],
      ['300-抽查任务公告.docx', 300],
      ['300-抽查任务公告.公文.docx', 300],
      ['300-公示名单.xlsx', 300],
      ['300-检查任务表.xlsx', 300],
    ] as const)
      expect([name, new Set(paper(name).join('').match(CODE)).size]).toEqual([name, count])
    const minutes = paper('300-抽取记录.docx').join('')
    expect(minutes).toMatch(/[0-9a-f]{64}|(?:[0-9a-f]{8}\s+){7}[0-9a-f]{8}/)
  })

  it('have title and headings on every sheet of a workbook, and say which of how many it is', () => {
    const sheets = paper('300-公示名单.xlsx')
    for (const [i, sheet] of sheets.entries()) {
      expect(sheet).toContain('抽查名单')
      expect(sheet).toContain('统一社会信用代码')
      expect(sheet.replaceAll(/\s/g, '')).toContain(`第${i + 1}页，共${sheets.length}页`)
    }
  })

  it('have no page with signatures alone: what is signed, and who signs, are on one page', () => {
    for (const name of ['1-抽取记录.docx', '300-抽取记录.docx']) {
      const signed = paper(name).findIndex(text => text.includes('操作人签名'))
      expect(paper(name)[signed]).toContain('示例区市场监督管理局（双随机抽查专用章）')
      expect(paper(name)[signed]).toContain('抽样框')
      expect(signed).toBe(paper(name).length - 1)
    }
    expect(paper('300-抽查任务公告.docx').at(-1)).toContain('联系电话：0351-2345678')
    expect(paper('300-抽查任务公告.docx').at(-1)).toContain('双随机抽查专用章')
  })
})
