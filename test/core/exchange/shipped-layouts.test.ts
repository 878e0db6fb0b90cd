import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CHECKS } from '../../../src/core/exchange/checks.ts'
import { type CodeTable, readCodeTable } from '../../../src/core/exchange/code-table.ts'
import { dayWritten } from '../../../src/core/exchange/date-form.ts'
import { foreignHeadings, incomingRow } from '../../../src/core/exchange/incoming.ts'
import type { Layout, LayoutColumn } from '../../../src/core/exchange/layout.ts'
import { type FactRow, outgoing } from '../../../src/core/exchange/outgoing.ts'
import { readLayout } from '../../../src/core/exchange/read-layout.ts'
import { parsePath } from '../../../src/core/exchange/subjects.ts'
import { isRegistrationNumber } from '../../../src/core/registry/numbers/registration-number.ts'
import { BODY_CODE, codeOfFirm } from '../../helpers/exchange.ts'

const NAMES = readdirSync('layouts').flatMap(file => /^(.*)\.json$/.exec(file)?.[1] ?? [])
const layoutNamed = (name: string) =>
  readLayout(JSON.parse(readFileSync(`layouts/${name}.json`, 'utf8'))) as Layout

const FILLED = ['定向', '不定向', '专项', 'α', 'β'].map((ours, i) => ({
  ...{ ours, theirs: `0${i + 1}`, label: `第 ${i + 1} 类`, source: '示例', day: '2026-01-01' },
}))

/** A shipped table; an empty one as an office would fill it. */
function tableNamed(name: string): CodeTable {
  const rows = parse(readFileSync(`layouts/codes/${name}.csv`), { bom: true }) as string[][]
  const read = readCodeTable(
    name,
    rows.map((cells, i) => ({ row: i + 1, cells })),
  ) as CodeTable
  return read.rows.length > 0 ? read : { name, rows: FILLED }
}

/** What offices write into names and texts: Chinese, brackets of both widths, quotes, commas, rare signs. */
const text = fc
  .array(fc.constantFrom(...'甲乙丙商行饭店𬭊（）()“”"，,;；.&-— 01'), { minLength: 1, maxLength: 12 })
  .map(signs => `例${signs.join('')}`.trim())

