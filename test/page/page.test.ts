/** @module-tag campaign */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sumsText } from '../../src/core/draw/folder/sums.ts'
import { whole } from '../../src/core/pieces.ts'
import { pageWith } from '../../src/core/publication/export/page.ts'
import { withSums, writeFolder } from '../../src/files/folder.ts'
import { builtPage } from '../../src/files/page.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { freshFolder } from '../helpers/scratch.ts'
import { filesIn, type Office } from '../helpers/ssj.ts'
import { closeBrowser, drop, hasChromium, PATIENCE, pageAt, SKIPPED } from './browser.ts'
import { largeDraw } from './large-draw.ts'

const HOSTILE = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>店'
const DICE = `骰子=${'6'.repeat(28)}11`
const TASK = [
  '--lead',
  'JIA',
  '--count',
  '11',
  '--reserve',
  '1',
  '--team',
  '2',
  '--source',
  '骰子/30',
  '--id',
  'A1',
]

/** The same for another task, which throws dice of its own. */
const withDice = (id: string) =>
  [...TASK.slice(0, -1), id].map(word => (word === '骰子/30' ? `骰子 ${id}/30` : word))

let made: Office
let folder: string
beforeAll(async () => {
  if (!hasChromium) return
  made = await miniature({
    targets: [
      ...targets(10, { 信用风险等级: 'A' }),
      { 对象编号: 'T11', 名称: HOSTILE, 监管部门: 'JIA' },
      { 对象编号: 'T12', 名称: '倒写店', 监管部门: 'JIA' },
      { 对象编号: 'T13', 名称: '注销店', 监管部门: 'JIA', 登记状态: '已注销' },
    ],
    inspectors: inspectors(4),
  })
  await made.done('draw', 'freeze', ...TASK, '--name', `任务</script><script>alert(3)</script>`)
  await made.done('draw', 'run', 'A1', '--seed', DICE)
  folder = made.path('public')
  await made.done('export', '1', '--to', folder)
  await made.done('export', '1', '--profile', 'archive', '--to', made.path('archive'))
}, PATIENCE)
afterAll(closeBrowser)

const verdictOf = async (page: Page) =>
  (await page.locator('.banner.agrees, .banner.differs, .banner.committed').textContent())!
/** The verdict on the folder or zip of this name: not the one that stood before it was brought. */
const verdictOn = async (page: Page, name: string) =>
  (await page
    .locator('.banner.agrees, .banner.differs, .banner.committed')
    .filter({ hasText: `${name}（` })
    .textContent())!
