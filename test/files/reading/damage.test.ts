/** @module-tag campaign */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encode, read } from './clerk.ts'
import { number, text, workbook } from './workbooks.ts'

const TABLE = '编号,名称,"地址"\r\n1,"甲\n乙",离石区\r\n2,丙,="3"\r\n'
const WHOLE: readonly Buffer[] = [
  encode(TABLE, 'utf-8'),
  encode(TABLE, 'gb18030'),
  encode(`\ufeff${TABLE}`, 'utf-16le'),
  gzipSync(TABLE),
  workbook({ 名录: `<row r="1">${text('A1', '编号')}${number('B1', '911411027000001000')}</row>` }),
]

const chunkBytes = fc.integer({ min: 1, max: 300 })
const whole = fc.constantFrom(...WHOLE)

/** Facts and rows, or a problem, or both; never an exception. The rest is for the reader of the rows. */
async function answers(bytes: Buffer, chunkBytes: number) {
  const { facts, problem } = await read(bytes, { chunkBytes })
  expect(facts !== undefined || problem !== undefined).toBe(true)
}

test('random bytes have an answer', async () => {
  const bytes = fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes))
  await fc.assert(fc.asyncProperty(bytes, chunkBytes, answers), { numRuns: 500 })
})

test('random text has an answer', async () => {
  const piece = fc.constantFrom(
    ...'"",;\t|\r\n\r\n，=a中\u0085\u2028\ufeff'.split(''),
    'sep=',
    '<',
    '{"a":',
    '\u0000',
  )
  const bytes = fc.array(piece, { maxLength: 60 }).map(parts => Buffer.from(parts.join('')))
  await fc.assert(fc.asyncProperty(bytes, chunkBytes, answers), { numRuns: 500 })
})

test('files cut short have an answer', async () => {
  const cut = whole.chain(bytes => fc.nat({ max: bytes.length }).map(at => bytes.subarray(0, at)))
  await fc.assert(fc.asyncProperty(cut, chunkBytes, answers), { numRuns: 250 })
})

test('files spliced have an answer', async () => {
  const part = whole.chain(bytes =>
    fc.tuple(fc.nat({ max: bytes.length }), fc.nat({ max: bytes.length })).map(ends => {
      const [from, to] = ends.sort((a, b) => a - b) as [number, number]
      return bytes.subarray(from, to)
    }),
  )
  const spliced = fc.tuple(whole, part, part).map(parts => Buffer.concat(parts))
  await fc.assert(fc.asyncProperty(spliced, chunkBytes, answers), { numRuns: 250 })
})

test('files with a spoilt byte have an answer', async () => {
  const spoilt = fc.tuple(whole, fc.nat(), fc.integer({ min: 1, max: 255 })).map(([bytes, at, change]) => {
    const copy = Buffer.from(bytes)
    copy[at % copy.length]! ^= change
    return copy
  })
  await fc.assert(fc.asyncProperty(spoilt, chunkBytes, answers), { numRuns: 800 })
})
