import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Encoding } from '../../../src/core/file-problem.ts'
import { encodingNamed } from '../../../src/files/reading/encoding.ts'
import { BOM, encode, read } from './clerk.ts'

const TABLE = '统一社会信用代码,名称\r\n91141102MA0K3X7H5Y,离石区青禾示例商贸有限公司\r\n'
const ROWS = [
  ['统一社会信用代码', '名称'],
  ['91141102MA0K3X7H5Y', '离石区青禾示例商贸有限公司'],
]
const ENCODINGS: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']
const gbk = (text: string) => encode(text, 'gb18030')

describe('encoding', () => {
  test.each(ENCODINGS)('%s is found with its byte order mark', async encoding => {
    const { facts, rows } = await read(Buffer.concat([BOM[encoding], encode(TABLE, encoding)]))
    expect(facts).toMatchObject({ encoding, bom: true, lineEnds: ['\r\n'] })
    expect(rows).toEqual(ROWS)
  })

  test.each(ENCODINGS)('%s is found without a byte order mark', async encoding => {
    const { facts, rows } = await read(encode(TABLE, encoding))
    expect(facts).toMatchObject({ encoding, bom: false })
    expect(rows).toEqual(ROWS)
  })

  test('plain ASCII is UTF-8', async () => {
    expect((await read('id,name\n1,a\n')).facts).toMatchObject({ encoding: 'utf-8', lineEnds: ['\n'] })
  })

  test('short GBK texts are read right', async () => {
    const hanzi = fc.constantFrom(...'市场监管局企业名称离石区青禾商贸有限公司联通检查人员执法证号一二三四五')
    const name = fc.array(hanzi, { minLength: 3, maxLength: 12 }).map(parts => parts.join(''))
    await fc.assert(
      fc.asyncProperty(name, name, async (first, second) => {
        const { facts, rows } = await read(gbk(`名称,${first}\n${second},1\n`))
        expect(facts).toMatchObject({ encoding: 'gb18030' })
        expect(rows).toEqual([
          ['名称', first],
          [second, '1'],
        ])
      }),
      { numRuns: 250 },
    )
  })

  test('ASCII far into the file does not settle what follows', async () => {
    const ascii = 'a,b\n'.repeat(40_000)
    const { facts, rows } = await read(Buffer.concat([Buffer.from(ascii), gbk('企业名称,公司\n')]), {
      chunkBytes: 4096,
    })
    expect(facts).toMatchObject({ encoding: 'gb18030' })
    expect(rows.at(-1)).toEqual(['企业名称', '公司'])
  })

  test('--encoding overrides what the bytes suggest', async () => {
    const bytes = encode('模,拟\n', 'gb18030')
    expect((await read(bytes, { encoding: 'gb18030' })).rows).toEqual([['模', '拟']])
    expect((await read(Buffer.from(TABLE), { encoding: 'utf-16le' })).problem).toMatchObject({
      kind: 'undecodable',
      encoding: 'utf-16le',
    })
  })

  test('encodingNamed reads GBK and GB2312 as GB18030', () => {
    expect(['GBK', 'gb2312', 'utf8', 'UTF-16LE'].map(encodingNamed)).toEqual([
      'gb18030',
      'gb18030',
      'utf-8',
      'utf-16le',
    ])
    expect(encodingNamed('big5')).toBeUndefined()
  })

  test('characters of four bytes and the euro sign of Windows', async () => {
    const { rows } = await read(Buffer.concat([gbk('企业名称,龘𠮷😀,'), Buffer.from([0x80])]))
    expect(rows).toEqual([['企业名称', '龘𠮷😀', '€']])
  })

  test('a mark inside the text is kept', async () => {
    expect((await read('企业,\ufeff名\n', { chunkBytes: 7 })).rows).toEqual([['企业', '\ufeff名']])
  })
})

