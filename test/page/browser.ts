import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
export const hasChromium = existsSync(CHROMIUM)
/** How long to wait for a state that must come, in milliseconds: no measure of speed, only an end. */
export const PATIENCE = 120_000
/** For the title of what is skipped: the reason is seen. */
export const SKIPPED = hasChromium ? '' : ' (skipped: /usr/bin/chromium is not installed)'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Promise<Browser> | undefined

/** A page from disk, as by a double click; `before` runs first; `trouble` collects what no page should have. */
export async function pageAt(
  path: string,
  before = '',
): Promise<{ page: Page; trouble: string[]; requests: string[] }> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  const context = await (await browser).newContext({ viewport: { width: 1100, height: 900 } })
  if (before !== '') await context.addInitScript(before)
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const trouble: string[] = []
  const requests: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  page.on('pageerror', error => trouble.push(String(error)))
  page.on('dialog', dialog => {
    trouble.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => requests.push(request.url()))
  await page.goto(pathToFileURL(path).href)
  await page.waitForSelector('html[data-ready]')
  return { page, trouble, requests }
}

/** A page without a script from disk, as it is when it has come. */
export async function staticPageAt(path: string): Promise<Page> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  const page = await (await browser).newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(pathToFileURL(path).href)
  return page
}

/** Prints a document as its own style says, to a PDF. */
export async function print(html: string, pdf: string): Promise<void> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  const page = await (await browser).newPage()
  await page.setContent(html)
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true })
  await page.close()
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** Drags a folder or file from the desktop over the page and lets go. */
export async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // What lies below /dev, as a disk in memory does, Chromium lets nobody drop.
  const dropped = path.startsWith('/dev/')
    ? join(mkdtempSync(join(tmpdir(), 'ssj-drop-')), basename(path))
    : path
  if (dropped !== path) cpSync(path, dropped, { recursive: true })
  const data = { items: [], files: [dropped], dragOperationsMask: 1 }
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  await send('dragEnter')
  // Once the page says that it takes what hangs over it, the hand lets go.
  await send('dragOver')
  await page.waitForSelector('.sheet[data-drop]')
  await send('dragOver')
  await send('drop')
}
