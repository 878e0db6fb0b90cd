import { describe, expect, it } from 'vitest'
import { miniature } from '../../helpers/miniature.ts'

const HEAD = '统一社会信用代码,名称,地址,管辖所'
const FIRMS = ['91141102058871239H,示例甲店,路1号,城北所', '91350100M000100Y43,示例乙店,路2号,城南所']

/** Rows that belong to a sheet for people, and why each is passed over. */
const OF_THE_SHEET: readonly (readonly [row: string, code: string])[] = [
  ['城北所小计,1,,', 'total'],
  ['全区合计,2户,,', 'total'],
  ['一、餐饮服务,,,', 'section'],
  ['（二）食品销售,,,', 'section'],
  [',,三、住宿,', 'section'],
  ['第1页 共2页,,,', 'section'],
  ['- 2 -,,,', 'section'],
  ['例：91110000000000000X,示例,例：某路,某所', 'sample'],
  ['\u001a', 'blank'],
]

describe('rows of a sheet that are no records', () => {
  it.each(OF_THE_SHEET)('%s is told as %s, wherever it stands', async (row, code) => {
    const here = await miniature({})
    for (const at of [0, 1, 2]) {
      const lines = [HEAD, ...FIRMS.toSpliced(at, 0, row)]
      const path = here.file(`${at}.csv`, `${lines.join('\n')}\n`)
      const { files } = await here.copy().done('import', 'targets', path)
      expect(files[0]).toMatchObject({ new: 2, issueCount: 0, aside: [{ code, count: 1, rows: [at + 2] }] })
    }
    for (const lang of ['zh', 'en'])
      expect(
        (await here.ssj('import', 'targets', here.path('0.csv'), '--dry-run', '--lang', lang)).out,
      ).not.toContain('undefined')
  })

  it.each([
    ['a name that ends like a total', '91141102MA9X10009J,示例合计,路3号,城北所'],
    ['a name that begins like a section', '91141102MA9X10009J,一、二商店,,'],
  ])('%s is a record', async (_, row) => {
    const here = await miniature({})
    const { files } = await here.done('import', 'targets', here.file('a.csv', `${HEAD}\n${row}\n`))
    expect(files[0]).toMatchObject({ new: 1, aside: [] })
  })

  it('quotes of another program around every cell are taken off, both of them', async () => {
    const here = await miniature({})
    const row = FIRMS[0]!.split(',').map(cell => `'${cell}'`)
    await here.done('import', 'targets', here.file('a.csv', `${HEAD}\n${row.join(',')}\n`))
    expect((await here.done('list', 'targets')).records).toMatchObject([
      { id: '91141102058871239H', name: '示例甲店', address: '路1号', station: '城北所' },
    ])
  })
})
