import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, ID, idReader } from '../../core/registry/libraries/record-cells.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { columnsOf, endRecord, writeRecord } from './registry.ts'

const RECUSALS = library('recusals')
const TARGET = columnOf(RECUSALS, 'target')

/**
 * Lets the recusals of a firm follow it from its registration number to its USCC. Results stay under the number by which it
 * was drawn, and are found under both.
 */
export function followFirm(store: Store, writer: EntryWriter, from: string, to: string): void {
  const readId = idReader(RECUSALS)
  const rows = store
    .sql<[number, ...string[]]>(
      `select version, ${columnsOf(RECUSALS)} from recusal where target = ? and until is null order by id`,
    )
    .raw()
    .all(from)
  for (const [version, ...row] of rows) {
    row[TARGET] = to
    row[ID] = readId(row)
    endRecord(writer, RECUSALS, version)
    const standing = store.sql('select 1 from recusal where id = ? and until is null').get(row[ID])
    if (standing === undefined) writeRecord(writer, RECUSALS, row)
  }
}
