import { expect, test } from 'vitest'
import type { Digest, EntryNumber } from '../../../src/core/ids.ts'
import { COUNTS, type Counts, type ResultFigures } from '../../../src/core/report/result-figures.ts'
import { tiesOfResults } from '../../../src/core/report/ties.ts'
import { tieBlocks } from '../../../src/core/report/ties-blocks.ts'
import { figuresEn } from '../../../src/terminal/sentences/figures/words-en.ts'
import { figuresZh } from '../../../src/terminal/sentences/figures/words-zh.ts'

const counts = (due: number): Counts =>
  Object.fromEntries(COUNTS.map(name => [name, name === 'due' ? due : 0])) as Counts
const groups = (...dues: number[]) => dues.map((due, i) => ({ name: String(i), counts: counts(due) }))
const FIGURES: ResultFigures = {
  all: counts(5),
  by: { task: groups(5), department: groups(2, 3), item: groups(1, 4), class: groups(5), outcome: groups(9) },
  ...{ records: 4, strays: 1, unreckoned: 0 },
}
const LEDGER = { entry: 7 as EntryNumber, digest: 'abc' as Digest, written: 6, ended: 1, standing: 5 }

test('what adds up is told in one line, with the entry of the ledger that all was counted at', () => {
  const ties = tiesOfResults(FIGURES, 5, LEDGER)
  expect(ties.every(({ holds }) => holds)).toBe(true)
  for (const words of [figuresZh, figuresEn]) {
    const texts = tieBlocks({ ties, ledger: LEDGER }, words).flatMap(one => ('text' in one ? one.text : []))
    expect(texts).toHaveLength(3)
    expect(texts[2]).toMatch(/7.*abc/)
  }
})

test.each([
  [
    'a group that lost one',
    { ...FIGURES, by: { ...FIGURES.by, department: groups(2, 2) } },
    5,
    LEDGER,
    'department',
  ],
  ['a result that nobody counted', FIGURES, 6, LEDGER, 'records'],
  ['a row that the ledger does not know', FIGURES, 5, { ...LEDGER, standing: 6 }, 'ledger'],
] as const)('%s is named in both languages, and nothing else', (_, figures, records, ledger, of) => {
  const ties = tiesOfResults(figures, records, ledger)
  expect(ties.flatMap(one => (one.holds ? [] : [one.of]))).toEqual([of])
  for (const [words, text] of [
    [figuresZh, '不符：'],
    [figuresEn, 'Does not add up: '],
  ] as const) {
    const [broken] = tieBlocks({ ties, ledger }, words).flatMap(one =>
      'text' in one && one.text.startsWith(text) ? [one.text] : [],
    )
    expect(broken).toContain(of === 'department' ? '4' : '6')
  }
})
