/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { everyPaper } from '../../helpers/every-paper.ts'
import { KINDS } from '../../helpers/kinds-of-papers.ts'
import { freshFolder } from '../../helpers/scratch.ts'

/** Where an office program and readers of PDF are; elsewhere these tests skip, by name. */
const found = (name: string) => ['/usr/bin', '/usr/local/bin'].map(at => join(at, name)).find(existsSync)
const [SOFFICE, PDFTOTEXT, PDFINFO] = ['soffice', 'pdftotext', 'pdfinfo'].map(found)
const MISSING = SOFFICE === undefined ? 'LibreOffice' : PDFTOTEXT && PDFINFO ? '' : 'poppler-utils'
const NOTE = MISSING === '' ? '' : ` (skipped: ${MISSING} is not installed)`

/** Forms and notices of firms and sheets of people, of which one stands for all. */
const OF_MANY = /(?:^|\/)(检查通知书|检查记录表|检查人员)\/[^/]*?(\.公文)?\.(docx|xlsx)$/
/** Papers that are in no folder other than in another. */
const AGAIN =
  /^(?:before|export-public|export-standard)\/|^export-(?:gsxt|gsxt-result|dongxihu-2023)\/(?!公示名单|抽查任务公告\.docx)/

interface Printed {
  readonly pages: readonly string[]
  readonly size: string
  /** All that the file holds, as text. */
  readonly text: string
}

const printed = new Map<string, Printed>()
const written = new Set<string>()

/** What a file is called here: the firm and the person that it is of stand for all. */
function kindOf(path: string): string {
  return path
    .replace(OF_MANY, (_, kind, official = '', end) => `/${kind}${official}.${end}`)
    .replace('/data/', '/')
}

function textOf(file: string): string {
  const parts = unzipSync(readFileSync(file))
  const name = file.endsWith('.docx') ? 'word/document.xml' : 'xl/sharedStrings.xml'
  return parts[name] === undefined ? '' : strFromU8(parts[name])
}

beforeAll(async () => {
  if (MISSING !== '') return
  const { folder } = await everyPaper(60)
  const out = freshFolder()
  const paths = readdirSync(folder, { recursive: true }) as string[]
  for (const path of paths) written.add(basename(kindOf(path)))
  const chosen = new Map<string, string>()
  for (const path of paths.toSorted())
    if (/\.(?:docx|xlsx)$/.test(path) && !AGAIN.test(path) && !chosen.has(kindOf(path)))
      chosen.set(kindOf(path), path)
  mkdirSync(join(out, 'in'))
  const names = [...chosen].map(([kind, path]) => {
    const name = kind.replaceAll('/', '~').replace(/\.(docx|xlsx)$/, '_$1.$1')
    copyFileSync(join(folder, path), join(out, 'in', name))
    return [kind, name] as const
  })
  const profile = `-env:UserInstallation=${pathToFileURL(join(out, 'profile')).href}`
  const files = names.map(([, name]) => join(out, 'in', name))
  for (let i = 0; i < files.length; i += 40) {
    const asked = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(out, 'pdf')]
    const ran = spawnSync(SOFFICE!, [...asked, ...files.slice(i, i + 40)], { encoding: 'utf8' })
    expect(ran.status, ran.stderr).toBe(0)
  }
  for (const [kind, name] of names) {
    const pdf = join(out, 'pdf', name.replace(/\.(?:docx|xlsx)$/, '.pdf'))
    const read = spawnSync(PDFTOTEXT!, ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    expect([kind, read.status]).toEqual([kind, 0])
    const info = spawnSync(PDFINFO!, [pdf], { encoding: 'utf8' }).stdout
    printed.set(kind, {
      ...{ pages: read.stdout.split('\f').slice(0, -1), size: /Page size:\s+(.*)/.exec(info)?.[1] ?? '' },
      text: textOf(join(out, 'in', name)),
    })
  }
}, 600_000)

/** The lines of a page without its number. */
function linesOf(page: string): string[] {
  const lines = page.split('\n').map(line => line.trim())
  return lines.filter(line => line !== '' && !/^(?:— \d+ —|第 \d+ 页，共 \d+ 页)$/.test(line))
}

describe.skipIf(MISSING !== '')(`every kind of paper, printed${NOTE}`, () => {
  it('is among these, each with so many pages', () => {
    expect(
      Object.fromEntries([...printed].map(([kind, { pages }]) => [kind, pages.length])),
    ).toMatchSnapshot()
    const missing = Object.values(KINDS)
      .flat()
      .filter(name => !written.has(name))
    expect(missing).toEqual([])
  })

  it('lies on A4, and has no page that is empty', () => {
    for (const [kind, { pages, size }] of printed) {
      expect([kind, size]).toEqual([kind, expect.stringContaining('A4')])
      for (const [i, page] of pages.entries())
        expect([kind, i, linesOf(page).join('').length > 8]).toEqual([kind, i, true])
    }
  })

  it('breaks no code of a firm, and leaves none out', () => {
    const codes = (text: string) => new Set(text.match(/91141102MAB3K7\w{4}/g))
    for (const [kind, { pages, text }] of printed)
      expect([kind, codes(pages.join(''))]).toEqual([kind, codes(text)])
  })

  it('ends no page with a heading, and has no page of signature or seal alone', () => {
    for (const [kind, { pages }] of printed)
      for (const [i, page] of pages.entries()) {
        const lines = linesOf(page)
        expect([kind, i, lines.at(-1)]).not.toEqual([kind, i, expect.stringMatching(HEADING)])
        const signed = lines.findIndex(line => line.includes('（双随机抽查专用章）'))
        expect([kind, i, signed === -1 || signed >= 2]).toEqual([kind, i, true])
      }
  })
})

const HEADING =
  /^(?:[一二三四五六七八]、.{2,20}|口径|核对|条件和规则|抽查名单|下列各栏，名单中各行相同|附件　.*|How it is counted|What adds up|By (?:month|task|department|item|class|outcome))$/
