import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCell } from '../../../../src/core/registry/cells/cell.ts'
import { contextOf } from '../../../../src/core/registry/cells/context.ts'
import type { CellType } from '../../../../src/core/registry/libraries/field.ts'
import { NO_FACTS } from '../../../helpers/facts.ts'

const context = contextOf({
  ...NO_FACTS,
  departments: new Map([
    ['LS-SCJG', 'LS-SCJG'],
    ['市监局', 'LS-SCJG'],
    ['LS-WJT', 'LS-WJT'],
  ]),
  doubled: new Map([['执法队', ['LS-HBJ', 'LS-WLJ']]]),
  items: new Set(['GS-07']),
  inspectors: new Set(['R0001']),
  extraFields: ['是否连锁'],
  zeroed: new Map([['10', '0010']]),
})

/** CellType, the cell as written, what it is read as, and what was done to it. */
const READ: readonly (readonly [CellType, string, string, string | null])[] = [
  ['sources', '骰子,甲🄁乙', '骰子;甲0;乙', 'list-form'],
  ['team', '组长，食品、任意', '组长,食品,任意', 'list-form'],
  ['team', '市监局:组长,任意;LS-WJT:2', 'LS-SCJG:组长,任意;LS-WJT:2', 'list-form'],
  [
    'condition',
    '分库=餐饮，食品销售；成立日期≥2020/1/1',
    '所属子库=餐饮,食品销售;成立日期>=2020-01-01',
    'word',
  ],
  ['condition', '是否连锁=是', '是否连锁=是', null],
  ['strata', 'risk+管辖所', '信用风险等级+管辖所', 'word'],
  ['risk', 'b类', 'B', 'word'],
  ['yesno', 'Y', '是', 'word'],
  ['window', '近 3年', '近3年', 'word'],
]

/** CellType, the cell as written, and the Issue that names it. */
const REFUSED: readonly (readonly [CellType, string, string])[] = [
  ['team', '0', 'invalid-team'],
  ['team', '组长,,任意', 'invalid-team'],
  ['condition', '分库', 'invalid-condition'],
  ['condition', '不存在的字段=1', 'unknown-field'],
  ['strata', '标签', 'field-is-list'],
  ['items', 'GS-08', 'unknown-item'],
  ['sources', '骰子;骰子', 'duplicate-source'],
  ['sources', '骰子;drand/fastnet/1', 'malformed-source'],
  ['sources', 'drand/quicknet/01', 'malformed-source'],
  ['sources', 'drand/', 'malformed-source'],
  ['sources', 'Secret/xx', 'malformed-source'],
  ['id', 'a;b', 'invalid-id-character'],
  ['text', 'a\u0000b', 'control-character'],
]

describe('readCell', () => {
  test.each(READ)('%s “%s” is read as %s', (kind, written, value, note) => {
    expect(readCell(kind, written, context)).toEqual({ value, note })
  })

  test.each(REFUSED)('%s “%s” is refused: %s', (kind, written, code) => {
    expect(readCell(kind, written, context)).toMatchObject({ code })
  })

  test('what was read is read as itself again', () => {
    for (const [kind, , value] of READ) expect(readCell(kind, value, context)).toEqual({ value, note: null })
  })

  test('any text is read or refused, and reading it twice changes nothing', () => {
    const kinds = fc.constantFrom<CellType>(
      'text',
      'narrow',
      'id',
      'uscc',
      'registration',
      'date',
      'days',
      'list',
      'rate',
      'rates',
      'period',
      'team',
      'condition',
      'strata',
      'sources',
      'count',
      'reserve',
      'window',
      'risk',
    )
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary' }), (kind, written) => {
        const reading = readCell(kind, written, context)
        if (!('value' in reading) || reading.value === '') return
        expect(readCell(kind, reading.value, context)).toMatchObject({ value: reading.value, note: null })
      }),
      {
        numRuns: 3000,
        examples: ['﹐', '﹔', '(﹔', '骰子﹐彩票', '｜'].map(
          text => ['sources', text] as [CellType, string],
        ),
      },
    )
  })
})
