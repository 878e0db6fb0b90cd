import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  commitmentDigest,
  commitmentText,
  type FirstCommitment,
} from '../../../../src/core/draw/commitment/commitment.ts'
import { parseCommitment } from '../../../../src/core/draw/commitment/parse-commitment.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'

const TEXT = readFileSync(
  new URL('../../../../fixtures/vectors/small/commitment.json', import.meta.url),
  'utf8',
)
const COMMITMENT: FirstCommitment = JSON.parse(TEXT)

test.each(['small', 'medium'])('commitmentText writes the %s commitment again, byte for byte', name => {
  const text = readFileSync(
    new URL(`../../../../fixtures/vectors/${name}/commitment.json`, import.meta.url),
    'utf8',
  )
  const reading = parseCommitment(text)
  expect(reading.kind).toBe('commitment')
  if (reading.kind === 'commitment') expect(commitmentText(reading.commitment)).toBe(text)
})

test('commitmentText does not depend on the order in which an object was built, nor on what else it holds', () => {
  const turned = Object.fromEntries(Object.entries(COMMITMENT).reverse()) as unknown as FirstCommitment
  expect(commitmentText({ ...turned, drawNumber: '2026-0001' } as FirstCommitment)).toBe(TEXT)
  expect(commitmentDigest(turned)).toBe(sha256Hex(TEXT))
})

test('parseCommitment names a specification it does not know', () => {
  expect(parseCommitment(TEXT.replace('ssj-draw/1', 'ssj-draw/3'))).toEqual({
    kind: 'unknown-spec',
    found: 'ssj-draw/3',
  })
})

test.each([
  ['no line end', TEXT.trimEnd()],
  ['another indent', JSON.stringify(COMMITMENT, null, 4)],
  ['CRLF', TEXT.replaceAll('\n', '\r\n')],
  ['an escape', TEXT.replace('示', '\\u793a')],
  ['a key too many', TEXT.replace('"task"', '"note": 1,\n  "task"')],
  ['a key twice', TEXT.replace('"avoidSameArea"', '"avoidSameArea": false,\n  "avoidSameArea"')],
  ['1.0 for 1', TEXT.replace('"reserve": 1', '"reserve": 1.0')],
])('parseCommitment wants the canonical text, not %s', (_, text) => {
  expect(parseCommitment(text)).toEqual({ kind: 'not-canonical', canonical: TEXT })
})

test.each([
  ['nothing', '', 'json'],
  ['a list', '[]', 'json'],
  ['no spec', '{}', 'spec'],
  ['a short digest', TEXT.replace(/"sha256": "./, '"sha256": "'), 'digest'],
  ['a text for a number', TEXT.replace('"rows": 40', '"rows": "40"'), 'count'],
  ['a negative number', TEXT.replace('"take": 3', '"take": -3'), 'count'],
  ['more than there is', TEXT.replace('"take": 3', '"take": 26'), 'within-size'],
  ['sizes of another frame', TEXT.replace('"size": 26', '"size": 27'), 'sizes-of-frame'],
  ['strata out of order', TEXT.replace('"stratum": "A"', '"stratum": "D"'), 'byte-order'],
  ['a department twice', TEXT.replace('LS-WJT', 'LS-SCJG'), 'byte-order'],
  ['no source', TEXT.replace(/"seedSources": \[[^\]]*/, '"seedSources": ['), 'sources'],
  ['one source in two spellings', TEXT.replace(/"骰子"/, '"骰子", " 骰子"'), 'sources'],
  ['a source that only looks checked', TEXT.replace(/骰子/, 'secret/1'), 'source'],
  ['a department with a comma', TEXT.replace('LS-WJT', 'LS,WJT'), 'id'],
])('parseCommitment of %s says what was expected', (_, text, expected) => {
  expect(parseCommitment(text)).toMatchObject({ kind: 'flawed', flaw: { expected } })
})
