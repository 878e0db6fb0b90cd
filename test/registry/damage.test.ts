import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextOf } from '../../src/core/registry/context.ts'
import { type Kind, readCell } from '../../src/core/registry/kinds.ts'

const context = contextOf({
  departments: new Map([
    ['LS-SCJG', 'LS-SCJG'],
    ['市监局', 'LS-SCJG'],
    ['LS-WJT', 'LS-WJT'],
  ]),
  doubled: new Map([['执法队', ['LS-HBJ', 'LS-WLJ']]]),
  departmentsOpen: false,
  items: new Set(['GS-07']),
  inspectors: new Set(['R0001']),
  targets: new Map(),
  extraFields: ['是否连锁'],
})

/** Kind, the cell as written, what it is read as, and what was done to it. */
const READ: readonly (readonly [Kind, string, string, string | null])[] = [
  ['uscc', '９１１４１１０２MA0K3X7H5Y', '91141102MA0K3X7H5Y', 'width'],
  ['uscc', '\t91141102MA0K3X7H5Y', '91141102MA0K3X7H5Y', 'spaces'],
  ['uscc', "'91141102MA0K3X7H5Y", '91141102MA0K3X7H5Y', 'prefix'],
  ['uscc', '="91141102MA0K3X7H5Y"', '91141102MA0K3X7H5Y', 'prefix'],
  ['uscc', '91141102ma0k3x7h5y', '91141102MA0K3X7H5Y', 'case'],
  ['uscc', '91141102\u200bMA0K3X7H5Y', '91141102MA0K3X7H5Y', 'invisible'],
  ['uscc', '91141102 MA0K3X7H5Y\u3000', '91141102MA0K3X7H5Y', 'spaces'],
  ['uscc', '141102600987654', '141102600987654', null],
  ['registration', '110108000000016.0', '110108000000016', 'decimal-tail'],
  ['narrow', '141102.0', '141102', 'decimal-tail'],
  ['narrow', '１４１１０２', '141102', 'width'],
  ['date', '42801', '2017-03-07', 'date-serial'],
  ['date', '2018年5月16日', '2018-05-16', 'date-form'],
  ['date', '2018/5/16', '2018-05-16', 'date-form'],
  ['date', '20180516', '2018-05-16', 'date-form'],
  ['date', '2018-05-16 00:00:00', '2018-05-16', 'date-form'],
  ['date', '长期', '9999-12-31', 'forever'],
  ['date', '9999-09-09', '9999-09-09', null],
  ['rate', '3％', '3%', 'width'],
  ['rate', '≥3%', '3%', 'rate-form'],
  ['rate', '不低于0.5%', '0.5%', 'rate-form'],
  ['rate', '10%（20户）', '10%', 'rate-form'],
  ['rate', '全覆盖', '100%', 'rate-form'],
  ['rate', '2‰', '2‰', null],
  ['rate', '0.03', '0.03', null],
  ['rates', 'A1%;B3%;C10%;D30%', 'A=1%;B=3%;C=10%;D=30%', 'rate-form'],
  ['rates', 'A=1%;B：3%；D=全部', 'A=1%;B=3%;D=100%', 'rate-form'],
  ['period', '2026年1月- 2026年11月', '2026-01-01~2026-11-30', 'period-form'],
  ['period', '2023年6-12月', '2023-06-01~2023-12-31', 'period-form'],
  ['period', '2026-03-01至2026-06-30', '2026-03-01~2026-06-30', 'period-form'],
  ['days', '2025-08-01~2025-08-10；2025/10/1', '2025-08-01~2025-08-10;2025-10-01', 'period-form'],
  ['list', '食品，药品、特种设备', '特种设备;药品;食品', 'list-form'],
  ['departments', '市监局,LS-WJT', 'LS-SCJG;LS-WJT', 'alias'],
  ['team', '组长，食品、任意', '组长,食品,任意', 'list-form'],
  ['team', '市监局:组长,任意;LS-WJT:2', 'LS-SCJG:组长,任意;LS-WJT:2', 'list-form'],
  [
    'condition',
    '分库=餐饮，食品销售；成立日期≥2020/1/1',
    '所属子库=餐饮,食品销售;成立日期>=2020-01-01',
    'list-form',
  ],
  ['condition', '是否连锁=是', '是否连锁=是', null],
  ['strata', 'risk+管辖所', '信用风险等级+管辖所', 'word'],
  ['risk', 'b类', 'B', 'word'],
  ['yesno', 'Y', '是', 'word'],
  ['window', '近 3年', '近3年', 'word'],
]

/** Kind, the cell as written, and the Issue that names it. */
const REFUSED: readonly (readonly [Kind, string, string])[] = [
  ['uscc', '9.11411E+17', 'code-exponent'],
  ['uscc', '91141102MAOK3X7H5Y', 'uscc-alphabet'],
  ['uscc', '91141102MA0K3X7H5X', 'uscc-check'],
  ['uscc', '91141102MA0K3X7H5', 'uscc-length'],
  ['registration', '110108000000015', 'registration-check'],
  ['date', '2026-02-29', 'date-none'],
  ['date', '2026/13/01', 'date-none'],
  ['rate', '150%', 'rate-above'],
  ['rate', '3', 'rate-above'],
  ['rate', '100.01%', 'rate-above'],
  ['rate', '3-5%', 'rate-none'],
  ['rate', '根据实际情况确定', 'rate-none'],
  ['period', '3月—12月', 'period-year'],
  ['period', '2026-06-30~2026-03-01', 'dates-reversed'],
  ['team', '0', 'team-none'],
  ['team', '组长,,任意', 'team-none'],
  ['condition', '分库', 'condition-none'],
  ['condition', '不存在的字段=1', 'field-unknown'],
  ['strata', '标签', 'field-list'],
  ['departments', '市检局', 'department-unknown'],
  ['uscc', '911411027000001000', 'code-rounded'],
  ['departments', '执法队', 'department-double'],
  ['items', 'GS-08', 'item-unknown'],
  ['sources', '骰子;骰子', 'source-double'],
  ['id', 'a;b', 'id-character'],
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
    const kinds = fc.constantFrom<Kind>(
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
        expect(readCell(kind, reading.value, context)).toEqual({ value: reading.value, note: null })
      }),
      { numRuns: 3000 },
    )
  })
})
