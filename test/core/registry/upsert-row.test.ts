import { describe, expect, it } from 'vitest'
import { mergeOf } from '../../../src/core/registry/import-decision.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { columnOf, type RecordCells } from '../../../src/core/registry/libraries/record-cells.ts'
import { type ConflictRule, type Standing, upsertRow } from '../../../src/core/registry/upsert-row.ts'

const TARGETS = library('targets')
const WIDTH = TARGETS.fields.length + 2
const COLUMNS = TARGETS.fields.map((field, i) => ({
  kind: 'field' as const,
  heading: field.headings[0],
  field: i,
}))

function record(
  id: string,
  fields: Partial<Record<'uscc' | 'registration' | 'name' | 'risk', string>>,
): RecordCells {
  const cells: RecordCells = Array(WIDTH).fill('')
  cells[0] = id
  for (const [name, value] of Object.entries(fields)) cells[columnOf(TARGETS, name as 'name')] = value
  return cells
}

const standing = (version: number, row: RecordCells): Standing => ({ version, row })
const terms = (onConflict: ConflictRule, lines: Readonly<Record<number, number>> = {}) => ({
  library: TARGETS,
  merge: mergeOf(TARGETS, COLUMNS, null),
  onConflict,
  lineOf: (version: number) => lines[version] ?? 0,
})

describe('upsertRow', () => {
  const firm = record('T1', { name: '甲', risk: 'A' })

  it('takes in a record that the registry does not have', () => {
    expect(upsertRow(firm, 2, null, [], terms('fail'))).toEqual({ kind: 'new', row: firm })
  })

  it('leaves a record as it is where the row says the same', () => {
    const found = standing(7, firm)
    expect(upsertRow([...firm], 2, found, [], terms('fail'))).toEqual({ kind: 'unchanged', seen: found })
  })

  it('puts a row in the place of a record that it changes', () => {
    const found = standing(7, firm)
    const row = record('T1', { name: '甲', risk: 'C' })
    expect(upsertRow(row, 2, found, [], terms('fail'))).toEqual({
      kind: 'changed',
      standing: found,
      row,
    })
  })

  describe('an id that stood in an earlier line of the file', () => {
    const found = standing(7, firm)
    const row = record('T1', { name: '甲', risk: 'C' })
    const said = { 7: 2 }

    it.each([
      ['fail', 'refused'],
      ['newest', 'changed'],
      ['keep', 'unchanged'],
    ] as const)('with %s is %s, and told with the other line', (rule, kind) => {
      const outcome = upsertRow(row, 5, found, [], terms(rule, said))
      const issue = outcome.kind === 'refused' ? outcome.issue : outcome.conflict
      expect(outcome.kind).toBe(kind)
      expect(issue).toMatchObject({ code: 'duplicate-id', row: 5, details: { id: 'T1', other: 2 } })
    })

    it('is silent where it says the same', () => {
      expect(upsertRow([...firm], 5, found, [], terms('fail', said))).toEqual({
        kind: 'unchanged',
        seen: null,
      })
    })
  })

  describe('a firm that stands under its old number', () => {
    const old = {
      ...standing(3, record('110108000000016', { registration: '110108000000016', name: '甲' })),
      by: '注册号',
    }
    const row = record('91110108MA01A1B2C3', {
      uscc: '91110108MA01A1B2C3',
      registration: '110108000000016',
      name: '甲',
      risk: 'B',
    })

    it('becomes one record under the USCC', () => {
      expect(upsertRow(row, 2, null, [old], terms('fail'))).toMatchObject({
        kind: 'joined',
        ends: null,
        as: { kind: 'changed', standing: old, row },
      })
    })

    it('is refused, joined or kept where the two contradict each other', () => {
      const other = record(row[0]!, { uscc: row[0]!, registration: old.row[0]!, name: '乙' })
      const kinds = (['fail', 'newest', 'keep'] as const).map(
        rule => upsertRow(other, 2, null, [old], terms(rule)).kind,
      )
      expect(kinds).toEqual(['refused', 'joined', 'unchanged'])
    })
  })
})
