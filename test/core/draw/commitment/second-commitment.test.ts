import { describe, expect, test } from 'vitest'
import type { SecondCommitment } from '../../../../src/core/draw/commitment/commitment.ts'
import { commitmentText } from '../../../../src/core/draw/commitment/commitment.ts'
import { freezeDraw } from '../../../../src/core/draw/commitment/freeze.ts'
import { parseCommitment } from '../../../../src/core/draw/commitment/parse-commitment.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS } from '../../../../src/core/draw/folder/tables.ts'
import { rowsOf, textOf, vectorOfSecond } from '../folders.ts'

const TEXT = textOf(vectorOfSecond('small'), 'commitment.json')
const FAILED = textOf(vectorOfSecond('failed'), 'commitment.json')

describe.each(['small', 'medium', 'committed', 'failed'])('the %s vector', name => {
  const folder = vectorOfSecond(name)
  const text = textOf(folder, 'commitment.json')

  test('has a commitment that is written again, byte for byte', () => {
    const reading = parseCommitment(text)
    if (reading.kind !== 'commitment') throw new Error(JSON.stringify(reading))
    expect(commitmentText(reading.commitment)).toBe(text)
  })

  test('is frozen again from its parts: rows in any order, terms in any order', () => {
    const { task, terms, teams, avoidSameArea, seedSources, strata } = JSON.parse(text) as SecondCommitment
    const frozen = freezeDraw({
      spec: 'ssj-draw/2',
      task,
      terms: Object.fromEntries(Object.entries(terms).reverse()),
      teams,
      avoidSameArea,
      seedSources,
      strata: strata.map(({ stratum, size, take, reserve }) => ({ stratum, size, take, reserve })),
      frame: rowsOf(folder, FRAME).toReversed(),
      exclusions: rowsOf(folder, EXCLUSIONS).toReversed(),
      pool: rowsOf(folder, POOL).toReversed(),
      recusals: rowsOf(folder, RECUSALS).toReversed(),
    })
    for (const [file, bytes] of frozen.files) expect([file, bytes]).toEqual([file, folder.get(file)])
  })
})

test.each([
  ['no terms', TEXT.replace(/"terms": \{[^}]*\}/, '"terms": {}'), 'terms', 'terms'],
  ['terms out of order', TEXT.replace('"rule grace-days"', '"规则 z"'), 'terms', 'terms'],
  ['a term of digits', TEXT.replace('"rule grace-days"', '"12"'), 'terms', 'terms'],
  ['a lost term', TEXT.replace('"rule grace-days"', '"__proto__"'), 'terms', 'terms'],
  ['an empty term', TEXT.replace('"ceil"', '""'), 'terms', 'terms'],
  ['a term of two lines', TEXT.replace('"ceil"', '"ce\\nil"'), 'terms', 'terms'],
  ['a term that is no text', TEXT.replace('"ceil"', '1'), 'terms', 'terms'],
  ['a task of no id', TEXT.replace('"V4"', '""'), 'task.id', 'id'],
  ['a name of two lines', TEXT.replace('示例任务', '示例\\n任务'), 'task.name', 'text'],
  ['no root', TEXT.replace(/,\n {6}"root": "a6[^"]*"/, ''), 'strata[0].root', 'digest'],
  ['an empty stratum', TEXT.replace('"size": 1,', '"size": 0,'), 'strata[3].size', 'count'],
  ['an unknown form', TEXT.replace('dice/25', 'dice/025'), 'seedSources[0].form', 'form'],
  ['a day that is none', TEXT.replace('2026-11-20T10:00+08:00', '2026-02-30'), 'seedSources[0].due', 'due'],
  ['UTC for an offset', TEXT.replace('10:00+08:00', '10:00Z'), 'seedSources[0].due', 'due'],
  ['a due second', TEXT.replace('10:00+08:00', '10:00:00+08:00'), 'seedSources[0].due', 'due'],
  ['an offset that is none', TEXT.replace('10:00+08:00', '10:00+24:00'), 'seedSources[0].due', 'due'],
  ['a `=` in a name', TEXT.replace('"骰子"', '"骰=子"'), 'seedSources[0].name', 'source'],
  ['a name that does not show', TEXT.replace('"骰子"', '"骰\u200b子"'), 'seedSources[0].name', 'source'],
  ['a full-width name', TEXT.replace('福彩3D', '福彩３D'), 'seedSources[1].name', 'source'],
  ['a name twice', TEXT.replace('福彩3D 第2026312期', '骰子'), 'seedSources', 'sources'],
  ['a place of two lines', TEXT.replace('区政务大厅', '区\\n厅'), 'seedSources[0].place', 'text'],
  ['another minute', FAILED.replace('T23:59', 'T23:58'), 'seedSources[0].due', 'minute-of-round'],
  ['a day for a minute', FAILED.replace('T23:59+08:00', ''), 'seedSources[0].due', 'minute-of-round'],
] as const)('parseCommitment refuses %s', (_, text, path, expected) => {
  expect([TEXT, FAILED]).not.toContain(text)
  expect(parseCommitment(text)).toMatchObject({ kind: 'flawed', flaw: { path, expected } })
})

test('parseCommitment takes the minute of a round in any offset, and a day for another source', () => {
  const utc = FAILED.replace('2023-08-23T23:59+08:00', '2023-08-23T10:29-05:30')
  expect(parseCommitment(utc).kind).toBe('commitment')
  expect(parseCommitment(TEXT.replace('2026-11-20T10:00+08:00', '2026-11-20')).kind).toBe('commitment')
})

test.each([
  ['a root too many', TEXT.replace('"rows": 30', '"rows": 30,\n    "root": "x"')],
  ['a key too many', TEXT.replace('"place": "区政务大厅"', '"place": "区政务大厅",\n      "by": ""')],
  ['an order of its own', TEXT.replace(/("rule grace-days": "0"),\n/, '$1, \n')],
])('parseCommitment wants the canonical text, not %s', (_, text) => {
  expect(parseCommitment(text)).toEqual({ kind: 'not-canonical', canonical: TEXT })
})
