import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { gb18030 } from '../../../src/files/writing/gb18030.ts'
import { text, workbook } from '../../files/reading/workbooks.ts'
import { miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Refused rows are kept as they were, all of them in one file, and none comes back by itself in another shape. */

let registries: Office
beforeAll(async () => {
  registries = await miniature({})
})

const CODE = '91141102MA9X10009J'
const OTHER = '91141102MA9X10076G'

/** Imports with `--skip-bad --rejects`, and gives the lines of the rejects. */
async function kept(here: Office, ...files: string[]) {
  const ran = await here.ssj(
    'import',
    'targets',
    ...files,
    '--skip-bad',
    '--rejects',
    here.path('r.csv'),
    '--json',
  )
  const lines = readFileSync(here.path('r.csv'), 'utf8').replace('\ufeff', '').trimEnd().split('\r\n')
  return { ran, lines }
}

const listed = async (here: Office) => (await here.done('list', 'targets')).records

describe('a row with more cells than headings', () => {
  test('is kept whole, refused again as it is, and comes in once it is put right', async () => {
    const here = registries.copy()
    const file = here.file('a.csv', `统一社会信用代码,名称,地址,管辖所\n${CODE},一店,示例路1号,2层,城北所\n`)
    const { lines } = await kept(here, file)
    expect(lines).toEqual([
      '统一社会信用代码,名称,地址,管辖所,表头外1,原因',
      `${CODE},一店,示例路1号,2层,城北所,应有 4 列，这一行有 5 列`,
    ])
    const before = await listed(here)
    const again = await here.ssj('import', 'targets', here.path('r.csv'), '--json')
    expect(again.code).toBe(1)
    expect(again.json.files[0].issues[0]).toMatchObject({
      code: 'held-back',
      heading: '表头外1',
      value: '城北所',
    })
    expect(await listed(here)).toEqual(before)
    const mended = here.file(
      'mended.csv',
      readFileSync(here.path('r.csv'), 'utf8').replace('示例路1号,2层,城北所,', '示例路1号2层,城北所,,'),
    )
    expect((await here.ssj('import', 'targets', mended)).code).toBe(0)
    expect((await listed(here)).find(({ id }: { id: string }) => id === CODE)).toMatchObject({
      station: '城北所',
      address: '示例路1号2层',
    })
  })

  test('of a workbook, two columns away from the table', async () => {
    const here = registries.copy()
    const cells = (row: number, ...values: (readonly [string, string])[]) =>
      `<row r="${row}">${values.map(([column, value]) => text(`${column}${row}`, value)).join('')}</row>`
    const sheet =
      cells(1, ['A', '统一社会信用代码'], ['B', '名称']) +
      cells(2, ['A', CODE], ['B', '一店'], ['D', '已注销，勿抽'])
    const { lines } = await kept(here, here.file('a.xlsx', workbook({ 名录: sheet })))
    expect(lines.slice(1)).toEqual([`${CODE},一店,,已注销，勿抽,应有 2 列，这一行有 4 列`])
    expect((await here.ssj('import', 'targets', here.path('r.csv'))).code).toBe(1)
  })
})

test('a row with fewer cells is not filled up in silence: a mark holds it back', async () => {
  const here = registries.copy()
  const { lines } = await kept(here, here.file('a.csv', `统一社会信用代码,名称,地址\n${CODE},一店\n`))
  expect(lines).toEqual([
    '统一社会信用代码,名称,地址,待核对,原因',
    `${CODE},一店,,列数不对,应有 3 列，这一行有 2 列`,
  ])
  expect((await here.ssj('import', 'targets', here.path('r.csv'))).code).toBe(1)
  const again = here.path('again.csv')
  await here.ssj('import', 'targets', here.path('r.csv'), '--skip-bad', '--rejects', again)
  expect(readFileSync(again, 'utf8')).toContain(`${CODE},一店,,列数不对,`)
  const mended = here.file('mended.csv', readFileSync(here.path('r.csv'), 'utf8').replace('列数不对', ''))
  expect((await here.ssj('import', 'targets', mended)).code).toBe(0)
})

test('the rows of several files stand in one, under one heading for each field, with their source', async () => {
  const here = registries.copy()
  const files = [
    here.file('一.csv', `统一社会信用代码,名称,地址\n${CODE},,甲路\n`),
    here.file('二.csv', `企业名称,统一社会信用代码,备注项\n乙店,${OTHER}X,记\n`),
    here.file('三.csv', `统一社会信用代码,名称\n${OTHER},丙店\n`),
  ]
  const { ran, lines } = await kept(here, ...files)
  expect(ran.code).toBe(0)
  expect(lines[0]).toBe('统一社会信用代码,名称,地址,备注项,来源文件,原因')
  expect(lines[1]).toContain(`${CODE},,甲路,,${files[0]},`)
  expect(lines[2]).toContain(`${OTHER}X,乙店,,记,${files[1]},`)
  expect(lines).toHaveLength(3)
  const mended = here.file(
    'mended.csv',
    readFileSync(here.path('r.csv'), 'utf8')
      .replace(`${CODE},,`, `${CODE},甲店,`)
      .replace(`${OTHER}X`, OTHER),
  )
  const back = await here.done('import', 'targets', mended)
  expect(back.files[0]).toMatchObject({ new: 1, changed: 1, extra: [{ heading: '备注项' }] })
})

test('a file that is there is left as it is, and nothing comes in', async () => {
  const here = registries.copy()
  const file = here.file('a.csv', `统一社会信用代码,名称\n${CODE},一店\n${OTHER},\n`)
  here.file('r.csv', 'old')
  const before = await listed(here)
  const { ran, lines } = await kept(here, file)
  expect([ran.code, lines]).toEqual([2, ['old']])
  expect(await listed(here)).toEqual(before)
})

describe('one byte that is no text', () => {
  const table = `统一社会信用代码,名称,地址\n${CODE},离石区示例一店,凤山路一号\n${OTHER},离石区示例二店,凤山路二号\n`
  const damage = (bytes: Buffer) => {
    const at = bytes.length - 1
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at)])
  }
  const files = [
    ['UTF-8', damage(Buffer.from(table))],
    ['GBK', damage(Buffer.from(gb18030(table)))],
    ['UTF-8 with a mark', damage(Buffer.from(`\ufeff${table}`))],
  ] as const
  for (const [name, bytes] of files) {
    test(`refuses its row of ${name}, not the file, and does not come back as another character`, async () => {
      const here = registries.copy()
      const file = here.file('a.csv', bytes)
      expect((await here.ssj('import', 'targets', file)).code).toBe(2)
      const { ran, lines } = await kept(here, file)
      expect(ran.json.files[0]).toMatchObject({ new: 1, refused: 1 })
      expect(ran.json.files[0].issues[0]).toMatchObject({
        code: 'undecodable-bytes',
        row: 3,
        details: { bytes: [0xff] },
      })
      expect(lines[1]).toMatch(/�.*,字节无法解读,地址：有无法解读的字节 FF/)
      expect((await here.ssj('import', 'targets', here.path('r.csv'))).code).toBe(1)
    })
  }

  test('in the headings, or in most rows, leaves the file outside', async () => {
    const here = registries.copy()
    const headings = Buffer.concat([Buffer.from('名'), Buffer.from([0xff]), Buffer.from(table)])
    const ran = await here.ssj('import', 'targets', here.file('a.csv', headings), '--skip-bad', '--json')
    expect(ran.code).toBe(1)
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => 0x80 + (i % 3 === 0 ? 0x7f : i % 2)))
    expect((await here.ssj('import', 'targets', here.file('b.csv', noise), '--skip-bad')).code).toBe(2)
  })
})

test('`*` in the name of a folder', async () => {
  const here = registries.copy()
  const row = (code: string) => `统一社会信用代码,名称\n${code},店\n`
  here.file('报送/城北所/名录.csv', row(CODE))
  here.file('报送/城南所/名录.csv', row(OTHER))
  here.file('报送/城南所/.~lock.csv', 'x')
  here.file('报送/城南所/~$a.csv', 'x')
  here.file('报送/说明.csv', 'x')
  const ran = await here.done('import', 'targets', '报送/城*所/*.csv')
  expect(ran.files.map(({ file }: { file: string }) => file)).toEqual([
    '报送/城北所/名录.csv',
    '报送/城南所/名录.csv',
  ])
  const absolute = await here.done('import', 'targets', here.path('报送/*/名录.csv'))
  expect(absolute.files).toHaveLength(2)
  expect((await here.ssj('import', 'targets', '报*/没有*/名录.csv')).code).toBe(2)
})
