import type { LogSentences } from '../topics/log.ts'

export const logEn: LogSentences = {
  words: {
    entry: (number, digest) => `ledger entry ${number}, digest ${digest}`,
    columns: {
      entry: 'entry',
      at: 'time (UTC)',
      actor: 'actor',
      action: 'action',
      rows: 'written/ended',
      digest: 'digest',
    },
    holds: entries => `${entries} entries, every digest holds`,
    broken: (entry, what) => `entry ${entry} does not hold: ${what}`,
    problems: {
      chain: 'it does not follow from the entry before',
      digest: 'its content is not what its digest says',
      rows: table => `the rows of table ${table} are not what its digest says`,
      seal: 'it has no seal',
      orphan: table => `table ${table} has rows of no entry`,
    },
  },
  help: {
    log: 'show the ledger',
    verify: 'check every digest of the ledger',
  },
}
