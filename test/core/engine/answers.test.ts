import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerFile, answersIn, linesOf } from '../../../src/core/engine/answers.ts'
import { duckdb } from '../../../src/core/engine/dialects/duckdb.ts'
import { askedAs, idOf } from '../../../src/core/engine/script.ts'

/** A file of answers in pieces of so many bytes. */
function fileOf(text: string | Uint8Array, size = 7): AnswerFile {
  const all = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return {
    written: 'answers.tsv',
    bytes: (from = 0, to = all.length) => ({
      *[Symbol.iterator]() {
        const end = Math.min(to, all.length)
        for (let at = from; at < end; at += size) yield all.subarray(at, Math.min(end, at + size))
      },
    }),
  }
}

const [ONE, TWO] = ['select 1 as line', 'select 2 as line']
const [A, B] = [idOf(ONE), idOf(TWO)]
const lineOf = (id: string, text: string) => `${id}\t${text}`
const endOf = (id: string, count: number) => lineOf(id, `.=${count}`)

function answer(text: string | Uint8Array, sql = ONE) {
  const file = fileOf(text)
  const found = answersIn(file)(sql)
  return found.kind === 'answered'
    ? { kind: found.kind, lines: Array.from(linesOf(file, found.stretches)) }
    : found
}

const texts = fc.array(
  fc.string({ unit: fc.constantFrom('a', '中', '𬭊', '\t', ',', '"', "'", ' '), maxLength: 8 }),
  { maxLength: 12 },
)

test('answers come back with their rows, whatever stands between them and however the file is cut', () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.integer({ min: 1, max: 50 }),
      fc.infiniteStream(fc.nat(9)),
      (one, two, size, chance) => {
        const open = [
          ...[...one.map(text => lineOf(A, text)), endOf(A, one.length)],
          ...[...two.map(text => lineOf(B, text)), endOf(B, two.length)],
        ]
        const lines: string[] = []
        for (const line of open) {
          if (chance.next().value === 0) lines.push('Time taken: 3 s', '')
          lines.splice(chance.next().value === 1 ? 0 : lines.length, 0, line)
        }
        const file = fileOf(`\ufeff${lines.join(chance.next().value === 2 ? '\r\n' : '\n')}`, size)
        for (const [sql, id, wanted] of [
          [ONE, A, one],
          [TWO, B, two],
        ] as const) {
          const found = answersIn(file)(sql)
          if (found.kind !== 'answered') throw new Error(JSON.stringify(found))
          const read = Array.from(linesOf(file, found.stretches))
          expect(read.map(([text]) => text).sort()).toEqual([...wanted].sort())
          for (const [text, row] of read) expect(lines[row - 1]).toBe(lineOf(id, text!))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test.each([
  ['was never asked', lineOf(B, 'x'), { kind: 'unasked' }],
  ['has no line, and said so', endOf(A, 0), { kind: 'answered', lines: [] }],
  [
    'was given to a program before, which counted nothing',
    `${A}\tx\n${A}\t.`,
    { kind: 'answered', lines: [['x', 1]] },
  ],
  ['was cut', `${endOf(B, 0)}\n${A}\tx\n${A}\ty`, fault('open', 3, null, '.', '2')],
  ['lost a line', `${A}\tx\n${endOf(A, 2)}\n`, fault('count', 2, null, '2', '1')],
  ['has a line twice', `${A}\tx\n${A}\tx\n${endOf(A, 1)}`, fault('count', 3, null, '1', '2')],
  ['came twice', `${A}\tx\n${endOf(A, 1)}\n${A}\tx\n${endOf(A, 1)}`, fault('twice', 4, null, '2', '2')],
  ['did something twice', `${A}\t.\n${A}\t.`, { kind: 'answered', lines: [] }],
  ['lost its tabs', `\n${A} x`, fault('mangled', 2, 9, '\t', '" x"')],
  ['was put in quotes', `"${A}\tx"`, fault('mangled', 1, 1, '\t', '"\\""')],
  ['was put in a frame', `| ${A}\tx |`, fault('mangled', 1, 1, '\t', '"| "')],
] as const)('an answer that %s', (_, text, wanted) => {
  expect(answer(text)).toEqual(wanted)
})

function fault(problem: string, row: number, place: number | null, expected: string, found: string) {
  return { kind: 'fault', fault: { problem, row, place, statement: A, expected, found } }
}

test('a line that is no UTF-8 is told by its row', () => {
  const bytes = new TextEncoder().encode(`${A}\tok\n${A}\t?\n${endOf(A, 2)}`)
  bytes[bytes.indexOf(63)] = 0xd6
  expect(answer(bytes)).toEqual({
    kind: 'answered',
    lines: [
      ['ok', 1],
      [null, 2],
    ],
  })
})

test('a question keeps an order that says which rows are asked for, and no other', () => {
  expect(askedAs(duckdb, 'select v as line from t order by v')).not.toContain(' order by ')
  expect(askedAs(duckdb, 'select v as line from t order by v limit 4096 offset 0')).toContain(
    'order by v limit 4096 offset 0) answer',
  )
})
