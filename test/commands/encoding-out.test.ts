import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { BIN, district } from '../helpers/ssj.ts'

const decode = (bytes: Uint8Array) =>
  new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes)

describe('--encoding gb18030 for what goes out', () => {
  it('template: the bytes are GB 18030 without a mark, and come in again', () => {
    const [, ...utf8] = execFileSync(process.execPath, [BIN, 'template', 'targets']).toString()
    for (const name of ['gb18030', 'GBK']) {
      const bytes = execFileSync(process.execPath, [BIN, 'template', 'targets', '--encoding', name])
      expect(decode(bytes)).toBe(utf8.join(''))
    }
  })

  it('export: the lists for people change, the files of the law do not; the folder verifies', async () => {
    const here = await miniature({ targets: targets(4, { 名称: '䶮𬭊示例店' }), inspectors: inspectors(4) })
    await here.done('draw', 'run', '--lead', 'JIA', '--count', '2', '--seed', 'x')
    await here.done('export', '1', '--profile', 'archive', '--to', here.path('plain'))
    await here.done('export', '1', '--profile', 'archive', '--to', here.path('gb'), '--encoding', 'gb18030')
    await here.done('verify', here.path('gb'))
    const people: string[] = []
    for (const file of readdirSync(here.path('plain/data'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.csv')) continue
      const [plain, gb] = ['plain', 'gb'].map(folder => readFileSync(join(here.path(folder), 'data', file)))
      if (plain!.equals(gb!)) continue
      people.push(file)
      expect(`\ufeff${decode(gb!)}`).toBe(plain!.toString())
    }
    expect(people).toContain('公示名单.csv')
    expect(people.some(file => /^[a-z]+\.csv$/.test(file))).toBe(false)
    const page = (folder: string) => readFileSync(join(here.path(folder), 'data', 'verify.html'), 'utf8')
    expect(page('gb')).toBe(page('plain'))
  })

  it('publish: the list is in GB 18030', async () => {
    const here = await district()
    await here.done('publish', 'items', '--to', here.path('plain.csv'))
    await here.done('publish', 'items', '--to', here.path('gb.csv'), '--encoding', 'gb18030')
    expect(`\ufeff${decode(readFileSync(here.path('gb.csv')))}`).toBe(
      readFileSync(here.path('plain.csv'), 'utf8'),
    )
  })

  it('--rejects: refused rows go back in the encoding that was named, and come in corrected', async () => {
    const here = await district()
    const headings = '编号,姓名,单位,有效期'
    const bad = `${headings}\r\nZ9,䶮𬭊示例,示例大学,2029-13-31\r\n`
    const gb = execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: bad })
    const file = here.file('experts.csv', gb)
    const ran = await here.ssj(
      ...['import', 'experts', file, '--encoding', 'gb18030', '--rejects', here.path('rejects.csv')],
    )
    expect(ran.code).toBe(1)
    const text = decode(readFileSync(here.path('rejects.csv')))
    expect(text).toContain('Z9,䶮𬭊示例,示例大学,2029-13-31,')
    const mended = here.file('mended.csv', Buffer.from(text.replace('2029-13-31', '2029-12-31')))
    expect((await here.done('import', 'experts', mended)).files[0].new).toBe(1)
  })

  it.each(['zh', 'en'])('another encoding is refused and nothing written (%s)', async lang => {
    const here = await district()
    const ran = await here.ssj(
      ...['publish', 'items', '--to', here.path('x.csv'), '--encoding', 'utf-16le', '--lang', lang],
    )
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('utf-8 | gb18030')
    expect(existsSync(here.path('x.csv'))).toBe(false)
    expect((await here.ssj('template', 'items', '--encoding', 'big5')).code).toBe(2)
  })
})
