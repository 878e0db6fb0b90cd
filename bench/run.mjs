/**
 * What docs/performance.md tells, measured on generated data: ratios against a peer in the same run.
 * `npm run build && npm run bench [ROWS]`; needs the sqlite3 shell.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  DEPARTMENT_LINES,
  INSPECTOR_HEADINGS,
  inspectors,
  TARGET_HEADINGS,
  targets,
  writeLines,
} from './generate.mjs'
import { matching } from './matching.mjs'
import { paired, timed } from './measure.mjs'

const ROWS = Number(process.argv[2] ?? 1_000_000)
const DATA = join(import.meta.dirname, 'data')
const SSJ = join(import.meta.dirname, '../bin/ssj.js')
const path = name => join(DATA, name)
const [CSV, DB, PEER] = [path(`targets-${ROWS}.csv`), path('ssj.db'), path('peer.db')]
const ssj = (...words) => timed('node', [SSJ, '--db', DB, ...words])
const shell = (...commands) => timed('sqlite3', [PEER, ...commands])

mkdirSync(DATA, { recursive: true })
if (!existsSync(CSV)) await writeLines(CSV, TARGET_HEADINGS, targets(ROWS))
await writeLines(path('departments.csv'), DEPARTMENT_LINES[0], DEPARTMENT_LINES.slice(1))
await writeLines(path('inspectors.csv'), INSPECTOR_HEADINGS, inspectors(10))

const columns = TARGET_HEADINGS.split(',').map((_, i) => `c${i} text${i === 0 ? ' primary key' : ''}`)
paired(
  `import of ${ROWS} targets against .import of the sqlite3 shell`,
  '2.5',
  () => {
    rmSync(PEER, { force: true })
    return shell(`create table target (${columns.join(', ')})`, `.import --csv --skip 1 ${CSV} target`)
  },
  () => {
    rmSync(DB, { force: true })
    ssj('init')
    ssj('import', 'departments', path('departments.csv'))
    return ssj('import', 'targets', CSV)
  },
)
ssj('import', 'inspectors', path('inspectors.csv'))
shell('alter table target add column r integer', 'update target set r = random()')
paired(
  `freeze + run of 5 % of ${ROWS} targets, two inspectors each, against select … order by on a stored number`,
  '3',
  () => shell('select c0 from target order by r'),
  () => ssj('draw', 'run', '--lead', 'LS-SCJG', '--rate', '5%', '--team', '2', '--seed', '1'),
)
console.log(`import of the unchanged file again: ${ssj('import', 'targets', CSV).toFixed(2)} s`)
matching()
