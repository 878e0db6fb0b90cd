import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { widthOf } from '../../../src/terminal/width.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [
      ...targets(3, { 监管部门: '甲局', 面积: '90', 法定代表人: '王一' }),
      ...targets(2, { 监管部门: '乙局', 名称: 'ＡＢＣ饭店', 面积: '', 停业: '是' }, 4),
      ...targets(1, { 监管部门: '乙局', 名称: '=1+1"商行",\u3000', 面积: '1000' }, 6),
    ],
    inspectors: inspectors(12),
  })
})

const ids = async (...words: string[]) =>
  (await base.done('list', ...words)).records.map((record: { id: string }) => record.id)

describe('list', () => {
  test('goes by the Chinese name of a library, as every command does', async () => {
    expect(await ids('检查对象')).toEqual(await ids('targets'))
    expect((await base.ssj('template', '年度计划')).out).toBe((await base.ssj('template', 'plan')).out)
    for (const [lang, near] of [
      ['zh', '最接近的是“检查对象”'],
      ['en', 'did you mean “检查对象”'],
    ] as const)
      expect((await base.ssj('list', '检查对向', '--lang', lang)).err).toContain(near)
  })

  test('has the columns asked for, by any of their names and in this order', async () => {
    const { records } = await base.done(
      'list',
      'targets',
      '--columns',
      '面积，name、id,法定代表人',
      '--limit',
      '1',
    )
    expect(records.map(Object.entries)).toEqual([
      [
        ['面积', '90'],
        ['name', expect.any(String)],
        ['id', 'T01'],
        ['representative', '王一'],
      ],
    ])
  })

  test.each([
    ['abc', ['T04', 'T05']],
    ['王一', ['T01', 'T02', 'T03']],
    ['t06', ['T06']],
    ['不在', []],
  ])('finds %s in any field, whatever its width and letter case', async (text, found) => {
    expect(await ids('targets', '--search', text)).toEqual(found)
  })

  test('is in order of a field, its numbers as numbers, those without a value last, equal ones by id', async () => {
    expect(await ids('targets', '--sort', '停业')).toEqual(['T04', 'T05', 'T01', 'T02', 'T03', 'T06'])
    expect(await ids('targets', '--sort', '法定代表人:desc')).toEqual([
      'T01',
      'T02',
      'T03',
      'T04',
      'T05',
      'T06',
    ])
    const [first, last] = [
      await ids('inspectors', '--sort', 'id'),
      await ids('inspectors', '--sort', 'id:desc'),
    ]
    expect(first).toEqual(last.toReversed())
    expect(await ids('targets', '--sort', 'id:desc', '--limit', '2')).toEqual(['T06', 'T05'])
    expect(await ids('targets', '--limit', '0')).toEqual([])
  })

  test('as NDJSON is the records of the document, one a line; as JSON the document itself', async () => {
    const lines = (await base.ssj('list', 'targets', '--format', 'ndjson')).out.trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual((await base.done('list', 'targets')).records)
    expect((await base.ssj('list', 'targets', '--format', 'json')).out).toBe(
      (await base.ssj('list', 'targets', '--json')).out,
    )
  })

  test('as CSV comes back through import and changes nothing', async () => {
    for (const library of ['departments', 'targets', 'inspectors', 'plan']) {
      const { out } = await base.ssj('list', library, '--format', 'csv')
      expect(out).toMatch(/^\ufeff.*\r\n/)
      const told = await base.done('import', library, base.file(`${library}.csv`, out))
      expect(told.files[0]).toMatchObject({ new: 0, changed: 0 })
    }
  })

  test('on a terminal is no wider than it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 34, max: 120 }), async columns => {
        const { out } = await base.ssjIn(
          { terminal: ['stdout'], columns },
          'list',
          'targets',
          '--columns',
          'id,名称,监管部门',
        )
        for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      }),
      { numRuns: 20 },
    )
  })

  test.each([
    [
      '--columns',
      '名称,法定代表',
      '没有字段“法定代表”，最接近的是“法定代表人”',
      'there is no field “法定代表”',
    ],
    ['--sort', '面级', '没有字段“面级”，最接近的是“面积”', 'there is no field “面级”'],
    ['--limit', '-1', '选项 --limit 的值“-1”不对', 'option --limit cannot be “-1”'],
    ['--format', 'xml', '选项 --format 的值“xml”不对', 'option --format cannot be “xml”'],
  ])('%s %s is refused', async (option, value, zh, en) => {
    for (const [lang, sentence] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const told = await base.ssj('list', 'targets', option, value, '--lang', lang)
      expect([told.code, told.out, told.err]).toEqual([2, '', expect.stringContaining(sentence)])
    }
  })
})
