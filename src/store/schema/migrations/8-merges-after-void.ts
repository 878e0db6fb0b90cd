import { onlyGrows } from '../guards.ts'
import { MERGED } from '../ledger-tables.ts'
import { columnList } from '../table.ts'

/**
 * A guest whose host became void may join another: the further attempt, for one. Rows keep their rowids, which is the
 * order in which the ledger digested them.
 */
export const MERGES_AFTER_VOID = `
  drop trigger merged_no_update;
  drop trigger merged_no_delete;
  alter table merged rename to merged_before;
  ${MERGED.create}
  insert into merged (rowid, ${columnList(MERGED)})
    select rowid, ${columnList(MERGED)} from merged_before order by rowid;
  drop table merged_before;
  ${onlyGrows(MERGED)}
`
