import { byBytes } from '../bytes.ts'
import { sha256Hex } from '../hash.ts'
import { begins, type Dialect, holds } from './dialects/dialect.ts'

/** What engines do differently, each by the name of its sentence. */
export type Trap =
  | 'digest-ascii'
  | 'digest-chinese'
  | 'digest-four-bytes'
  | 'digest-decomposed'
  | 'digest-long'
  | 'digest-key'
  | 'hex'
  | 'leaf'
  | 'zero-bytes'
  | 'byte-order'
  | 'trailing-blank'
  | 'letter-case'
  | 'null'
  | 'empty'
  | 'backslash'
  | 'quote'
  | 'part'
  | 'place'
  | 'replaced'
  | 'expression'
  | 'day'
  | 'number'
  | 'halves'
  | 'grouping'
  | 'kept'
  | 'cut'

/** One thing that an engine must do, and what comes out where it does. */
export interface Probe {
  readonly trap: Trap
  /** A query of one line. */
  readonly sql: string
  readonly expected: string
}

/** Everything that the statements of a draw depend on, in the order in which the first fault is told. */
export function probes(dialect: Dialect): readonly Probe[] {
  const { text } = dialect
  const value = (trap: Trap, expression: string, expected: string): Probe => ({
    trap,
    sql: `select ${expression} as line`,
    expected,
  })
  const truth = (trap: Trap, test: string, expected: boolean): Probe =>
    value(trap, `case when ${test} then ${text('yes')} else ${text('no')} end`, expected ? 'yes' : 'no')
  const digest = (trap: Trap, of: string) => value(trap, dialect.sha256(text(of)), sha256Hex(of))
  const long = '名录库里的一行 '.repeat(2731)
  return [
    digest('digest-ascii', '91141102MA0K3X7H5Y'),
    digest('digest-chinese', '双随机一公开'),
    digest('digest-four-bytes', '𬭊业'),
    digest('digest-decomposed', 'e\u0301'),
    digest('digest-long', long),
    value('digest-key', dialect.sha256(dialect.joined(text(KEY), text('91B中'))), sha256Hex(`${KEY}91B中`)),
    value('hex', dialect.sha256(text('abc')), sha256Hex('abc')),
    value('leaf', dialect.leaf(text('A,91B中,D1,')), LEAF),
    digest('zero-bytes', NOUGHT),
    value('zero-bytes', dialect.node(text(ENDS_IN_NOUGHT), text(ENDS_IN_NOUGHT)), NODE_OF_NOUGHT),
    ...pairsIn(ORDERED.toSorted(byBytes)).map(([a, b]) =>
      truth('byte-order', `${text(a)} < ${text(b)}`, true),
    ),
    truth('trailing-blank', `${text('a')} = ${text('a ')}`, false),
    truth('letter-case', `${text('a')} = ${text('A')}`, false),
    truth('letter-case', `${text('e')} = ${text('é')}`, false),
    value('null', dialect.joined(text('a'), dialect.cell('null'), text('b')), 'ab'),
    truth('empty', `${text('')} = ${text('')}`, true),
    value('backslash', text('a\\n\\\\b'), 'a\\n\\\\b'),
    value('quote', text(`a'b"c\`d`), `a'b"c\`d`),
    value('part', dialect.from(text(';D1;监管所'), '2'), 'D1;监管所'),
    value('part', dialect.from(text('0012'), '3', '1'), '1'),
    truth('place', holds(dialect, text('甲;监管所;乙'), text(';监管所;')), true),
    truth('place', holds(dialect, text('甲;监管所;乙'), text(';管;')), false),
    truth('place', begins(dialect, text('监管所'), text('监')), true),
    value('replaced', dialect.replaced(text('西“关", 所'), text('"'), text('""')), '西“关"", 所'),
    truth('expression', dialect.matches(text('餐饮;D1/食品'), '(^|;)([^;/]*/)?食品(;|$)'), true),
    truth('expression', dialect.matches(text('餐饮;食品店'), '(^|;)([^;/]*/)?食品(;|$)'), false),
    truth('expression', dialect.matches(text('12.50'), '^-?[0-9]+([.][0-9]+)?$'), true),
    value('day', dialect.daysAfter(text('2024-02-28'), 2), '2024-03-01'),
    value('number', dialect.digits('count(*)'), '1'),
    ...(dialect.hashesTree
      ? [
          value(
            'halves',
            dialect.joined(
              dialect.digits(dialect.half('7')),
              text(','),
              dialect.digits(dialect.half('4096')),
            ),
            '3,2048',
          ),
          truth('halves', dialect.odd('7'), true),
          truth('halves', dialect.odd('6'), false),
        ]
      : []),
    {
      trap: 'grouping',
      sql: `select ${dialect.digits('count(*)')} as line from (select v from (${united(dialect, ['a', 'a ', 'A', 'á'])}) u group by v) g`,
      expected: '4',
    },
  ]
}

const KEY = '5f'.repeat(32)
const LEAF = sha256Hex(new TextEncoder().encode('\u0000A,91B中,D1,'))
/** SHA-256 of this ends in a byte of nought. */
const NOUGHT = '403'
const ENDS_IN_NOUGHT = sha256Hex(NOUGHT)
const NODE_OF_NOUGHT = nodeOf(ENDS_IN_NOUGHT)

/** Which of these an engine that sorts by letters, or by UTF-16, has in another order. */
const ORDERED: readonly string[] = ['B', 'a', 'Z', '中', 'ﾊ', '𬭊', 'é', '_', '1', 'a b', 'ab']

/** Rows that a table must give back as they went in, in byte order. */
export const KEPT: readonly string[] = [...ORDERED, '', ' ', 'a ', 'a\\', 'e\u0301', "'"].sort(byBytes)

function nodeOf(digest: string): string {
  const bytes = Uint8Array.from([1, ...bytesOf(digest), ...bytesOf(digest)])
  return sha256Hex(bytes)
}

function bytesOf(hex: string): number[] {
  return Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

function united(dialect: Dialect, values: readonly string[]): string {
  return values.map(value => `select ${dialect.text(value)} as v`).join(' union all ')
}

function pairsIn<T>(values: readonly T[]): (readonly [T, T])[] {
  return values.slice(1).map((value, i) => [values[i]!, value] as const)
}
