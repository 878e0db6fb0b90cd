/** @module-tag campaign */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LibraryName } from '../../../src/core/registry/libraries/field.ts'
import { encode } from '../../files/reading/clerk.ts'
import { text, workbook, zip } from '../../files/reading/workbooks.ts'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, DISTRICT, LIBRARIES, type Office, type Ran } from '../../helpers/ssj.ts'

/** Whatever a file holds: an answer in a sentence, and the registry as before or wholly as after. */

let registries: Office
beforeAll(async () => {
  registries = await miniature({ targets: targets(4), inspectors: inspectors(3) })
})

async function expectAnswer(
  name: LibraryName,
  bytes: Uint8Array,
  ...options: readonly string[]
): Promise<Ran> {
  const here = registries.copy()
  try {
    return await answerTo(here, name, bytes, options)
  } finally {
    rmSync(here.folder, { recursive: true })
  }
}

async function answerTo(
  here: Office,
  name: LibraryName,
  bytes: Uint8Array,
  options: readonly string[],
): Promise<Ran> {
  const before = contentOf(here.db)
  const { records: stood } = await here.done('list', name)
  const ran = await here.ssj('import', name, here.file('strange.csv', bytes), '--json', ...options)
  expect([0, 1, 2]).toContain(ran.code)
  expect((ran.out + ran.err).replaceAll(here.folder, '')).not.toMatch(
    /程序内部出错|internal error|\bat .*\.[tj]s:\d+|undefined|\[object|NaN/,
  )
  const [file] = ran.json.files ?? []
  if (file?.outcome !== 'written') {
    expect(contentOf(here.db)).toBe(before)
    if (file === undefined) expect(ran.json.error.sentence).toMatch(/[\u4e00-\u9fff]{2}/)
    if (file?.outcome === 'refused') expect(file.issues[0].sentence).toMatch(/[\u4e00-\u9fff]{2}/)
    return ran
  }
  expect(ran.code).toBe(0)
  expect((await here.done('log', '--verify')).holds).toBe(true)
  expect((await here.done('list', name)).count).toBe(stood.length + file.new - file.retired)
  expect((await here.done('import', name, here.path('strange.csv'), ...options)).files[0]).toMatchObject({
    outcome: 'nothing',
  })
  return ran
}

const HEAD = 60
const districtText = (name: LibraryName) =>
  readFileSync(join(DISTRICT, `${name}.csv`), 'utf8')
    .split('\n')
    .slice(0, HEAD)
    .join('\n')
const TARGETS = csvFrom(targets(6, { 地址: '离石区示例路 1 号', 标签: '食品、药品' }, 3))
const SHEET = [
  `<row r="1">${text('A1', '对象编号')}${text('B1', '名称')}</row>`,
  `<row r="2">${text('A2', 'X1')}${text('B2', '示例店')}</row>`,
]
const WHOLE: readonly Buffer[] = [
  ...LIBRARIES.map(name => Buffer.from(districtText(name))),
  encode(TARGETS, 'utf-8'),
  encode(TARGETS, 'gb18030'),
  encode(`\ufeff${TARGETS}`, 'utf-16le'),
  encode(TARGETS.replaceAll(',', '\t').replaceAll('\n', '\r\n'), 'gb18030'),
  gzipSync(TARGETS),
  workbook({ 名录: SHEET.join('') }),
]

const library = fc.constantFrom(...LIBRARIES)
const options = fc.subarray(['--skip-bad', '--replace'])
const whole = fc.constantFrom(...WHOLE)
const part = whole.chain(bytes =>
  fc.tuple(fc.nat({ max: bytes.length }), fc.nat({ max: bytes.length })).map(ends => {
    const [from, to] = ends.sort((a, b) => a - b) as [number, number]
    return bytes.subarray(from, to)
  }),
)
const junk = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes)),
  fc
    .constantFrom('"', '""', '\0', '\n', '\r', ',', ';', '\t', '=', '\u2028', '\ufeff', '合计', 'sep=;\n')
    .map(text => Buffer.from(text)),
)

