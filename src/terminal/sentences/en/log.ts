import { zoneEn } from '../../../core/publication/chinese-time.ts'
import type { LogSentences } from '../topics/log.ts'
import { counted } from './phrases.ts'

export const logEn: LogSentences = {
  words: {
    entry: (number, digest) => `ledger entry ${number}, digest ${digest}`,
    done: (action, what) => (what === '' ? action : `${action} ${what}`),
    rows: (table, written, ended) => `${table} ${written}/${ended}`,
    columns: {
      entry: 'entry',
      at: offset => `time (${zoneEn(offset)})`,
      actor: 'actor',
      action: 'action',
      rows: 'written/ended',
      digest: 'digest',
    },
    holds: entries => `${counted(entries, 'entry', 'entries')}; every digest holds`,
    broken: (entry, what) => `entry ${entry} does not hold: ${what}`,
    misbuilt: what => `every digest holds, but the database is not built as ssj builds it: ${what}`,
    problems: {
      chain: 'it does not follow from the entry before it',
      digest: 'its content does not match its digest',
      rows: table => `the rows of table ${table} do not match its digest`,
      seal: 'it has no seal',
      time: 'its time is before that of the entry before it, and no entry says that the clock was wrong',
      orphan: table => `table ${table} has rows that belong to no entry`,
      schema: {
        missing: object => `${object} is missing`,
        changed: object => `${object} has been changed`,
        strange: object => `${object} is none of ssj's`,
      },
      integrity: message => `an index or a page is damaged (SQLite: ${message})`,
    },
  },
  help: {
    log: 'show the ledger',
    verify: 'check every digest of the ledger',
  },
}
