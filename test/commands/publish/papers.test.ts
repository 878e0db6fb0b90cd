import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { SUMS_FILE, sumsText } from '../../../src/core/draw/folder/sums.ts'
import { LAYING } from '../../../src/core/publication/told/told-papers.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { filesIn, type Office } from '../../helpers/ssj.ts'

const ALL_FORMATS = ['--format', 'csv,html,xlsx,docx,official,ofd']

let office: Office
let folder: ReadonlyMap<string, Buffer>
let count = 0

beforeAll(async () => {
  office = await miniature({ targets: targets(8), inspectors: inspectors(4) })
  await office.done('rules', 'set', 'officials-published', '全名')
  const task = ['--lead', 'JIA', '--count', '3', '--reserve', '2', '--source', '骰子', '--id', 'A']
  await office.done('draw', 'run', ...task, '--seed', '骰子=1', '--witness', '见证甲')
  const [{ target }] = (await office.done('draw', 'show', '1')).selection
  await office.done(
    ...['draw', 'substitute', '1', '--target', target, '--reason', '搬迁', '--approver', '批准人'],
  )
  await office.done('export', '1', '--to', office.path('open'), ...ALL_FORMATS)
  folder = filesIn(office.path('open'))
})

/** A folder with some files changed and its sums written anew, as a forger would. */
function forged(changes: Readonly<Record<string, Uint8Array | string | null>>, from = folder): string {
  const files = new Map<string, Uint8Array | string>(from)
  for (const [name, content] of Object.entries(changes))
    if (content === null) files.delete(name)
    else files.set(name, content)
  files.delete(SUMS_FILE)
  const bytes = new Map([...files].map(([name, content]) => [name, Buffer.from(content)]))
  const path = office.path(`forged-${++count}`)
  for (const [name, content] of [...bytes, [SUMS_FILE, sumsText(bytes)] as const]) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

const textOf = (name: string) => folder.get(name)!.toString()

/** The text of a file with one thing in it put in place of another, everywhere. */
function instead(name: string, old: string, other: string): string {
  const text = textOf(name)
  expect(text, name).toContain(old)
  return text.replaceAll(old, other)
}

async function verified(path: string) {
  const ran = await office.ssj('--json', 'verify', path)
  return { code: ran.code, ...JSON.parse(ran.out) }
}

describe('what people read', () => {
  it('is laid out again and compared, in every format and encoding, of the public and in the archive', async () => {
    const { code, kind, papers } = await verified(office.path('open'))
    expect([code, kind, papers.laid, papers.unchecked]).toEqual([0, 'agrees', 'again', []])
    for (const name of ['公示名单', '抽查任务公告', '抽取记录'])
      for (const format of ['csv', 'xlsx', 'html']) expect(papers.checked).toContain(`${name}.${format}`)
    expect(papers.checked).toEqual(
      expect.arrayContaining(['抽取情况说明.txt', '抽取记录.docx', 'verify.html']),
    )
    const profiles = [
      ['--profile', 'archive', ...ALL_FORMATS],
      ['--encoding', 'gb18030', '--officers', 'masked'],
      ['--officers', 'full', '--layout', 'gsxt'],
    ]
    for (const [i, options] of profiles.entries()) {
      const to = office.path(`other-${i}`)
      const ran = await office.ssj('export', '1', '--to', to, ...options)
      if (ran.code !== 0) throw new Error(ran.err)
      const again = await verified(to)
      expect([again.code, again.papers.laid, again.papers.unchecked], options.join(' ')).toEqual([
        0,
        'again',
        [],
      ])
    }
  })

  test.each([
    ['another firm on the list', '公示名单.csv', () => swapFirm('公示名单.csv')],
    ['another firm on the page of the list', '公示名单.html', () => swapFirm('公示名单.html')],
    ['another firm in the notice', '抽查任务公告.html', () => swapFirm('抽查任务公告.html')],
    ['an invented witness in one of two files', '抽取记录.csv', () => witness('抽取记录.csv')],
    ['an invented witness in the record', 'record.json', () => witness('record.json')],
    ['a witness who is gone from the papers’ facts', 'record.json', () => witness('papers.json')],
    [
      'another word of what came first, in the record alone',
      'record.json',
      () => ({
        'verify.html': null,
        'record.json': textOf('record.json').replace(
          /"commitment": "(?:before-the-seed|with-the-draw)"/,
          word =>
            word.includes('before') ? '"commitment": "with-the-draw"' : '"commitment": "before-the-seed"',
        ),
      }),
    ],
    [
      'another word of where the seed is from, in the record alone',
      'record.json',
      () => ({
        'verify.html': null,
        'record.json': instead('record.json', '"announced-sources"', '"this-machine"'),
      }),
    ],
    ['another digest in the minutes', '抽取记录.html', () => ({ '抽取记录.html': digestAltered() })],
    ['a paper that is gone', '抽取情况说明.txt', () => ({ '抽取情况说明.txt': null })],
    [
      'a workbook of another draw',
      '公示名单.xlsx',
      () => ({ '公示名单.xlsx': folder.get('抽取记录.xlsx')! }),
    ],
    ['a page with another list in it', 'verify.html', () => swapFirm('verify.html')],
  ])('differs with %s, whatever the sums say', async (_, file, change) => {
    const { code, kind, difference } = await verified(forged(change()))
    expect([code, kind]).toEqual([1, 'differs'])
    expect(difference.file).toBe(file)
  })

  it('differs where substitutions are dropped', async () => {
    const path = forged({ 'substitutions.csv': null })
    expect(await verified(path)).toMatchObject({ code: 1, kind: 'differs' })
  })

  it('names what it cannot check: a file of somebody’s own, a page of another build, papers of another version', async () => {
    const own = await verified(forged({ '说明.txt': '一切正常' }))
    expect([own.code, own.papers.unchecked]).toEqual([0, ['说明.txt']])
    const page = await verified(
      forged({ 'verify.html': textOf('verify.html').replace('<title>', '<title>真') }),
    )
    expect([page.code, page.papers.unchecked]).toEqual([0, ['verify.html']])
    const later = await verified(
      forged({ 'papers.json': instead('papers.json', `"laying": ${LAYING}`, '"laying": 9') }),
    )
    expect([later.code, later.papers.laid]).toEqual([0, 'by-another-version'])
    expect(later.papers.unchecked).toContain('公示名单.csv')
    const untold = await verified(forged({ 'papers.json': null }))
    expect([untold.code, untold.papers.laid]).toEqual([0, 'untold'])
    expect(untold.papers.unchecked).toContain('公示名单.csv')
    const said = await office.ssj('verify', forged({ 'papers.json': null }), '--lang', 'en')
    expect(said.out).toContain('not checked: ')
  })

  it('differs where papers.json is not one', async () => {
    for (const text of [
      '',
      '[]',
      `{"laying":${LAYING}}`,
      `{"laying":${LAYING},"profile":"public","formats":[1]}`,
    ])
      expect(await verified(forged({ 'papers.json': text }))).toMatchObject({
        code: 1,
        difference: { file: 'papers.json', check: 'told-form' },
      })
  })

  it('of an announcement is laid out again from the commitment', async () => {
    const here = await miniature({ targets: targets(8), inspectors: inspectors(4) })
    const task = ['--lead', 'JIA', '--count', '3', '--source', '骰子/30', '--id', 'B']
    await here.done('draw', 'freeze', ...task, '--to', here.path('announced'))
    const files = filesIn(here.path('announced'))
    const said = await verified(here.path('announced'))
    expect([said.code, said.kind, said.papers.laid, said.papers.unchecked]).toEqual([
      0,
      'committed',
      'again',
      [],
    ])
    for (const name of ['抽取公告.txt', '抽取公告.csv', '抽取公告.html']) {
      const text = files.get(name)!.toString()
      const [digest] = /[0-9a-f]{64}/.exec(text)!
      const other = text.replaceAll(digest!, 'f'.repeat(64))
      expect(await verified(forged({ [name]: other }, files))).toMatchObject({
        code: 1,
        difference: { file: name },
      })
    }
  })

  it('says of a void draw that it is void, and differs where one file does not', async () => {
    const here = office.copy()
    await here.done('draw', 'void', '1', '--reason', '程序有误', '--approver', '批准人')
    await here.done('export', '1', '--to', office.path('void'))
    const path = office.path('void')
    const said = await office.ssj('verify', path)
    expect(said.out).toContain('本次抽取已作废')
    const files = filesIn(path)
    const record = files.get('record.json')!.toString()
    const { void: _, ...rest } = JSON.parse(record)
    const without = `${JSON.stringify({ ...rest, void: null }, null, 2)}\n`
    expect(await verified(forged({ 'record.json': without }, files))).toMatchObject({
      code: 1,
      difference: { file: 'record.json', check: 'told', column: 'void.reason' },
    })
  })
})

/** A firm that was not drawn in the place of one that was. */
function swapFirm(name: string): Record<string, string> {
  const drawn = new Set(
    textOf('selection.csv')
      .split('\n')
      .map(line => line.split(',')[2]),
  )
  const frame = textOf('frame.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(',')[1]!)
  const out = frame.find(id => !drawn.has(id))!
  const listed = [...drawn].find(id => id !== undefined && textOf('公示名单.csv').includes(id))!
  return { [name]: instead(name, listed, out) }
}

function witness(name: string): Record<string, string> {
  return { [name]: instead(name, '见证甲', '公证处某某') }
}

function digestAltered(): string {
  const [digest] = /[0-9a-f]{64}/.exec(textOf('抽取记录.html'))!
  return instead('抽取记录.html', digest!, `0${digest!.slice(1)}`.replace(/^00/, '01'))
}
