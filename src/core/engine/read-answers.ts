import type { Rest } from '../frame/rest.ts'
import { membersIn } from '../registry/cells/cell-result.ts'
import { writeExtras } from '../registry/columns/extra-fields.ts'
import { library } from '../registry/libraries/library.ts'
import { cellCount, columnOf, idReader, type RecordCells } from '../registry/libraries/record-cells.ts'
import { type Engine, mappedFields } from './engine.ts'
import { KINDS } from './sort-out-sql.ts'

/** Those whom nothing of the past bears on, as an engine tells the groups of them. */
export function readRest(lines: Iterable<string>): Rest {
  const counts = { elsewhere: 0, outside: 0, inForce: 0 }
  const framed: Rest['framed'][number][] = []
  const excluded = new Map<string, Rest['excluded'][number]>()
  for (const line of lines) {
    const [kind, stratum, departments, area, unclaimed, reason, digits, target] = line.split('\t') as Group
    const count = Number(digits)
    if (kind === KINDS.elsewhere) counts.elsewhere += count
    else if (kind === KINDS.outside) counts.outside += count
    else if (kind === KINDS.framed) {
      counts.inForce += count
      framed.push({
        stratum,
        target,
        departments: membersIn(departments),
        area,
        count,
        unclaimed: unclaimed === '1',
      })
    } else {
      if (kind !== KINDS.gone) counts.inForce += count
      const same = excluded.get(reason)
      const first = same === undefined || target < same.target ? target : same.target
      excluded.set(reason, { target: first, reason, count: count + (same?.count ?? 0) })
    }
  }
  return { ...counts, framed, excluded: [...excluded.values()] }
}

type Group = [
  kind: string,
  stratum: string,
  departments: string,
  area: string,
  unclaimed: string,
  reason: string,
  count: string,
  target: string,
]

/** A target as an engine tells its fields, as a record of the registry. */
export function recordReader(engine: Engine): (cells: string) => RecordCells {
  const targets = library('targets')
  const { fields, extras } = mappedFields(engine)
  const places = fields.map(field => columnOf(targets, field as never))
  const idOf = idReader(targets)
  const last = cellCount(targets) - 1
  return text => {
    const values = text.split('\t')
    const cells: RecordCells = Array.from({ length: cellCount(targets) }, () => '')
    for (const [i, place] of places.entries()) cells[place] = values[i] ?? ''
    cells[last] = writeExtras(
      Object.fromEntries(extras.map((heading, i) => [heading, values[fields.length + i] ?? ''])),
    )
    cells[0] = idOf(cells)
    return cells
  }
}
