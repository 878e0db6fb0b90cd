/** Import of a large registry, against the sqlite3 shell and against reading alone. */
import { copyFileSync } from 'node:fs'
import { departmentsFile, fresh, inTurns, ratio, SHELL, ssj, targetsFile, tell, timed } from './measure.mjs'

const COLUMNS =
  'code kind uscc registration name representative address region station industry type status risk departments libraries tags established last_visit phone'
    .split(' ')
    .map(name => `${name} text not null`)

/** The key `ssj` gives a target: the USCC, else the registration number. */
const SAME_KEY = `create table target (${COLUMNS}) strict;
create unique index target_now on target(case uscc when '' then registration else uscc end);`
/** The easiest key for the shell: the file is in its order. */
const FILE_KEY = `create table target (${COLUMNS}, primary key (code)) strict;`

const READ = `
import { readRows } from ${JSON.stringify(new URL('../dist/files/reading/rows.js', import.meta.url).href)}
let rows = 0
for await (const part of readRows(process.argv[1])) if (part.kind === 'rows') rows += part.rows.length
process.stdout.write(String(rows))`

export async function benchImport(rows) {
  const file = await targetsFile(rows)
  const empty = await emptyDatabase()
  const db = fresh('import.db')
  const shell = schema => () =>
    timed([SHELL, fresh('shell.db')], { input: `${schema}\n.import --csv --skip 1 ${file} target\n` })
  const ours = () => {
    copyFileSync(empty, fresh('import.db'))
    return timed(ssj(db, 'import', 'targets', file))
  }
  const [sameKey, fileKey, imported] = inTurns([shell(SAME_KEY), shell(FILE_KEY), ours])
  tell(`sqlite3 .import of ${rows} rows, same key`, sameKey)
  tell(`sqlite3 .import of ${rows} rows, key in the order of the file`, fileKey)
  tell(
    'ssj import targets, first time',
    imported,
    `${(imported.seconds / sameKey.seconds).toFixed(2)}× by the clock (aim 1.7×), ${ratio(imported, sameKey)} of processor time (aim 3×), ${ratio(imported, fileKey)} of the other`,
  )
  const [read, again] = inTurns([
    () => timed([process.execPath, '--input-type=module', '-e', READ, file]),
    () => timed(ssj(db, 'import', 'targets', file)),
  ])
  tell('reading the same file only (readRows)', read)
  tell('ssj import targets, the same file again', again, `${ratio(again, read)} of reading`)
}

/** The peak of memory by size of file. */
export async function benchMemory(sizes) {
  const empty = await emptyDatabase()
  for (const rows of sizes) {
    const file = await targetsFile(rows)
    const db = fresh('memory.db')
    copyFileSync(empty, db)
    const first = timed(ssj(db, 'import', 'targets', file))
    const again = timed(ssj(db, 'import', 'targets', file))
    tell(`memory: import of ${rows} rows`, first)
    tell(`memory: the same ${rows} rows again`, again)
  }
}

async function emptyDatabase() {
  const db = fresh('empty.db')
  timed(ssj(db, 'init'))
  timed(ssj(db, 'import', 'departments', await departmentsFile()))
  return db
}
