import { onlyGrows } from '../guards.ts'
import { MERGED } from '../ledger-tables.ts'
import { columnList } from '../table.ts'
import { RESULTS } from './7-results.ts'

/** For some hours this change was the seventh, and results were not yet: those databases get them here. */
const missing = RESULTS.replace(/create (table|unique index|index|trigger)/g, '$& if not exists')

/**
 * A guest whose host became void may join another: the further attempt, for one. Rows keep their rowids, which is the
 * order in which the ledger digested them.
 */
export const MERGES_AFTER_VOID = `
  ${missing}
  drop trigger merged_no_update;
  drop trigger merged_no_delete;
  alter table merged rename to merged_before;
  ${MERGED.create}
  insert into merged (rowid, ${columnList(MERGED)})
    select rowid, ${columnList(MERGED)} from merged_before order by rowid;
  drop table merged_before;
  ${onlyGrows(MERGED)}
`
