import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFlaw } from '../../../src/core/settings/json-flaw.ts'

test.each([
  ['{"lang": "zh", // the language\n}', 1, 16, 'comment'],
  ['# mine\n{}', 1, 1, 'comment'],
  ['{\r\n  "lang": "zh",\r\n  "actor": "王敏",\r\n}\r\n', 3, 16, 'trailing-comma'],
  ['[1, 2, /* three */ 3]', 1, 8, 'comment'],
  ['{"a": [1, ]}', 1, 9, 'trailing-comma'],
  ["{'lang': 'zh'}", 1, 2, 'quote'],
  ['{“lang”: "zh"}', 1, 2, 'quote'],
  ['{"lang": “zh”}', 1, 10, 'quote'],
  ['{lang: "zh"}', 1, 2, 'unquoted'],
  ['{"lang": zh}', 1, 10, 'unquoted'],
  ['{"color": True}', 1, 11, 'unquoted'],
  ['{"a": 01}', 1, 7, 'unquoted'],
  ['{"lang": "zh"', 1, 14, 'end'],
  ['', 1, 1, 'end'],
  ['{"lang": "zh}', 1, 14, 'end'],
  ['{"lang": "z\nh"}', 1, 12, 'character'],
  ['{"lang" "zh"}', 1, 9, 'character'],
  ['{"actor": "𠮷" x}', 1, 15, 'character'],
  ['{"lang": "zh"} {}', 1, 16, 'character'],
  ['{"path": "C:\\Users"}', 1, 13, 'character'],
  ['{"a": 1; "b": 2}', 1, 8, 'character'],
])('%j: line %i, column %i, %s', (text, line, column, what) => {
  expect(jsonFlaw(text)).toMatchObject({ line, column, what })
})

test('what JSON.parse takes has no flaw, and what it refuses has one', () => {
  const pieces = fc.constantFrom(
    ...'{}[],:"\\/ \n\t-+.0179eEu',
    'true',
    'null',
    'fals',
    '"a"',
    '"\\u00e9"',
    '1e5',
    '王',
    '“',
    '{"a":',
    '\u0001',
  )
  const broken = fc.array(pieces, { maxLength: 12 }).map(all => all.join(''))
  const whole = fc
    .tuple(fc.json(), fc.nat(200), pieces)
    .map(([json, at, piece]) => json.slice(0, at) + piece + json.slice(at))
  fc.assert(
    fc.property(fc.oneof(fc.json(), broken, whole), text => {
      expect(jsonFlaw(text) === null, text).toBe(isJson(text))
    }),
    { numRuns: 2000 },
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
