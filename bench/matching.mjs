/** Matching of large draws in one department (docs/draw.md, section 6). */
import seedrandom from 'seedrandom'
import { matchDepartment } from '../dist/core/draw/match.js'
import { TIMES, tell } from './measure.mjs'

const AREAS = 12
const ALL = { tags: true, areas: true, recusals: true, loads: true }
const RULES = [
  ['anyone', {}],
  ['tags', { tags: true }],
  ['tags, areas, recusals, loads', ALL],
  ['the same, capacities bind', { ...ALL, capacity: 'binds' }],
  ['the same, 2 % of places lacking', { ...ALL, capacity: 'lacks' }],
]

export function benchMatching(visits, people, aim) {
  for (const [name, rules] of RULES) {
    const department = departmentOf(visits, people, rules)
    const seconds = Array.from({ length: TIMES }, (_, k) => {
      const start = performance.now()
      const { kind } = matchDepartment(department, `${k}`.padStart(64, '0'))
      if ((kind === 'infeasible') !== (rules.capacity === 'lacks'))
        throw new Error(`the bench is ${kind}: ${name}`)
      return (performance.now() - start) / 1000
    })
    tell(
      `${visits} × 2 among ${people}: ${name}`,
      { seconds: Math.min(...seconds) },
      `worst ${Math.max(...seconds).toFixed(2)} s (aim ${aim} s)`,
    )
  }
}

/** A department of so many visits and people where 2 % of the places lack. */
export const lackingDepartment = (visits, people) =>
  departmentOf(visits, people, { ...ALL, capacity: 'lacks' })

function departmentOf(visits, people, { tags, areas, recusals, loads, capacity }) {
  const rng = seedrandom(`matching ${visits} ${people}`)
  const below = n => Math.floor(rng() * n)
  const area = () => `所${below(AREAS)}`
  const pool = Array.from({ length: people }, (_, p) => ({
    department: 'D',
    inspector: `R${String(p).padStart(5, '0')}`,
    tags: [...(rng() < 0.3 ? ['leader'] : []), ...(rng() < 0.45 ? ['食品'] : [])],
    area: area(),
    load: loads ? below(31) : 0,
  }))
  const able = pool.filter(person => !tags || person.tags.length > 0)
  const even = (2 * visits + able.reduce((sum, { load }) => sum + load, 0)) / able.length
  const capacityOf = {
    binds: p => (p % 3 === 0 ? Math.floor(even * 0.8) : null),
    lacks: () => Math.floor(even * 0.98),
  }
  return {
    visits: Array.from({ length: visits }, (_, t) => ({
      target: `T${t}`,
      area: area(),
      open: tags ? ['leader', '食品'] : ['', ''],
      sitting: [],
    })),
    pool: pool.map((person, p) => ({ ...person, capacity: capacityOf[capacity]?.(p) ?? null })),
    recusals: recusals
      ? Array.from({ length: people * 0.3 }, () => ({
          inspector: `R${String(below(people)).padStart(5, '0')}`,
          target: `T${below(visits)}`,
        }))
      : [],
    avoidSameArea: areas === true,
  }
}