const ask = async (page: Page, text: string) => {
  await page.fill('#firm', text)
  await page.press('#firm', 'Enter')
  await page.waitForSelector(`#found[data-of=${JSON.stringify(text)}]`)
  return (await page.textContent('#found'))!
}
const focusOf = (page: Page) => page.evaluate<string>('document.activeElement.id')
let copies = 0
/** A copy of the public folder with one file changed. */
const tampered = (file: string, from: string, to: string) => {
  const copy = join(freshFolder(), `tampered-${++copies}`)
  cpSync(folder, copy, { recursive: true })
  const text = readFileSync(join(copy, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(copy, file), text.replace(from, to))
  return copy
}

describe.skipIf(!hasChromium)(`verify.html in Chromium${SKIPPED}`, { timeout: 2 * PATIENCE }, () => {
  test('computes the draw again from its own data, without any request, and says so in both languages', async () => {
    const { page, trouble, requests } = await pageAt(join(folder, 'verify.html'))
    expect(await page.textContent('.banner')).toContain('尚未核对')
    await page.click('#compute')
    const said = await verdictOf(page)
    expect(said).toContain('一致')
    expect(said).toContain('抽中 11 户，替补 1 户')
    expect(said).toContain('没有公开、未能核对：人员、回避、检查组')
    await page.click('#turn')
    expect(await page.textContent('.banner')).toContain('It agrees')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(trouble).toEqual([])
    expect(requests.filter(url => !/^(file|blob):/.test(url))).toEqual([])
    await page.context().close()
  })

  test('shows teams as computed where the folder shows who could be matched', async () => {
    const { page } = await pageAt(join(made.path('archive'), 'data/verify.html'))
    await page.click('#compute')
    expect(await verdictOf(page)).toContain('检查组')
    expect(await page.textContent('.banner')).not.toContain('没有公开')
    await page.context().close()
  })

  test('tells of one firm: drawn, reserve, excluded, unknown, by code in any case or by name', async () => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    const { selection } = await made.done('draw', 'show', '1')
    for (const { target, status } of selection) {
      const said = await ask(page, ` ${target.toLowerCase()} `)
      expect(said).toContain(status === 'drawn' ? '被抽中' : '位替补')
      expect(said).toContain(`${target} | sha256sum`)
    }
    expect(await ask(page, '示例店T01')).toContain('T01')
    expect(await ask(page, 'T13')).toContain('已列入排除名单')
    expect(await ask(page, '91141102058871239H')).toContain('不在本次抽取的抽样框中，也不在公开的排除名单中')
    expect(await ask(page, '911411020588712390')).toContain('校验码不对')
    expect(await ask(page, 'T99')).toContain('没有找到')
    expect(await ask(page, '没有这家店')).toContain('没有找到')
    expect(await ask(page, '示例店')).toContain('户符合，请选一户')
    await page.click('#found li button')
    await page.waitForSelector('#found article')
    expect(await page.textContent('#found')).toContain('sha256sum')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('searches the list while somebody types', async () => {
    const { page } = await pageAt(join(folder, 'verify.html'))
    expect(await page.locator('#list tbody tr').count()).toBe(12)
    await page.locator('#search').pressSequentially('示例店t0')
    const all = await page.locator('#list tbody tr').count()
    expect(all).toBeGreaterThan(7)
    await page.locator('#search').pressSequentially('1')
    expect(await page.locator('#list tbody tr').count()).toBe(1)
    expect(await page.inputValue('#search')).toBe('示例店t01')
    await page.context().close()
  })

  test('shows hostile names as text: nothing of them runs, hides or turns round', async () => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    await page.click('#compute')
    await verdictOf(page)
    const text = (await page.textContent('body'))!
    expect(text).toContain('任务</script><script>alert(3)</script>')
    expect(text).toContain(HOSTILE)
    expect(await ask(page, 'T11')).toContain(HOSTILE)
    // The import takes marks of direction out of names; a folder from elsewhere may hold them.
    const other = tampered('公示名单.csv', '倒写店', '\u202e店写倒\u202c')
    await page.setInputFiles('#folder-in', other)
    expect(await verdictOn(page, basename(other))).toContain('不一致')
    expect(await ask(page, 'T12')).toContain('\\u202e店写倒\\u202c')
    expect(await page.content()).not.toMatch(/[\u202a-\u202e]/)
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(2)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('lets nothing else run and nothing out: the policy holds', async () => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    const ran = await page.evaluate(`(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      const image = document.createElement('img')
      image.src = 'https://example.invalid/x.png'
      document.body.append(script, image)
      const fetched = await fetch('https://example.invalid/').then(() => 'fetched', () => 'refused')
      return [window.ran ?? false, fetched]
    })()`)
    expect(ran).toEqual([false, 'refused'])
    const refused = () => trouble.filter(line => line.includes('Content Security Policy')).length
    await expect.poll(refused, { timeout: PATIENCE }).toBeGreaterThanOrEqual(3)
    await page.context().close()
  })

  test('takes a dropped folder and checks every file of it', async () => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    await drop(page, folder)
    const said = await verdictOn(page, 'public')
    expect(said).toContain('一致')
    expect(said).not.toContain('不一致')
    expect(said).not.toContain('本页自带的数据')
    expect(said).toMatch(/供人阅读的 \d+ 个文件已按结果重新排版/)
    expect(said).toContain('没有核对：draw-2.md、draw-2.zh.md、draw.md、draw.zh.md、verify.html')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('names the paper that a forger changed, who wrote the sums anew', async () => {
    const { page } = await pageAt(join(folder, 'verify.html'))
    const other = tampered('公示名单.csv', '示例店T', '示例铺T')
    const bytes = filesIn(other)
    bytes.delete('SHA256SUMS')
    writeFileSync(join(other, 'SHA256SUMS'), sumsText(bytes))
    await page.setInputFiles('#folder-in', other)
    const said = await verdictOn(page, basename(other))
    expect(said).toContain('不一致')
    expect(said).toContain('公示名单.csv 第')
    await page.context().close()
  })

  test('reads the names of a folder in GB 18030', async () => {
    const { page, trouble } = await pageAt(join(import.meta.dirname, '../../dist/page/verify.html'))
    await made.done('export', '1', '--encoding', 'gb18030', '--to', made.path('gb18030'))
    await page.setInputFiles('#folder-in', made.path('gb18030'))
    expect(await verdictOn(page, 'gb18030')).not.toContain('不一致')
    expect(await page.textContent('#list')).toContain('示例店T')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test.each([
    ['selection.csv', ',drawn\n', ',reserve\n', 'selection.csv 第'],
    ['frame.csv', 'T01', 'T0１', 'frame.csv'],
    ['seed.txt', '66611', '66612', 'seed.txt'],
    ['公示名单.csv', '示例店T', '示例铺T', '公示名单.csv'],
    ['verify.html', '重新计算', '重新打算', 'verify.html'],
  ])('names the file when %s of a folder was changed', async (file, from, to, told) => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    const other = tampered(file, from, to)
    await page.setInputFiles('#folder-in', other)
    const said = await verdictOn(page, basename(other))
    expect(said).toContain('不一致')
    expect(said).toContain(told)
    expect(await page.textContent('#changed')).toContain(file)
    await page.click('#turn')
    expect(await page.textContent('.banner')).toContain('does not agree')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('tells a missing file, a commitment without a seed, and a folder of something else', async () => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    const odd = freshFolder()
    mkdirSync(join(odd, 'a'))
    writeFileSync(join(odd, 'a/holiday.txt'), 'x')
    await page.setInputFiles('#folder-in', join(odd, 'a'))
    expect(await verdictOn(page, 'a')).toContain('SHA256SUMS：文件缺失')
    expect(await page.textContent('main')).toContain('没有能读出的抽取结果')
    await made.done('draw', 'freeze', ...withDice('A3'), '--to', made.path('announced'))
    await page.setInputFiles('#folder-in', made.path('announced'))
    expect(await verdictOn(page, 'announced')).toContain('已承诺，尚未抽取')
    const told = (await page.textContent('main'))!
    expect(told).toContain('公布的承诺')
    expect(told).toContain('随机源骰子')
    expect(told).toMatch(/12 户抽 11 户/)
    expect(told).not.toContain('没有能读出')
    expect(await page.locator('.skip').count()).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('takes the zip of an export, chosen or dropped, and refuses one that is damaged', async () => {
    const { page, trouble } = await pageAt(join(import.meta.dirname, '../../dist/page/verify.html'))
    const zip = made.path('public.zip')
    await made.done('export', '1', '--zip', '--to', zip)
    await page.setInputFiles('#zip-in', zip)
    expect(await verdictOn(page, 'public.zip')).toContain('抽中 11 户')
    const bag = made.path('bag.zip')
    await made.done('export', '1', '--zip', '--profile', 'archive', '--to', bag)
    await drop(page, bag)
    const said = await verdictOn(page, 'bag.zip')
    expect(said).toContain('检查组')
    expect(said).not.toContain('不一致')
    const damaged = made.path('damaged.zip')
    writeFileSync(damaged, readFileSync(zip).subarray(0, 20_000))
    await page.setInputFiles('#zip-in', damaged)
    await page.locator('.banner.differs').getByText('这个 zip 读不出来').waitFor()
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('marks who fell out and who moved up, and that a draw is void', async () => {
    const office = made.copy()
    const { selection } = await office.done('draw', 'show', '1')
    const out = selection.find((row: { status: string }) => row.status === 'drawn').target
    const into = selection.find((row: { status: string }) => row.status === 'reserve').target
    const why = ['--reason', '停业：已关门', '--approver', '批准人']
    await office.done('draw', 'substitute', '1', '--target', out, ...why)
    await office.done('certify', '1', into, '--to', office.path('into.json'))
    await office.done('export', '1', '--to', office.path('substituted'))
    await office.done('draw', 'void', '1', '--reason', '名单有误', '--approver', '批准人')
    await office.done('export', '1', '--to', office.path('void'))
    const { page, trouble } = await pageAt(join(office.path('substituted'), 'verify.html'))
    const row = (target: string) => page.locator('#list tr', { hasText: target })
    expect(await row(out).textContent()).toContain('抽中已退出')
    expect(await row(into).textContent()).toContain('替补已递补')
    await page.setInputFiles('#certificate', office.path('into.json'))
    await page.locator('#certified .warning', { hasText: '因此该对象应当接受检查' }).waitFor()
    await page.setInputFiles('#folder-in', office.path('void'))
    await verdictOn(page, 'void')
    expect(await page.textContent('main')).toContain('本次抽取已经作废。原因：名单有误')
    expect(await ask(page, into)).toContain('本次抽取已经作废，结果只供查阅')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('calls a failed draw so before it is computed, and a text of the office no announced source', async () => {
    const small = ['--lead', 'JIA', '--from', '2026-03-01', '--to', '2026-03-31']
    const office = await miniature({ targets: targets(5), inspectors: inspectors(2, { 年度上限: '2' }) })
    await office.done('draw', 'freeze', '--id', 'F', ...small, '--count', '3', '--source', '骰子/30')
    expect((await office.ssj('draw', 'run', 'F', '--seed', DICE)).code).toBe(1)
    await office.done('draw', 'run', '--id', 'O', ...small, '--count', '1', '--seed', '随便')
    for (const draw of ['1', '2']) await office.done('export', draw, '--to', office.path(draw))
    const failed = await pageAt(join(office.path('1'), 'verify.html'))
    expect(await failed.page.locator('.warning').first().textContent()).toContain(
      '组不成检查组、没有抽取结果',
    )
    expect(await failed.page.textContent('main')).toContain(DICE)
    const atOnce = await pageAt(join(office.path('2'), 'verify.html'))
    expect(await atOnce.page.locator('.note.careful h3').allTextContents()).toEqual([
      '冻结与抽取同时进行',
      '种子在抽取时填写',
    ])
    for (const { page, trouble } of [failed, atOnce]) {
      expect(trouble).toEqual([])
      await page.context().close()
    }
  })

  test('tells a draw under seal, and afterwards where its sealed source is from; nothing wider than a phone', async () => {
    const office = made.copy()
    const { draw } = await office.done('draw', 'freeze', ...withDice('S1'), '--sealed')
    await office.done('draw', 'run', 'S1', '--seed', DICE.replace('=', ' S1='))
    await office.done('export', draw, '--to', office.path('sealed'))
    await office.done('draw', 'reveal', draw)
    await office.done('export', draw, '--to', office.path('opened'))
    const { page, trouble } = await pageAt(join(office.path('sealed'), 'verify.html'))
    await page.setViewportSize({ width: 360, height: 740 })
    await page.click('#compute')
    expect(await verdictOf(page)).toContain('已承诺并抽取，封存中')
    expect(await page.textContent('main')).toContain('随机源secret/')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.setInputFiles('#folder-in', office.path('opened'))
    expect(await verdictOn(page, 'opened')).not.toContain('不一致')
    expect(await page.textContent('.notes')).toContain('封存的随机源（secret/…）')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('survives a hostile folder: broken bytes, deep JSON, climbing names', async () => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    const bad = join(freshFolder(), 'bad')
    const place = freshFolder()
    mkdirSync(bad)
    writeFileSync(join(bad, 'SHA256SUMS'), `${'0'.repeat(64)}  ../../etc/passwd\n`)
    writeFileSync(join(bad, 'commitment.json'), '['.repeat(200_000))
    writeFileSync(join(bad, 'record.json'), '{"draw":"<b>x</b>","attempt":{}}')
    writeFileSync(
      join(bad, 'frame.csv'),
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 256),
    )
    writeFileSync(join(bad, '名单.csv'), `代码,名称\n"${'x'.repeat(100_000)}`)
    await page.setInputFiles('#folder-in', bad)
    expect(await verdictOn(page, 'bad')).toContain('不一致')
    for (const [i, text] of ['null', '{"spec":"ssj-draw/1"}', '{"spec":"ssj-draw/9"}'].entries()) {
      const other = join(place, `bad-${i}`)
      cpSync(bad, other, { recursive: true })
      writeFileSync(join(other, 'commitment.json'), text)
      await page.setInputFiles('#folder-in', other)
      expect(await verdictOn(page, `bad-${i}`)).toContain('不一致')
    }
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('checks a certificate: dropped, chosen, forged, of another draw', async () => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'))
    for (const ending of ['json', 'html'])
      await made.done('certify', '1', 'T02', '--to', made.path(`c.${ending}`))
    await drop(page, made.path('c.json'))
    await page.waitForSelector('#certified article')
    expect(await page.textContent('#certified')).toContain('证明成立')
    expect(await page.textContent('#certified')).toContain('示例店T02')
    await page.evaluate('document.querySelector("#certified article").remove()')
    await page.setInputFiles('#certificate', made.path('c.html'))
    await page.waitForSelector('#certified article')
    const text = readFileSync(made.path('c.json'), 'utf8')
    const forged = made.file('forged.json', text.replace('"rank": ', '"rank": 1'))
    await page.setInputFiles('#certificate', forged)
    await page.waitForSelector('#certified .fails')
    expect(await page.textContent('#certified')).toContain('内容被改动过')
    expect(await page.textContent('[role=status]')).toBe('证明不成立')
    const office = made.copy()
    const { draw } = await office.done('draw', 'run', ...withDice('A9'), '--seed', DICE.replace('=', ' A9='))
    await office.done('certify', draw, 'T02', '--to', office.path('other.json'))
    await page.setInputFiles('#certificate', office.path('other.json'))
    await page.getByText('属于另一次抽取').waitFor()
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('checks a certificate against commitment.json alone, and says what that leaves open', async () => {
    const { page, trouble } = await pageAt(join(import.meta.dirname, '../../dist/page/verify.html'))
    expect(await page.textContent('main')).toContain('还没有抽取结果')
    await made.done('certify', '1', 'T03', '--to', made.path('alone.json'))
    await page.setInputFiles('#certificate', made.path('alone.json'))
    await page.locator('#certified').getByText('请先打开这次抽取的文件夹').waitFor()
    const only = join(freshFolder(), 'only')
    mkdirSync(only)
    cpSync(join(folder, 'commitment.json'), join(only, 'commitment.json'))
    await page.setInputFiles('#folder-in', only)
    await verdictOn(page, 'only')
    await page.setInputFiles('#certificate', made.path('alone.json'))
    await page.getByText('就所见而言成立').first().waitFor()
    expect(await page.textContent('#certified')).toContain('以下各项要用公布的抽取文件夹核对')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('works by the keyboard alone', async () => {
    const { page } = await pageAt(join(folder, 'verify.html'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focusOf(page)).toBe('compute')
    await page.keyboard.press('Enter')
    await verdictOf(page)
    expect(await focusOf(page)).toBe('compute')
    await page.keyboard.press('Tab')
    expect(await focusOf(page)).toBe('firm')
    await page.keyboard.type('T13')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#found article')
    expect(await page.textContent('[role=status]')).toContain('T13')
    expect(await focusOf(page)).toBe('firm')
    const reached: string[] = []
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      reached.push(await focusOf(page))
    }
    expect(reached).toEqual(expect.arrayContaining(['search', 'certificate', 'folder-in', 'zip-in']))
    await page.context().close()
  })

  test.each([
    ['has no workers', 'delete window.Worker'],
    ['lets none start', 'window.Worker = class { constructor() { setTimeout(() => this.onerror()) } }'],
  ])('computes in the page itself where a browser %s', async (_, before) => {
    const { page, trouble } = await pageAt(join(folder, 'verify.html'), before)
    await page.click('#compute')
    expect(await verdictOf(page)).toContain('一致')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('names every control and has one heading of the first rank', async () => {
    const { page } = await pageAt(join(folder, 'verify.html'))
    expect(await page.locator('h1').count()).toBe(1)
    const nameless = await page.evaluate(`[...document.querySelectorAll('input, button')].filter(
      control => !control.labels?.length && control.textContent.trim() === '').length`)
    expect(nameless).toBe(0)
    await page.context().close()
  })

  test('on a phone has the query before all else, and lists as cards that no row leaves; dark where the reader is', async () => {
    const { page } = await pageAt(join(folder, 'verify.html'))
    for (const [width, scheme] of [
      [390, 'light'],
      [390, 'dark'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: scheme })
      const beyond = await page.evaluate(`[...document.querySelectorAll('#list td')]
        .filter(cell => cell.getBoundingClientRect().right > innerWidth).length + document.documentElement.scrollWidth - innerWidth`)
      expect([width, scheme, beyond]).toEqual([width, scheme, 0])
      const ground = await page.evaluate(`getComputedStyle(document.querySelector('.sheet')).backgroundColor`)
      expect(ground === 'rgb(255, 255, 255)').toBe(scheme === 'light')
    }
    const query = await page.evaluate(
      `document.getElementById('firm').compareDocumentPosition(document.querySelector('.task')) & 4`,
    )
    expect(query).toBe(4)
    await page.context().close()
  })

  test('prints on A4 without its controls', async () => {
    const { page } = await pageAt(join(folder, 'verify.html'))
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    await page.emulateMedia({ media: 'print' })
    for (const control of ['#compute', '#firm', '#folder-in', '#one'])
      expect(await page.isVisible(control)).toBe(false)
    await page.context().close()
  })

  test('draws 50 000 targets again, teams too, and stays awake meanwhile', {
    timeout: 3 * PATIENCE,
  }, async () => {
    const files = largeDraw(50_000)
    const path = join(freshFolder(), 'big')
    writeFolder(
      { written: 'big', full: path },
      withSums(new Map([...files, ['verify.html', whole(pageWith(builtPage(), files))]])),
      'umask',
    )
    const { page, trouble } = await pageAt(join(path, 'verify.html'))
    await page.waitForSelector('#compute')
    await page.evaluate('window.ticks = 0; setInterval(() => window.ticks++, 10)')
    const ticks = () => page.evaluate<number>('window.ticks')
    const before = await ticks()
    await page.click('#compute')
    const said = await verdictOf(page)
    expect(said).toContain('从 50000 户中重新抽取：抽中 1000 户，替补 200 户')
    expect(said).toContain('检查组')
    expect((await ticks()) - before).toBeGreaterThan(5)
    expect(await ask(page, 'T0012345')).toContain('sha256sum')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
