/**
 * Twelve million targets from the file on: import, freeze, run, export of both profiles as folder and zip, verify, replay, and what
 * reads the whole registry; of each the seconds and the peak of memory. BENCH_NATION (12000000) changes the size, BENCH_RATE (0.4%)
 * how many are drawn. Needs some 20 GB beside `bench/data`.
 */
import { rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DATA, departmentsFile, fresh, inspectorsFile, ssj, targetsFile, tell, timed } from './measure.mjs'

/** The aim of every command, whatever the size of the registry. */
const MOST_MB = 300

/** Of the year that it is: nothing is frozen whose period is over. */
const year = new Date().getFullYear()
const ITEMS = fileURLToPath(new URL('../fixtures/district/items.csv', import.meta.url))

export async function benchNation(rows) {
  const file = await targetsFile(rows)
  const db = fresh('nation.db')
  timed(ssj(db, 'init'))
  timed(ssj(db, 'import', 'departments', await departmentsFile()))
  timed(ssj(db, 'import', 'items', ITEMS))
  timed(ssj(db, 'import', 'inspectors', await inspectorsFile()))
  const step = (what, ...args) => {
    const measured = timed(ssj(db, ...args))
    tell(what, measured, measured.mb > MOST_MB ? `over ${MOST_MB} MB` : '')
  }
  const out = name => {
    const path = `${DATA}/nation-${name}`
    rmSync(path, { recursive: true, force: true })
    return path
  }
  step(`import of ${rows} targets`, 'import', 'targets', file)
  console.log(`  the database: ${Math.round(statSync(db).size / 1e6)} MB`)
  const task =
    `--id N --name nation --lead LS-SCJG --items SP-03 --rate ${process.env.BENCH_RATE ?? '0.4%'} --by 信用风险等级 --team 2 --from ${year}-01-01 --to ${year}-12-31`.split(
      ' ',
    )
  step('draw freeze', 'draw', 'freeze', ...task, '--source', '骰子/30')
  step('draw run', 'draw', 'run', 'N', '--seed', `骰子=${'1'.repeat(30)}`)
  const [folder, zip, archive] = [out('public'), out('public.zip'), out('archive.zip')]
  step('export, public folder', 'export', '1', '--to', folder)
  step('export, public zip', 'export', '1', '--to', zip, '--zip')
  step('export, archive as zip', 'export', '1', '--to', archive, '--zip', '--profile', 'archive')
  step('verify the folder', 'verify', folder)
  step('verify the archive', 'verify', archive)
  step('draw replay', 'draw', 'replay', '1')
  step('draw simulate, 20 times', 'draw', 'simulate', ...task.slice(2), '--id', 'M', '--runs', '20')
  step('plan check', 'plan', 'check')
  step('log --verify', 'log', '--verify')
  for (const path of [folder, zip, archive, db]) rmSync(path, { recursive: true, force: true })
}
