import { keepsHistory, onlyGrows } from '../guards.ts'
import { OFFICE } from '../history-tables.ts'
import { PAPER_NUMBER } from '../ledger-tables.ts'

/** What the office says of itself for its papers, with its history; the numbers of papers. */
export const OFFICE_SETTINGS = `
  ${OFFICE.create}
  ${keepsHistory(OFFICE)}
  ${PAPER_NUMBER.create}
  create index paper_number_of on paper_number(mark, year, number);
  ${onlyGrows(PAPER_NUMBER)}
`
