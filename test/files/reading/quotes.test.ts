import { describe, expect, test } from 'vitest'
import { delimiterNamed } from '../../../src/files/reading/dialect.ts'
import { read } from './clerk.ts'

const rowsOf = async (text: string) => {
  const { rows, problem } = await read(text)
  expect(problem).toBeUndefined()
  return rows
}

describe('quotes', () => {
  test('inside a bare cell are characters', async () => {
    expect(await rowsOf('名称,代码\n5" 电视,="911411027000000449"\n')).toEqual([
      ['名称', '代码'],
      ['5" 电视', '="911411027000000449"'],
    ])
  })

  test('that close before the cell ends are kept with the rest', async () => {
    expect(await rowsOf('名称,代码\n"海底捞"火锅店,1\n')).toEqual([
      ['名称', '代码'],
      ['"海底捞"火锅店', '1'],
    ])
  })

  test('hold line breaks of any kind, and rows are counted as a spreadsheet counts them', async () => {
    const { rows, batches } = await read('a,b\r\n"1\n2","3\r\n4"\r\n\r\n5,6')
    expect(rows).toEqual([['a', 'b'], ['1\n2', '3\r\n4'], [''], ['5', '6']])
    expect(batches[0]?.first).toBe(1)
  })

  test('left open to the end name the row where they opened', async () => {
    const { rows, problem } = await read('a,b\n"1\n1",2\n3,"4\n5,6\n7,8\n')
    expect(problem).toEqual({ kind: 'unclosed-quote', row: 3, column: 2 })
    expect(rows).toEqual([
      ['a', 'b'],
      ['1\n1', '2'],
    ])
  })

  test('left open do not swallow the rows up to the next quoted cell', async () => {
    const text = `a,b,c\n1,"二,3\n${'4,5,6\n'.repeat(50)}7,"八",9\n`
    expect((await read(text)).problem).toEqual({ kind: 'unclosed-quote', row: 2, column: 2 })
    expect((await read(text, { chunkBytes: 5 })).problem).toEqual({
      kind: 'unclosed-quote',
      row: 2,
      column: 2,
    })
  })

  test('left open do not swallow a long file, nor memory', async () => {
    const text = `a,b\n1,"2\n${'离石区青禾商贸有限公司,3\n'.repeat(200_000)}`
    expect((await read(text)).problem).toEqual({ kind: 'unclosed-quote', row: 2, column: 2 })
  })

  test('closed by chance hold no more than a spreadsheet cell', async () => {
    const text = `a,b\n1,"2\n${'3,4\n'.repeat(10_000)}5,6",7\n`
    expect((await read(text)).problem).toEqual({ kind: 'unclosed-quote', row: 2, column: 2 })
  })

  test('well written hold quotes and line breaks at once', async () => {
    expect(await rowsOf('a,b\n"""甲""\n乙","""\n"\n')).toEqual([
      ['a', 'b'],
      ['"甲"\n乙', '"\n'],
    ])
  })

  test('a row without end is declined', async () => {
    const { problem } = await read(`a,b\n${'x'.repeat(3_000_000)}`)
    expect(problem).toEqual({ kind: 'row-too-long', row: 2, limit: 1 << 20 })
  })

  test('a file of many rows with line breaks stays quick', async () => {
    const rows = await rowsOf(`a,b\n${'"1\n2",3\n'.repeat(100_000)}`)
    expect(rows.length).toBe(100_001)
  })
})

describe('delimiter', () => {
  const delimiterOf = async (text: string, delimiter?: string) => {
    const { facts } = await read(text, { delimiter })
    return facts?.format === 'csv' ? facts.delimiter : undefined
  }

  test.each([
    [',', '编号,标签\n1,食品;药品\n2,餐饮;食品\n'],
    [';', '编号;标签\n1;"食品,药品"\n2;餐饮\n'],
    ['\t', '编号\t标签\n1\t食品,药品\n2\t餐饮;食品\n'],
    ['，', '编号，标签\n1，食品\n2，餐饮\n'],
    ['|', '编号|标签|名称\n1|食品|甲\n'],
    [',', '市场监管领域执法人员数据库\n编号,标签\n1,食品;药品\n2,餐饮;食品\n'],
    [',', '编号,标签\n1,"a;b;c;d"\n2,"a;b;c;d"\n'],
    [',', '名称\n甲\n乙;丙\n丁\n戊\n'],
    [',', '说明\n甲，乙\n丙，丁\n'],
    [',', '编号,地址\n="1",甲;乙;丙\n="2",甲;乙;丙\n'],
  ])('%j is found in %j', async (delimiter, text) => {
    expect(await delimiterOf(text)).toBe(delimiter)
  })

  test('--delimiter overrides', async () => {
    expect(await delimiterOf('a,b;c\n', ';')).toBe(';')
  })

  test('delimiterNamed takes words and characters, but none that cannot part cells', () => {
    expect(['tab', '\\t', 'comma', ';', '，', '😀'].map(delimiterNamed)).toEqual([
      '\t',
      '\t',
      ',',
      ';',
      '，',
      '😀',
    ])
    expect(['', '"', '\n', '||', 'toString'].map(delimiterNamed)).toEqual(Array(5).fill(undefined))
  })

  test('a line sep=; is obeyed and is no row', async () => {
    expect(await rowsOf('sep=;\r\na;b,c\r\n1;2\r\n')).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ])
  })

  test('a heading with full-width commas is split over rows with others', async () => {
    const text = '某区名录，二〇二五\n编号，名称,地址\n1,甲，乙,丙\n2,丁,戊\n'
    for (const chunkBytes of [1, 1 << 18]) {
      expect((await read(text, { chunkBytes })).rows).toEqual([
        ['某区名录，二〇二五'],
        ['编号', '名称', '地址'],
        ['1', '甲，乙', '丙'],
        ['2', '丁', '戊'],
      ])
    }
  })
})

describe('line ends', () => {
  test.each([
    ['\n', ['\n']],
    ['\r\n', ['\r\n']],
    ['\r', ['\r']],
  ])('%j', async (end, lineEnds) => {
    for (const chunkBytes of [1, 2, 3, 1 << 18]) {
      const { facts, rows } = await read(['名称,b', '1,2', '', '3,4'].join(end), { chunkBytes })
      expect(facts).toMatchObject({ lineEnds })
      expect(rows).toEqual([['名称', 'b'], ['1', '2'], [''], ['3', '4']])
    }
  })

  test('mixed', async () => {
    const { facts, rows } = await read('a,b\n1,2\r\n3,4\r5,6\r')
    expect(facts).toMatchObject({ lineEnds: ['\r\n', '\n', '\r'] })
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })
})
