import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { filesIn, type Office } from '../../helpers/ssj.ts'

const TASK = ['--id', 'T', '--name', '示例抽查', '--lead', 'JIA', '--count', '2']
const SETTINGS = [
  ...['发文机关=示例区市场监督管理局', '抬头=示例区市场监督管理局文件', '字号=示市监〔2026〕12号'],
  ...['落款=示例区双随机联席会议办公室', '盖章处=双随机抽查专用章', '电话=0351-2345678'],
]
let here: Office
let announced: ReadonlyMap<string, Buffer>
let published: ReadonlyMap<string, Buffer>

beforeAll(async () => {
  here = await miniature({ targets: targets(6), inspectors: inspectors(4) })
  await here.done('office', 'set', ...SETTINGS)
  await here.done('draw', 'freeze', ...TASK, '--to', here.path('announced'))
  announced = filesIn(here.path('announced'))
  await here.done('draw', 'run', 'T', '--seed', 'x')
  await here.done('export', '1', '--to', here.path('public'), '--format', 'csv,html,xlsx,docx,official')
  published = filesIn(here.path('public'))
})

const text = (files: ReadonlyMap<string, Buffer>, name: string) => files.get(name)!.toString()

test('the announcement and the notice bear the office, their numbers, who signs, the seal and the telephone', () => {
  const board = text(announced, '抽取公告.txt')
  for (const part of ['示市监〔2026〕12号', '发文机关：示例区双随机联席会议办公室', '联系电话：0351-2345678'])
    expect(board).toContain(part)
  for (const [files, paper, number] of [
    [announced, '抽取公告.html', 12],
    [published, '抽查任务公告.html', 13],
  ] as const) {
    const html = text(files, paper)
    expect(html).toContain('<p class="organ">示例区市场监督管理局文件</p>')
    expect(html).toContain(`<p class="number">示市监〔2026〕${number}号</p>`)
    expect(html).toContain('<p>联系电话：0351-2345678</p>')
    expect(html).toContain(
      '<div class="signature sealed"><p>示例区双随机联席会议办公室（双随机抽查专用章）</p>',
    )
  }
})

test('minutes and list are signed by the office too, and have no number', () => {
  for (const paper of ['抽取记录.html', '公示名单.html']) {
    expect(text(published, paper)).toContain('示例区双随机联席会议办公室（双随机抽查专用章）')
    expect(text(published, paper)).toContain('<p class="number"></p>')
  }
})

test('each target has a number of its own below that of the notices', async () => {
  await here.done('export', '1', '--to', here.path('archive'), '--profile', 'archive')
  const { data } = { data: filesIn(here.path('archive')) }
  const notices = text(data, 'data/检查通知书.html')
  const numbers = [...notices.matchAll(/示市监〔2026〕14-(\d+)号/g)].map(([, place]) => Number(place))
  expect(numbers.toSorted()).toEqual([1, 2])
  expect(notices).toContain('<th scope="row">联系电话</th><td>0351-2345678</td>')
})

test('a paper keeps its number however often it is written, and the ledger tells of each', async () => {
  const next = here.copy()
  const before = (await next.done('log')).entries.length
  await next.done('export', '1', '--to', next.path('again'))
  expect(text(filesIn(next.path('again')), '抽查任务公告.html')).toContain('示市监〔2026〕13号')
  expect((await next.done('log')).entries).toHaveLength(before)
  const given = (await next.done('log')).entries.flatMap(
    ({ subject }: { subject: { numbers?: { paper: string; number: number }[] } }) =>
      (subject.numbers ?? []).map(({ paper, number }) => [paper, number]),
  )
  expect(given.slice(0, 2)).toEqual([
    ['announcement', 12],
    ['notice', 13],
  ])
})

test('papers of an office are laid out again by whoever verifies them, and one that was changed differs', async () => {
  for (const folder of ['announced', 'public']) {
    const { json } = await here.ssj('verify', here.path(folder), '--json')
    expect([folder, json.papers.laid]).toEqual([folder, 'again'])
  }
  const told = JSON.parse(readFileSync(here.path('public/papers.json'), 'utf8'))
  expect(told.facts.office).toEqual({
    ...{ organ: '示例区市场监督管理局', letterhead: '示例区市场监督管理局文件', seal: '双随机抽查专用章' },
    ...{ signature: '示例区双随机联席会议办公室', telephone: '0351-2345678' },
    numbers: { announcement: '示市监〔2026〕12号', notice: '示市监〔2026〕13号' },
  })
})

test('an office that has set nothing gets papers without a head, signed by the department that leads', async () => {
  const plain = await miniature({ targets: targets(6), inspectors: inspectors(4) })
  await plain.done('draw', 'run', ...TASK, '--seed', 'x')
  await plain.done('export', '1', '--to', plain.path('public'))
  const html = text(filesIn(plain.path('public')), '抽查任务公告.html')
  expect(html).not.toContain('class="head"')
  expect(html).toContain('<div class="signature"><p>甲局</p>')
  expect(html).not.toContain('联系电话')
})
