/**
 * `npm run bench [table|import|draw|certify|matching|memory|results|engines|nation]…`: what docs/performance.md reports. Needs `npm run build` and the
 * sqlite3 shell. BENCH_ROWS (1000000), BENCH_TIMES (3), BENCH_RESULTS (100000) and BENCH_MEMORY (100000,1000000,3000000) change the sizes. Without names all run but
 * `table`, which has of each what an aim is set for, and `engines` and `nation`, which take hours.
 */
import { benchCertify } from './certify.mjs'
import { benchDraw } from './draw.mjs'
import { benchEngines } from './engines.mjs'
import { benchImport, benchMemory } from './import.mjs'
import { benchMatching } from './matching.mjs'
import { tellMachine } from './measure.mjs'
import { benchNation } from './nation.mjs'
import { benchResults } from './results.mjs'
import { benchTable } from './table.mjs'

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000)
const sizes = (process.env.BENCH_MEMORY ?? '100000,1000000,3000000').split(',').map(Number)
const BENCHES = {
  matching: () => {
    benchMatching(10_000, 200, 1)
    benchMatching(100_000, 2_000, 10)
  },
  import: () => benchImport(rows),
  draw: () => benchDraw(rows),
  certify: () => benchCertify(rows),
  memory: () => benchMemory(sizes),
  results: () => benchResults(Number(process.env.BENCH_RESULTS ?? 100_000)),
  table: () => benchTable(rows),
  engines: () => benchEngines(rows),
  nation: () => benchNation(Number(process.env.BENCH_NATION ?? 12_000_000)),
}

/** Only by name. */
const LONG = new Set(['table', 'engines', 'nation'])

const wanted = process.argv.slice(2)
const unknown = wanted.find(name => !(name in BENCHES))
if (unknown !== undefined) {
  console.error(`bench: there is no “${unknown}”, only ${Object.keys(BENCHES).join(', ')}`)
  process.exit(1)
}
tellMachine()
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : LONG.has(name)) continue
  console.log(`\n${name}`)
  await bench()
}
