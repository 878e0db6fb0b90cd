import { createHash } from 'node:crypto'
import seedrandom from 'seedrandom'
import { matchDepartment } from '../dist/core/draw/match.js'

/** Section 6 alone: drawn targets × seats among inspectors, plain and with all the rules at once. */
export function matching() {
  for (const [visits, people, aim] of [
    [10_000, 200, 1],
    [100_000, 2_000, 10],
  ]) {
    for (const ruled of [false, true]) {
      const department = departmentOf(visits, people, ruled)
      const started = process.hrtime.bigint()
      const { kind } = matchDepartment(department, createHash('sha256').update('bench').digest('hex'))
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      const rules = ruled ? 'leader and 食品 seats, areas, recusals, loads' : 'anyone'
      console.log(
        `matching ${visits} × 2 among ${people} (${rules}): ${kind} in ${seconds.toFixed(2)} s (aim ${aim})`,
      )
    }
  }
}

function departmentOf(visits, people, ruled) {
  const rng = seedrandom('bench')
  const below = n => Math.floor(rng() * n)
  const area = () => (ruled ? `所${below(12)}` : '')
  const name = i => `R${String(i).padStart(6, '0')}`
  return {
    avoidSameArea: ruled,
    visits: Array.from({ length: visits }, (_, i) => ({
      target: `T${i}`,
      area: area(),
      open: ruled ? ['leader', '食品'] : ['', ''],
      sitting: [],
    })),
    pool: Array.from({ length: people }, (_, i) => ({
      department: 'D',
      inspector: name(i),
      tags: ruled ? [...(rng() < 0.25 ? ['leader'] : []), ...(rng() < 0.45 ? ['食品'] : [])] : [],
      area: area(),
      capacity: null,
      load: ruled ? below(31) : 0,
    })),
    recusals: Array.from({ length: ruled ? Math.floor(people * 0.3) : 0 }, () => ({
      inspector: name(below(people)),
      target: `T${below(visits)}`,
    })),
  }
}
