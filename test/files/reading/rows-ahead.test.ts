import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextOf, type Facts, NOTHING_KNOWN } from '../../../src/core/registry/cells/context.ts'
import { findHeadings } from '../../../src/core/registry/columns/headings.ts'
import { newReport } from '../../../src/core/registry/import-report.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { recordsReader } from '../../../src/files/reading/records-reader.ts'
import type { RowBatch } from '../../../src/files/reading/row-batch.ts'
import { aheadTerms, rowsAhead } from '../../../src/files/reading/rows-ahead.ts'

const TARGETS = library('targets')
const CELLS: Readonly<Record<string, readonly string[]>> = {
  对象编号: ['T-1', '12', '', 'A;B', '1.0', '=1', ' T-2 ', '合计', '一、'],
  统一社会信用代码: [
    '911411025519991101',
    '93141102MA0P63NK2C',
    '',
    '91141102MA0000000X',
    '141102812622029',
    '12',
    '１',
  ],
  名称: ['示例商行', '', '海底??', '示例  店', '\u200b店', '#N/A', '注：无', '名称'],
  监管部门: ['JIA', '甲局', '甲局、乙局', '丙局', '同名', ''],
  登记状态: ['存续', '在营', '奇怪', ''],
  成立日期: ['2018-05-16', '2018/5/16', '43236', '昨天', ''],
  联系电话: ['', '0358-1', '1.38E+10'],
  是否连锁: ['', '是', 'null', '否'],
  责任单位: ['', '示例商行', '12'],
}
const NAMES = Object.keys(CELLS)
const FACTS: Facts = {
  ...NOTHING_KNOWN,
  departments: new Map([
    ['JIA', 'JIA'],
    ['甲局', 'JIA'],
    ['乙局', 'YI'],
  ]),
  doubled: new Map([['同名', ['JIA', 'YI']]]),
  departmentsOpen: false,
  zeroed: new Map([['12', '0012']]),
  stands: id => id === '12',
}
const STRICTNESS = { asRegistered: false, refusedDoubts: new Set(['lost-character'] as const), year: '2026' }

const row = fc
  .tuple(fc.tuple(...NAMES.map(name => fc.constantFrom(...CELLS[name]!))), fc.constantFrom(0, 0, 0, 0, 1, -1))
  .map(([cells, more]) => (more > 0 ? [...cells, '多'] : more < 0 ? cells.slice(1) : cells))

const found = findHeadings(TARGETS, [NAMES], new Map())!

function read(batches: readonly RowBatch[]) {
  const report = newReport()
  const reader = recordsReader(TARGETS, found, contextOf(FACTS, STRICTNESS), report, null)
  const read = batches.map(reader)
  const [rows, lines, refused] = [
    read.flatMap(one => one.rows),
    read.flatMap(one => Array.from(one.lines)),
    read.flatMap(one => one.refused),
  ]
  const { issues, issueCount, byCode, notes, skipped } = report
  return { rows, lines, refused, issues, issueCount, byCode, notes, skipped }
}

describe('rows read beforehand', () => {
  const terms = structuredClone(aheadTerms(TARGETS, found, FACTS, STRICTNESS)!)

  test('are the records, and what is told of the others, that reading them once gives', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 3 }), parts => {
        let first = 2
        const batches = parts.map((rows): RowBatch => {
          const batch: RowBatch = { kind: 'rows', first, rows, notes: [] }
          first += rows.length
          return batch
        })
        expect(read(batches.map(rowsAhead(terms)))).toEqual(read(batches))
      }),
      { numRuns: 120 },
    )
  })

  test('are those without an Issue; where that is a few, none from then on', () => {
    const plain = ['T-1', '93141102MA0P63NK2C', '示例商行', 'JIA', '存续', '2018-05-16', '', '是', '']
    const odd = plain.with(5, '昨天')
    const ahead = rowsAhead(terms)
    const knownOf = (rows: string[][], first: number) =>
      ahead({ kind: 'rows', first, rows, notes: [] }).records?.map(record => record !== null)
    expect(knownOf([plain, odd, plain], 9)).toEqual([true, false, true])
    expect(knownOf([plain, odd, odd], 12)).toEqual([true, false, false])
    expect(knownOf([plain], 15)).toBeUndefined()
  })

  test('are none of a file that asks for more than can be told', () => {
    expect(aheadTerms(TARGETS, found, { ...FACTS, departmentsOpen: true }, STRICTNESS)).toBeNull()
    expect(aheadTerms(library('plan'), found, FACTS, STRICTNESS)).toBeNull()
  })
})
