import { describe, expect, it } from 'vitest'
import { type LayoutProblem, parseLayout, tableIn } from '../../../../src/core/publication/lists/layout.ts'
import { LAYOUTS, layoutsOf } from '../../../../src/core/publication/lists/layouts.ts'
import { FIELDS } from '../../../../src/core/publication/lists/list-fields.ts'

describe('layouts', () => {
  it.each(LAYOUTS)('$of $name: known fields, each heading once', ({ of, columns }) => {
    for (const { field } of columns) expect(Object.keys(FIELDS[of])).toContain(field)
    const headings = columns.map(({ heading }) => heading)
    expect(new Set(headings).size).toBe(headings.length)
  })

  it('have no name twice in a kind, and a first one in each', () => {
    for (const of of ['items', 'plan', 'drawn'] as const) {
      const names = layoutsOf(of).map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names.length).toBeGreaterThan(2)
    }
  })

  it('offer no field of a person', () => {
    const fields = Object.values(FIELDS).flatMap(Object.entries).flat()
    for (const word of [
      'phone',
      'contact',
      'representative',
      'address',
      '电话',
      '联系',
      '法定代表人',
      '地址',
    ])
      expect(
        fields.some(field => field.includes(word)),
        word,
      ).toBe(false)
  })
})

describe('parseLayout', () => {
  const read = (columns: unknown) => parseLayout(JSON.stringify({ name: '我局', columns }), 'drawn')

  it('takes a field by its name or by its word', () => {
    const reading = read([
      { heading: '企业', field: 'name' },
      { heading: '代码', field: '统一社会信用代码/注册号' },
      { heading: '号', field: 'number' },
      { heading: '备注', field: 'blank' },
    ])
    expect(reading.kind).toBe('layout')
    if (reading.kind !== 'layout') return
    expect(
      tableIn(reading.layout, [
        { name: '甲店', code: '1' },
        { name: '乙店', code: '2' },
      ]),
    ).toEqual({
      headings: ['企业', '代码', '号', '备注'],
      rows: [
        ['甲店', '1', '1', ''],
        ['乙店', '2', '2', ''],
      ],
    })
  })

  it.each<[unknown, Partial<LayoutProblem>]>([
    [[{ heading: '电话', field: 'phone' }], { kind: 'field', field: 'phone' }],
    [[{ heading: 'x', field: 'nam' }], { kind: 'field', field: 'nam', nearest: 'name' }],
    [[{ heading: 'x', field: '名' }], { kind: 'field', nearest: '名称' }],
    [[{ heading: 'x', field: '__proto__' }], { kind: 'field' }],
    [[{ heading: 'x', field: 'constructor' }], { kind: 'field' }],
    [[{ heading: '', field: 'name' }], { kind: 'heading', column: 1 }],
    [[{ heading: 'a', field: 'name' }, { heading: 'b' }], { kind: 'heading', column: 2 }],
    [['name'], { kind: 'heading', column: 1 }],
    [[], { kind: 'not-a-layout' }],
    ['name', { kind: 'not-a-layout' }],
  ])('refuses %j', (columns, problem) => {
    expect(read(columns)).toMatchObject({ kind: 'problem', problem })
  })

  it('refuses what is no JSON, or no object', () => {
    for (const text of ['', '{', '[]', 'null', '"x"', '{"columns":[]}'])
      expect(parseLayout(text, 'plan')).toEqual({ kind: 'problem', problem: { kind: 'not-a-layout' } })
  })
})