describe('a file in no encoding', () => {
  const cut = (text: string, encoding: Encoding, at: number) => encode(text, encoding).subarray(0, at)

  test('is declined with the place of its first bad byte', async () => {
    const body = fc.array(fc.constantFrom(...'统一社会信用代码企业名称检查对象,1\n'), {
      minLength: 12,
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(
        body.map(parts => `统一社会信用代码企业名称${parts.join('')}`),
        fc.constantFrom<Encoding>('utf-8', 'gb18030'),
        fc.nat({ max: 12 }),
        fc.integer({ min: 1, max: 64 }),
        async (text, encoding, back, chunkBytes) => {
          const at = encode(text.slice(0, -back || undefined), encoding).length
          const good = encode(text, encoding)
          const bytes = Buffer.concat([good.subarray(0, at), Buffer.from([0xff]), good.subarray(at)])
          const { problem, rows } = await read(bytes, { chunkBytes })
          const line = text.slice(0, -back || undefined).split('\n').length
          expect(problem).toEqual({ kind: 'undecodable', encoding, position: at, byte: 0xff, line })
          expect(rows).toEqual([])
        },
      ),
      { numRuns: 250 },
    )
  })

  test('UTF-8 cut inside a character', async () => {
    const bytes = cut(TABLE, 'utf-8', Buffer.byteLength(TABLE) - 3)
    expect((await read(bytes)).problem).toMatchObject({
      kind: 'undecodable',
      encoding: 'utf-8',
      position: Buffer.byteLength(TABLE) - 5,
    })
  })

  test('GB18030 cut inside a character', async () => {
    const all = gbk(TABLE)
    const bytes = all.subarray(0, all.length - 3)
    expect((await read(bytes)).problem).toMatchObject({
      kind: 'undecodable',
      encoding: 'gb18030',
      position: all.length - 4,
    })
  })

  test('UTF-16 cut inside a character', async () => {
    const bytes = Buffer.concat([BOM['utf-16le'], encode('名,称', 'utf-16le').subarray(0, 5)])
    expect((await read(bytes)).problem).toMatchObject({ kind: 'undecodable', position: 6 })
  })

  test('UTF-8 and GBK spliced, either first', async () => {
    const [utf8, gb] = [Buffer.from(TABLE), gbk(TABLE)]
    // 统一 in GBK happens to be two characters of UTF-8 as well.
    expect((await read(Buffer.concat([utf8, gb]))).problem).toMatchObject({
      kind: 'undecodable',
      encoding: 'utf-8',
      position: utf8.length + 4,
    })
    expect((await read(Buffer.concat([gb, Buffer.from('名录库,')]))).problem).toMatchObject({
      kind: 'undecodable',
      encoding: 'gb18030',
      position: gb.length + 8,
    })
  })

  test('a NUL is no text in any encoding', async () => {
    expect((await read(`${TABLE}\0`)).problem).toEqual({ kind: 'binary', position: Buffer.byteLength(TABLE) })
    expect((await read(gbk(`${TABLE}\0,`))).problem).toEqual({ kind: 'binary', position: gbk(TABLE).length })
    const wide = Buffer.concat([BOM['utf-16be'], encode('名称\0', 'utf-16be')])
    expect((await read(wide)).problem).toEqual({ kind: 'binary', position: 6 })
  })

  test.each([
    ['little endian with a mark', true, true],
    ['big endian with a mark', false, true],
    ['little endian', true, false],
    ['big endian', false, false],
  ])('UTF-32 is called by its name: %s', async (_, little, marked) => {
    const units = [...(marked ? '\ufeff' : ''), ...'名称,对象编号\n甲店,X1\n']
    const bytes = Buffer.alloc(units.length * 4)
    units.forEach((character, i) => {
      if (little) bytes.writeUInt32LE(character.codePointAt(0)!, i * 4)
      else bytes.writeUInt32BE(character.codePointAt(0)!, i * 4)
    })
    expect((await read(bytes)).problem).toEqual({ kind: 'utf-32' })
  })

  test('nothing, or nothing but a mark, is empty', async () => {
    expect((await read('')).problem).toEqual({ kind: 'empty' })
    expect((await read(BOM['utf-8'])).problem).toEqual({ kind: 'empty' })
    expect((await read(BOM['utf-16le'], { chunkBytes: 1 })).problem).toEqual({ kind: 'empty' })
  })
})
