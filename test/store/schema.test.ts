import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DIGESTED_TABLES } from '../../src/store/schema/digested-tables.ts'
import { DRAW_FILE, ENTRY, SEAL, type SUBSTITUTION } from '../../src/store/schema/ledger-tables.ts'
import { cellsOf, type RowOf, type ValuesOf } from '../../src/store/schema/table.ts'
import { emptyStore, schemaOf } from '../helpers/schema.ts'

const store = emptyStore()

describe('the schema', () => {
  it('is, word for word, the one that earlier programs made', () => {
    const golden = readFileSync(new URL('../../fixtures/databases/schema.sql', import.meta.url), 'utf8')
    expect(schemaOf(store.db)).toBe(golden)
  })

  it.each([ENTRY, SEAL, ...DIGESTED_TABLES])('has the columns of $name as they are defined', table => {
    const columns = store.db.prepare('select name from pragma_table_info(?)').pluck().all(table.name)
    const defined = Object.keys(table.columns)
    const placed = table.ends ? ['version', 'since', 'until', ...defined.slice(1)] : defined
    expect(columns).toEqual(placed)
  })

  it('has no table beyond those that are digested and the two of the ledger', () => {
    const tables = store.db.prepare("select name from sqlite_schema where type = 'table'").pluck().all()
    expect(tables.sort()).toEqual([ENTRY, SEAL, ...DIGESTED_TABLES].map(({ name }) => name).sort())
  })
})

describe('a row', () => {
  it('goes in by the names of its columns, in the order of the table', () => {
    const bytes = new Uint8Array([1])
    expect(cellsOf(DRAW_FILE, { bytes, name: 'seed.txt', draw: '2026-0001' }, 7)).toEqual([
      ...['2026-0001', 'seed.txt', 7, bytes],
    ])
  })

  it('does not compile with a column misspelt, left out or of another type', () => {
    const values: ValuesOf<typeof DRAW_FILE.columns> = { draw: '', name: '', bytes: new Uint8Array() }
    // @ts-expect-error: no such column
    cellsOf(DRAW_FILE, { ...values, nmae: '' }, 1)
    // @ts-expect-error: a column is missing
    cellsOf(DRAW_FILE, { draw: '', name: '' }, 1)
    // @ts-expect-error: the seat is a number
    const seat: RowOf<typeof SUBSTITUTION>['seat'] = '1'
    expect(seat).toBe('1')
  })
})
