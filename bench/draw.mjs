/** Freeze and run of a share of a large registry, against the sqlite3 shell ordering the same rows by a stored number. */
import { copyFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { commitmentDigest } from '../dist/core/draw/commitment/commitment.js'
import { POOL, RECUSALS } from '../dist/core/draw/folder/tables.js'
import { drawKeyOf, matchKeyOf, parseSeedLines, selectKeyOf } from '../dist/core/draw/seed/seed.js'
import { select } from '../dist/core/draw/selection.js'
import { matchTeams } from '../dist/core/draw/teams.js'
import { filesOf } from '../dist/store/draws/draw-files.js'
import { drawsIn } from '../dist/store/draws/draws.js'
import { openStore } from '../dist/store/open.js'
import { commitmentIn, frameIn, rowsOf } from '../dist/store/views/kept-files.js'
import {
  departmentsFile,
  fresh,
  inspectorsFile,
  inTurns,
  ratio,
  SHELL,
  ssj,
  targetsFile,
  tell,
  timed,
} from './measure.mjs'

/** Of the year that it is: nothing is frozen whose period is over. */
const year = new Date().getFullYear()
export const TASK =
  `--id BENCH --name bench --lead LS-SCJG --items SP-03 --rate 5% --team 2 --from ${year}-01-01 --to ${year}-12-31`.split(
    ' ',
  )
export const ORDERED = {
  '5 % of the ids': rows => `select id from target order by r limit ${rows / 20};`,
  'all ids': () => 'select id from target order by r;',
  'all rows': () => 'select * from target order by r;',
}

/** A registry of so many targets, and the same with a number by which all of them can be ordered. */
export async function registryOf(rows) {
  const full = fresh('full.db')
  timed(ssj(full, 'init'))
  timed(ssj(full, 'import', 'departments', await departmentsFile()))
  timed(
    ssj(full, 'import', 'items', fileURLToPath(new URL('../fixtures/district/items.csv', import.meta.url))),
  )
  timed(ssj(full, 'import', 'inspectors', await inspectorsFile()))
  timed(ssj(full, 'import', 'targets', await targetsFile(rows)))
  const stored = fresh('ordered.db')
  copyFileSync(full, stored)
  timed([SHELL, stored], {
    input: 'alter table target add column r integer; update target set r = random() where until is null;',
  })
  return { full, stored }
}

export async function benchDraw(rows) {
  const { full, stored } = await registryOf(rows)
  const orders = Object.values(ORDERED).map(sql => () => timed([SHELL, stored, sql(rows)]))
  const db = fresh('draw.db')
  const again =
    (from, ...args) =>
    () => {
      copyFileSync(from, fresh('draw.db'))
      return timed(ssj(db, 'draw', ...args))
    }
  const records = () => {
    copyFileSync(full, fresh('draw.db'))
    return timed(ssj(db, 'draw', 'run', ...TASK, '--seed', '1'), { env: { SSJ_ROWS: 'records' } })
  }
  const [few, ids, all, plain, both] = inTurns([
    ...orders,
    records,
    again(full, 'run', ...TASK, '--seed', '1'),
  ])
  const peers = [few, ids, all]
  for (const [k, what] of Object.keys(ORDERED).entries())
    tell(`sqlite3 select, order by a number: ${what}`, peers[k])
  tell(
    `ssj draw run (freeze and run), 5 % of ${rows}`,
    both,
    `${peers.map(peer => ratio(both, peer)).join(', ')} (aims 4× the ids, 0.8× all rows)`,
  )
  tell('  the same, a record for each row', plain, ratio(plain, both))

  const drawn = fresh('drawn.db')
  copyFileSync(db, drawn)
  const frozen = fresh('frozen.db')
  const [freeze] = inTurns([again(full, 'freeze', ...TASK, '--source', '骰子/30')])
  copyFileSync(db, frozen)
  const [run] = inTurns([again(frozen, 'run', 'BENCH', '--seed', `骰子=${'1'.repeat(30)}`)])
  tell('  ssj draw freeze alone', freeze)
  tell('  ssj draw run of what is frozen', run)
  for (const [step, seconds] of steps(drawn)) tell(`  ${step}`, { seconds })
}

/** The steps of a run in this process, on what was frozen. */
function steps(db) {
  const store = openStore({ written: db, full: db }, 10_000)
  const found = []
  const step = (name, work) => {
    const start = performance.now()
    const result = work()
    found.push([name, (performance.now() - start) / 1000])
    return result
  }
  const files = step('frozen files out of the database', () => filesOf(store, drawsIn(store)[0].number))
  const fixed = step('frozen files into rows', () => ({
    commitment: commitmentIn(files),
    frame: frameIn(files),
    pool: rowsOf(POOL, files),
    recusals: rowsOf(RECUSALS, files),
  }))
  const { commitment, frame, pool, recusals } = fixed
  const { teams, avoidSameArea, strata } = commitment
  const { seed } = parseSeedLines(['seed'], ['seed=1'])
  const drawKey = drawKeyOf('ssj-draw/1', commitmentDigest(commitment), seed)
  const selection = step('tickets and selection', () => select(frame, strata, selectKeyOf(drawKey)))
  step('matching', () =>
    matchTeams({ frame, pool, recusals, teams, avoidSameArea }, selection, department =>
      matchKeyOf(drawKey, department),
    ),
  )
  return found
}
