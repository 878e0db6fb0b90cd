import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registrationCheckDigit } from '../../../src/core/registry/numbers/registration-number.ts'
import type { Match } from '../../../src/store/desk/match.ts'
import { matchingTargets } from '../../../src/store/desk/matching-targets.ts'
import { openStore, type Store } from '../../../src/store/open.ts'
import { miniature } from '../../helpers/miniature.ts'

const WORDS = ['凤', '山', '店', '甲', 'a', 'B', 'T0', '9']
const NAMES = [
  ...WORDS.flatMap(one => WORDS.map(other => `${one}${other}${one}`)),
  // Of the same name more than a piece of the search holds.
  ...Array.from({ length: 12 }, () => '同名店'),
]

let store: Store
let all: readonly (Match & { readonly code: string })[]
beforeAll(async () => {
  const rows = NAMES.map((name, i) => ({
    ...{ 对象编号: `K${String(i).padStart(3, '0')}`, 名称: name, 地址: `${i}号`, 监管部门: 'JIA' },
    注册号: i % 5 === 0 ? registered(14_000_000_000_000 + i * 7) : '',
  }))
  const here = await miniature({ targets: rows })
  store = openStore({ written: here.db, full: here.db }, 100)
  all = store.sql<(typeof all)[number]>('select id, code, name from target where until is null').all()
})
afterAll(() => store.close())

function ended<T>(search: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = search.next()
    if (done === true) return value
  }
}

const term = fc
  .array(fc.constantFrom(...WORDS, '同', 'K0', 'k01', '14'), { maxLength: 3 })
  .map(t => t.join(''))
const plain = (text: string) => {
  const wanted = text.toUpperCase()
  return all.filter(
    ({ id, code, name }) =>
      id.toUpperCase().includes(wanted) ||
      name.toUpperCase().includes(wanted) ||
      (code !== id && code.startsWith(wanted)),
  )
}
const ids = (matches: readonly Match[]) => matches.map(({ id }) => id).sort()

describe('the search for targets as one types', () => {
  it('finds all that number, code or name say, whatever the pieces it reads in', () => {
    fc.assert(
      fc.property(term, fc.constantFrom(1, 3, 50), fc.constantFrom(2, 7, 500), (text, most, piece) => {
        const found = ended(matchingTargets(store, text, most, null, piece))
        const expected = ids(plain(text))
        expect(new Set(ids(found)).size).toBe(found.length)
        expect(found.length).toBe(Math.min(most, expected.length))
        for (const { id } of found) expect(expected).toContain(id)
        if (expected.length <= most) expect(ids(found)).toEqual(expected)
        const begins = found.map(({ id, name }) => id.startsWith(text.toUpperCase()) || name.startsWith(text))
        const first = begins.lastIndexOf(true)
        // A registry's own code is found before what only holds the text, and is not shown.
        const codes = new Set(
          all.filter(({ code }) => code.startsWith(text.toUpperCase())).map(({ id }) => id),
        )
        expect(found.slice(0, first + 1).every(({ id }, i) => begins[i] || codes.has(id))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('finds the same among what a part of the text has found whole', () => {
    fc.assert(
      fc.property(term, fc.constantFrom(...WORDS), (text, more) => {
        const part = ended(matchingTargets(store, text, 1_000))
        const longer = text + more
        expect(ids(ended(matchingTargets(store, longer, 1_000, part)))).toEqual(
          ids(ended(matchingTargets(store, longer, 1_000))),
        )
      }),
    )
  })
})

function registered(digits: number): string {
  return `${digits}${registrationCheckDigit(String(digits))}`
}
