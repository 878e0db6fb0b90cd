/**
 * What has an aim in docs/performance.md, side by side in one run: a draw beside what SQLite takes for ids and rows in order, an
 * import beside the shell's, an infeasible match, the papers of 2 600 firms, and a start. The least of BENCH_TIMES counts.
 */
import { copyFileSync, rmSync } from 'node:fs'
import { matchDepartment } from '../dist/core/draw/match.js'
import { ORDERED, registryOf, TASK } from './draw.mjs'
import { lackingDepartment } from './matching.mjs'
import { DATA, fresh, inTurns, ratio, SHELL, ssj, TIMES, targetsFile, tell, timed } from './measure.mjs'

export async function benchTable(rows) {
  const { full, stored } = await registryOf(rows)
  drawing(full, stored, rows)
  matching()
  await importing(rows)
  papers(full, rows)
  starting(full)
}

function drawing(full, stored, rows) {
  const [ids, all] = ['all ids', 'all rows'].map(name => () => timed([SHELL, stored, ORDERED[name](rows)]))
  const from = (source, ...args) => {
    const db = fresh('draw.db')
    copyFileSync(source, db)
    return timed(ssj(db, 'draw', ...args))
  }
  const [one, other, both, freeze] = inTurns([
    ids,
    all,
    () => from(full, 'run', ...TASK, '--seed', '1'),
    () => from(full, 'freeze', ...TASK, '--source', '骰子/30'),
  ])
  tell('sqlite3 select, ids in order', one)
  tell('sqlite3 select, rows in order', other)
  tell(
    `freeze and run, 5 % of ${rows}, two seats each`,
    both,
    `${ratio(both, one)} of the ids (aim 4×), ${ratio(both, other)} of the rows (aim 0.8×), aim 300 MB`,
  )
  tell('freeze alone', freeze, `${ratio(freeze, one)}, ${ratio(freeze, other)}`)
}

function matching() {
  const department = lackingDepartment(100_000, 2_000)
  const [found] = inTurns([
    () => {
      const [start, before] = [performance.now(), process.cpuUsage()]
      matchDepartment(department, '0'.repeat(64))
      const { user, system } = process.cpuUsage(before)
      return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, mb: null }
    },
  ])
  tell('infeasible match of 100 000 × 2: group and cures', found, 'aim 3 s')
}

async function importing(rows) {
  const file = await targetsFile(rows)
  const empty = fresh('empty.db')
  timed(ssj(empty, 'init'))
  timed(ssj(empty, 'import', 'departments', `${DATA}/departments.csv`))
  const columns =
    'code kind uscc registration name representative address region station industry type status risk departments libraries tags established last_visit phone'
  const schema = `create table target (${columns.split(' ').map(name => `${name} text not null`)}) strict;
create unique index target_now on target(case uscc when '' then registration else uscc end);`
  const [shell, ours] = inTurns([
    () => timed([SHELL, fresh('shell.db')], { input: `${schema}\n.import --csv --skip 1 ${file} target\n` }),
    () => {
      const db = fresh('import.db')
      copyFileSync(empty, db)
      return timed(ssj(db, 'import', 'targets', file))
    },
  ])
  tell('sqlite3 .import, same key', shell)
  tell(`import of ${rows}`, ours, `${ratio(ours, shell)} (aims 1.7×, cpu 3×)`)
}

function papers(full, rows) {
  const db = fresh('draw.db')
  copyFileSync(full, db)
  const task = TASK.map(word => (word === '5%' ? `${(100 * 2600) / rows}%` : word))
  timed(ssj(db, 'draw', 'run', ...task, '--seed', '1'))
  const to = `${DATA}/papers`
  const [found] = inTurns([
    () => {
      rmSync(to, { recursive: true, force: true })
      return timed(
        ssj(db, 'export', '1', '--profile', 'archive', '--format', 'csv,xlsx,html,docx', '--to', to),
      )
    },
  ])
  rmSync(to, { recursive: true, force: true })
  tell('papers of 2 600 drawn firms in four formats', found, 'aim 20 s')
}

/** Ten starts each: one is too short for the clock of a process. */
function starting(full) {
  const ten = command => () =>
    timed(['sh', '-c', `for i in 1 2 3 4 5 6 7 8 9 10; do "$@"; done`, 'sh', ...command])
  const [bare, help, rules] = inTurns(
    [[process.execPath, '-e', '0'], ssj(full, '--help'), ssj(full, 'rules', 'list')].map(ten),
    Math.max(TIMES, 3),
  )
  const beyond = one =>
    `${Math.round(((one.cpu ?? one.seconds) - (bare.cpu ?? bare.seconds)) * 100)} ms more than node -e 0`
  tell('ten times: node -e 0', bare)
  tell('ten times: ssj --help', help, `${beyond(help)} (aim 40)`)
  tell('ten times: ssj rules list', rules, `${beyond(rules)} (aim 60)`)
}