describe('a file that', () => {
  test('is random bytes has an answer', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      junk.map(bytes => new Uint8Array(bytes)),
    )
    await fc.assert(
      fc.asyncProperty(library, bytes, async (name, bytes) => void (await expectAnswer(name, bytes))),
      { numRuns: 80 },
    )
  })

  test('is cut, spliced, or has strange bytes put in has an answer', async () => {
    const spoilt = fc
      .tuple(part, fc.array(fc.oneof(part, junk), { maxLength: 3 }), fc.boolean(), whole)
      .map(([first, others, fromStart, base]) => Buffer.concat([fromStart ? base : first, ...others]))
    await fc.assert(
      fc.asyncProperty(
        library,
        spoilt,
        options,
        async (name, bytes, options) => void (await expectAnswer(name, bytes, ...options)),
      ),
      { numRuns: 120 },
    )
  })

  test('has some bytes changed has an answer', async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<LibraryName>('targets', 'inspectors', 'plan'),
        whole,
        fc.array(change, { minLength: 1, maxLength: 4 }),
        options,
        async (name, bytes, changes, options) => {
          const copy = Buffer.from(bytes)
          for (const [at, by] of changes) copy[at % copy.length]! ^= by
          await expectAnswer(name, copy, ...options)
        },
      ),
      { numRuns: 120 },
    )
  })
})

/** The error kind, or the codes of the issues. */
const answerOf = ({ json }: Ran): string =>
  json.error?.details?.problem?.kind ??
  (json.files[0].issues as { code: string }[]).map(({ code }) => code).join(' ')

describe('answers to', () => {
  test.each<[string, Uint8Array | (() => Uint8Array), string]>([
    ['a line without end', Buffer.from(`对象编号,名称\nX1,${'x'.repeat(5_000_000)}`), 'row-too-long'],
    [
      '10 000 columns under two headings',
      Buffer.from(`对象编号,名称\nX1,甲${',x'.repeat(10_000)}\n`),
      'wrong-column-count',
    ],
    [
      '10 000 headings',
      Buffer.from(
        `对象编号,名称${Array.from({ length: 10_000 }, (_, i) => `,栏${i}`).join('')}\nX1,甲${','.repeat(10_000)}\n`,
      ),
      '',
    ],
    ['a quote left open', Buffer.from(`对象编号,名称\nX1,"甲\n${'X2,乙\n'.repeat(2000)}`), 'unclosed-quote'],
    ['nothing but quotes', Buffer.from('"'.repeat(9999)), 'unclosed-quote'],
    ['nothing but line ends', Buffer.from('\n'.repeat(9999)), 'no-headings'],
    ['a NUL', Buffer.from('对象编号,名称\nX1,甲\0店\n'), 'binary'],
    ['a .gz cut short', gzipSync(TARGETS).subarray(0, 60), 'damaged-gzip'],
    ['a .gz with a wrong check', () => spoiltAt(gzipSync(TARGETS), -6), 'damaged-gzip'],
    ['a workbook cut short', workbook({ 名录: SHEET.join('') }).subarray(0, 400), 'damaged-spreadsheet'],
    ['a workbook that unpacks to 300 MB', () => bomb(300), 'spreadsheet-limit'],
    ['a workbook that hides how much it unpacks to', () => lyingBomb(80), 'damaged-spreadsheet'],
    [
      'a sheet of a row at the end of the world',
      workbook({ 名录: `${SHEET[0]}<row r="1048576">${text('ZZ1048576', 'x')}</row>` }),
      'stray-cell',
    ],
  ])('%s', async (_, content, answer) => {
    const bytes = typeof content === 'function' ? content() : content
    expect(answerOf(await expectAnswer('targets', bytes))).toBe(answer)
  })
})

function spoiltAt(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[copy.length + at]! ^= 0xff
  return copy
}

function bomb(megabytes: number): Buffer {
  return workbook({ 名录: `${SHEET.join('')}<!--${' '.repeat(megabytes << 20)}-->` })
}

/** Its directory says that every part is 900 bytes long. */
function lyingBomb(megabytes: number): Buffer {
  const bytes = bomb(megabytes)
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1))
    bytes.writeUInt32LE(900, at + 24)
  return bytes
}

test('a zip that holds no workbook is named', async () => {
  expect(answerOf(await expectAnswer('targets', zip({ '名录.csv': TARGETS })))).toBe('not-a-table')
})
