import { beforeAll, describe, expect, test } from 'vitest'
import { readSources } from '../../../src/core/registry/cells/sources.ts'
import { peopleCsv } from '../../../src/files/writing/people-csv.ts'
import { miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** What we write, and what offices write in the same words, comes back as it was meant. */

/** Cells as a spreadsheet cuts them that takes comma, semicolon and tab for separators, each by itself. */
function cutByDefaults(csv: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  const text = csv.replace('\ufeff', '')
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1)!
    const character = text[i]!
    if (quoted && character === '"' && text[i + 1] === '"') {
      row[row.length - 1] += '"'
      i++
    } else if (character === '"' && (quoted || row.at(-1) === '')) quoted = !quoted
    else if (!quoted && ',;\t'.includes(character)) row.push('')
    else if (!quoted && character === '\r') i++ && rows.push([''])
    else row[row.length - 1] += character
  }
  return rows.slice(0, -1)
}

test('a CSV of ours is cut into the same cells at comma, semicolon and tab, every code whole', () => {
  const headings = ['代码', '部门', '内容', '日期']
  const cells = ['911411027319014865', '市监局;卫体局', '甲\t乙；"丙",丁', '3/5']
  const [first, second] = cutByDefaults(peopleCsv(headings, [cells, cells.toReversed()]))
  expect(first).toEqual(headings)
  expect(second).toEqual(['\t911411027319014865', '市监局;卫体局', '甲\t乙；"丙",丁', '\t3/5'])
})

describe('a plan that names its items in words', () => {
  const item = (code: string, name: string) => ({ 事项编码: code, 抽查事项: name })
  let registries: Office
  beforeAll(async () => {
    registries = await miniature({
      items: [
        item('GS-07', '企业公示信息抽查'),
        item('GS-08', '食品、药品抽查'),
        item('GS-09', '同名抽查'),
        item('GS-10', '同名抽查'),
      ],
    })
  })
  const planOf = async (items: string) => {
    const here = registries.copy()
    const file = here.file(
      'plan.csv',
      `任务编号,任务名称,抽查事项,发起部门,起止时间,抽查比例\nP1,2026年抽查,${items},甲局,2026年3月-6月,3%\n`,
    )
    const ran = await here.ssj('import', 'plan', file, '--json')
    const { records } = await here.done('list', 'plan')
    return { file: ran.json.files[0], items: records[0]?.items }
  }

  test.each([
    ['企业公示信息抽查', 'GS-07'],
    ['企业公示信息抽查；GS-08', 'GS-07;GS-08'],
    ['"食品、药品抽查"', 'GS-08'],
  ])('%s', async (written, read) => {
    expect((await planOf(written)).items).toBe(read)
  })

  test('is told of the codes where several items are called so, and of the nearest where none is', async () => {
    expect((await planOf('同名抽查')).file.issues[0]).toMatchObject({
      code: 'ambiguous-item',
      details: { codes: ['GS-09', 'GS-10'] },
    })
    expect((await planOf('企业公示信息检查')).file.issues[0]).toMatchObject({
      code: 'unknown-item',
      details: { nearest: '企业公示信息抽查' },
    })
  })
})

test.each([
  ['骰子;福彩3D 第2026312期', '骰子;福彩3D 第2026312期'],
  ['骰子，福彩3D 第2026312期', '骰子;福彩3D 第2026312期'],
  ['骰子、福彩3D 第2026312期', '骰子;福彩3D 第2026312期'],
  ['骰子,福彩3D 第2026312期', '骰子;福彩3D 第2026312期'],
  ['福利彩票（双色球、3D）；骰子', '福利彩票(双色球、3D);骰子'],
])('sources are parted by the usual marks: %s', (written, read) => {
  expect(readSources(written)).toMatchObject({ value: read })
})

describe('a file of two columns', () => {
  let registries: Office
  beforeAll(async () => {
    registries = await miniature({
      targets: [
        { 对象编号: 'T1', 名称: '一店', 监管部门: 'JIA', 信用风险等级: 'A' },
        { 对象编号: 'T2', 名称: '二店', 监管部门: 'JIA', 信用风险等级: 'B' },
      ],
    })
  })

  test('code and class changes the class of firms that stand, and nothing else of them', async () => {
    const here = registries.copy()
    const done = await here.done(
      'import',
      'targets',
      here.file('a.csv', '对象编号,信用风险等级\nT1,C\nT2,B\n'),
    )
    expect(done.files[0]).toMatchObject({ changed: 1, unchanged: 1, new: 0 })
    expect((await here.done('list', 'targets')).records).toMatchObject([
      { id: 'T1', name: '一店', departments: 'JIA', risk: 'C' },
      { id: 'T2', name: '二店', risk: 'B' },
    ])
  })

  test('names the firms that do not stand, and leaves all as it was', async () => {
    const here = registries.copy()
    const ran = await here.ssj(
      'import',
      'targets',
      here.file('a.csv', '对象编号,信用风险等级\nT1,C\nT9,B\n'),
      '--json',
    )
    expect([ran.code, ran.json.files[0].issues]).toMatchObject([
      1,
      [{ row: 3, value: 'T9', code: 'not-registered' }],
    ])
    expect((await here.done('list', 'targets')).records[0]).toMatchObject({ risk: 'A' })
  })

  test('into an empty registry is no list of firms', async () => {
    const here = await miniature({})
    const ran = await here.ssj(
      'import',
      'targets',
      here.file('a.csv', '对象编号,信用风险等级\nT1,C\n'),
      '--json',
    )
    expect(ran.json.files[0].issues[0]).toMatchObject({ code: 'missing-heading' })
  })
})