const day = fc
  .tuple(
    fc.integer({ min: 2000, max: 2035 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(parts => parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-'))

const CHECKED = {
  digits: (length: number) => fc.constantFrom('3'.repeat(length), '0'.repeat(length - 1) + 1),
  uscc: () => fc.integer({ min: 1, max: 99_999 }).map(codeOfFirm),
  'firm-number': () => fc.integer({ min: 1, max: 99_999 }).map(codeOfFirm),
  'implementation-code': () => fc.constant(BODY_CODE),
  region: () => fc.constantFrom('141102', '110000'),
  two: () => fc.constant(null),
} satisfies Record<keyof typeof CHECKS, (length: number) => fc.Arbitrary<string | null>>

/** The values of a path that a column takes: one, or several where the field has members. */
function valuesOf(layout: Layout, column: LayoutColumn): fc.Arbitrary<readonly string[]> {
  const path = parsePath(layout.of, column.from)
  const isMany = 'field' in path && (path.many || path.of?.many === true)
  const [check] = column.checks
  if (column.date !== null) return day.map(one => [one])
  if (column.codes !== '') {
    const { rows } = tableNamed(column.codes)
    const ours = [...new Map(rows.map(row => [row.theirs, row.ours])).values()]
    return fc.subarray(ours, { minLength: 1, maxLength: isMany ? Math.min(3, ours.length) : 1 })
  }
  if (check !== undefined && check !== 'two') return CHECKED[check](column.exact ?? 10).map(value => [value!])
  if (column.exact !== null) return fc.constant(['e'.repeat(column.exact)])
  const one = text.map(value =>
    isMany
      ? value
          .replaceAll(column.join, '')
          .replaceAll(/[;；,，、]/g, '')
          .trim()
      : value,
  )
  if (!isMany) return one.map(value => [value])
  return fc.uniqueArray(one, { minLength: check === 'two' ? 2 : 1, maxLength: 4 })
}

/** A row that the other side takes: each path has one value, that of the strictest of its columns. */
function rowOf(layout: Layout): fc.Arbitrary<ReadonlyMap<string, readonly string[]>> {
  const strict = (column: LayoutColumn) =>
    4 * column.checks.length +
    (column.exact === null ? 0 : 2) +
    (column.codes === '' ? 0 : 3) +
    (column.date ? 1 : 0)
  const paths = new Map<string, LayoutColumn>()
  for (const column of layout.columns.filter(({ from }) => from !== '' && from !== 'row')) {
    const known = paths.get(column.from)
    if (known === undefined || strict(column) > strict(known)) paths.set(column.from, column)
  }
  const entries = [...paths].map(([path, column]) =>
    valuesOf(layout, column).map(values => [path, values] as const),
  )
  return fc.tuple(...entries).map(pairs => {
    const values = new Map(pairs)
    // Days in their order.
    for (const { from, notBefore } of layout.columns.filter(column => column.notBefore !== '')) {
      const first = layout.columns.find(({ heading }) => heading === notBefore)!.from
      if (values.get(from)![0]! < values.get(first)![0]!) values.set(from, values.get(first)!)
    }
    return values
  })
}

const factsOf = (values: ReadonlyMap<string, readonly string[]>): FactRow => ({
  id: 'R',
  get: path => values.get(path) ?? [],
})

/** The same row with one column as the other side refuses it, by what that is. */
function broken(column: LayoutColumn, values: ReadonlyMap<string, readonly string[]>) {
  const wrong: (readonly [kind: string, values: readonly string[]])[] = []
  if (column.from === '' || column.from === 'row') return []
  if (column.must) wrong.push(['must', []])
  if (column.date !== null) wrong.push(['not-a-day', ['2026-13-40']])
  else if (column.codes !== '') wrong.push(['no-code', ['没有这个值']])
  else {
    if (column.length !== null) wrong.push(['too-long', ['长'.repeat(column.length + 1)]])
    if (column.exact !== null) wrong.push(['not-exact', ['1'.repeat(column.exact - 1)]])
    const [own] = values.get(column.from)!
    if (column.checks.length > 0) wrong.push(['check', [`？${own!.slice(1)}`]])
    if (column.checks.length === 0 && column.exact === null) wrong.push(['formula', ['=1+1']])
  }
  return wrong
}

describe.each(NAMES)('layout %s', name => {
  const layout = layoutNamed(name)
  const rows = fc.array(rowOf(layout), { minLength: 1, maxLength: 3 })

  test('what the other side takes goes out, and its cells come back as they were', () => {
    fc.assert(
      fc.property(rows, generated => {
        const sent = [...outgoing(layout, tableNamed, generated.map(factsOf))]
        const faults = sent.flatMap(row => row.faults).filter(({ problem }) => problem.kind !== 'repeated')
        expect(faults).toEqual([])
        const head = layout.columns.map(({ heading }) => heading)
        const headings = foreignHeadings(layout, [...layout.above.map(line => [line]), head])!
        expect(headings.row).toBe(layout.above.length + 1)
        const numbers = (_: string, __: string, number: string) => [number]
        const turn = incomingRow(layout, headings, tableNamed, numbers)
        for (const [i, { cells, row }] of sent.entries()) {
          const back = turn(cells, row)
          expect(back.issues).toEqual([])
          for (const [at, column] of layout.columns.entries()) {
            if (column.read === '' || column.from === '' || column.part !== null) continue
            const own = generated[i]!.get(column.from)!
            const got = back.cells[at]!
            if (column.date !== null) expect(dayWritten(got, column.forever)).toBe(own[0])
            else if (column.codes !== '') {
              const { rows: codes } = tableNamed(column.codes)
              const theirs = (ours: string) => codes.find(code => code.ours === ours)!.theirs
              expect(got.split(';').map(theirs)).toEqual([...new Set(own.map(theirs))])
            } else
              expect(got.split(/[;，；、,]/).join()).toBe(
                own
                  .join()
                  .split(/[;，；、,]/)
                  .join(),
              )
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  test('what the other side would refuse is told by row and column, and nothing else of the row', () => {
    fc.assert(
      fc.property(rowOf(layout), values => {
        for (const [i, column] of layout.columns.entries())
          for (const [kind, wrong] of broken(column, values)) {
            const altered = new Map(values).set(column.from, wrong)
            const [row] = [...outgoing(layout, tableNamed, [factsOf(altered)])]
            const own = row!.faults.filter(fault => fault.column === i + 1)
            expect([column.heading, kind, own]).toMatchObject([
              column.heading,
              kind,
              [{ row: layout.above.length + 2, heading: column.heading }],
            ])
            // A field may stand in several columns: what is wrong there is of the same field.
            for (const { column: at } of row!.faults)
              expect([layout.columns[at - 1]!.from, layout.columns[at - 1]!.notBefore]).toContain(
                layout.columns[at - 1]!.notBefore === '' ? column.from : layout.columns[at - 1]!.notBefore,
              )
          }
      }),
      { numRuns: 3 },
    )
  })
})

describe('headings as their systems have them', () => {
  const INSPECTORS =
    '单位工号,姓名,性别,身份证号,手机号,学历,学历专业,岗位大类,从事本岗起始日期,岗位资质资格,执法事项范围,地区,层级,担任职务,所在业务部门（机构）,是否专家,工商执法证编号,工商执法证有效期,省执法证编号,执法证有效期,执法人员状态'
  test.each([
    ['platform-inspectors', INSPECTORS, 21],
    // As a province's template may have them: other brackets, blanks, line breaks, full-width signs.
    [
      'platform-inspectors',
      INSPECTORS.replace('（机构）', ' (机构) ').replace('姓名', '姓 名').replace('学历专业', '学历\n专业'),
      21,
    ],
    [
      'platform-items',
      '编号,抽查事项名称,抽查子项,抽查依据,抽查主体,抽查对象,抽查比例,抽查频次,抽查方式,检查人员要求,备注',
      11,
    ],
    [
      'platform-targets',
      '专项库名称,对应专项库监管标签,统一社会信用代码/注册号,企业名称,许可证名称,许可证编号,许可批准日期,有效期至,许可发证机关,检查机关',
      10,
    ],
    [
      'county-plan',
      '抽查计划编号,任务名称,抽查类型,抽查对象,发起部门,参与部门,抽查比例（数量）,检查方式,起止时间,抽查事项',
      10,
    ],
    [
      'gsxt-results',
      '序号,抽查计划编号,抽查计划名称,抽查任务编号,抽查任务名称,抽查类型,检查机关,抽查市场主体名称,统一社会信用代码/注册号,抽查事项,检查完成日期,检查结果,备注',
      13,
    ],
    ['assigned-list', '序号,市场主体名称,统一社会信用代码/注册号,登记机关', 4],
    ['assigned-list', '统一社会信用代码／注册号,企业名称', 2],
  ] as const)('%s', (name, heading, known) => {
    const layout = layoutNamed(name)
    const rows = [['某某表（2026 年）'], ['填表单位：'], heading.split(',')]
    const found = foreignHeadings(layout, rows)
    expect(found?.row).toBe(3)
    expect(found!.columns.filter(column => column !== null)).toHaveLength(known)
  })
})

it('a check of a number of a firm takes a registration number too', () => {
  expect(isRegistrationNumber('140000000000000')).toBe(CHECKS['firm-number']('140000000000000'))
})
