import { lineWriter } from '../draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../draw/folder/tables.ts'
import type { Difference } from '../draw/verify/difference.ts'
import type { FrameInput } from '../frame/preview.ts'
import type { Rest } from '../frame/rest.ts'
import { sorterWithoutPast } from '../frame/sorter-without-past.ts'
import type { SettledTask } from '../freeze/fix.ts'
import type { TargetId } from '../ids.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { frameCells } from './frame-cells.ts'

/** What a snapshot comes to when it is sorted out again here: the input of a freeze, and what its lists then should say. */
export interface SortedAgain {
  readonly asked: readonly RecordCells[]
  readonly rest: Rest
  /** The first row of the lists that is not what the settled task has. */
  readonly difference: (settled: SettledTask) => Difference | null
}

/**
 * Sorts the rows of a snapshot out once more, each from what its registry said of it then: as `frame/frame.ts` does, and not as an engine
 * does. Rows that are alike are held as one, but for those of `isAsked`, whom something of the past may bear on.
 */
export function sortAgain(
  input: Pick<FrameInput, 'task' | 'rules' | 'items'>,
  isAsked: (record: RecordCells) => boolean,
) {
  const sort = sorterWithoutPast(input)
  const cellsOf = frameCells(input.task, input.rules)
  const asked: { readonly cells: RecordCells; readonly row: ListedRow }[] = []
  const groups = new Map<string, Group>()
  return {
    add(record: RecordCells, row: ListedRow): void {
      const cells = cellsOf(record)
      if (isAsked(record)) {
        asked.push({ cells, row })
        return
      }
      const sorted = sort(cells)
      const departments = sorted.kind === 'framed' ? sorted.row.departments.join(';') : ''
      const outcome =
        sorted.kind === 'framed'
          ? [sorted.row.stratum, departments, sorted.row.area, cells[DEPARTMENTS]]
          : [sorted.kind === 'excluded' ? sorted.reason : '']
      const key = JSON.stringify([row.file, row.before, row.after, sorted.kind, ...outcome])
      const group = groups.get(key)
      if (group === undefined)
        groups.set(key, { sorted, row, unclaimed: cells[DEPARTMENTS] === '', count: 1 })
      else {
        group.count++
        if (row.target < group.row.target) group.row = row
      }
    },
    end(): SortedAgain {
      const listed = [...asked.map(({ row }) => row), ...[...groups.values()].map(({ row }) => row)]
      return {
        asked: asked.map(({ cells }) => cells),
        rest: restOf([...groups.values()]),
        difference: settled => differenceIn(listed, settled),
      }
    },
  }
}

/** A row of a list: its line is `before`, the target, and `after`. */
export interface ListedRow {
  readonly file: string
  readonly before: string
  readonly target: TargetId
  readonly after: string
}

interface Group {
  readonly sorted: ReturnType<ReturnType<typeof sorterWithoutPast>>
  row: ListedRow
  readonly unclaimed: boolean
  count: number
}

const DEPARTMENTS = 1

function restOf(groups: readonly Group[]): Rest {
  const counts = { elsewhere: 0, outside: 0, inForce: 0 }
  const framed: Rest['framed'][number][] = []
  const excluded: Rest['excluded'][number][] = []
  for (const { sorted, row, unclaimed, count } of groups) {
    const { target } = row
    if (sorted.kind === 'elsewhere' || sorted.kind === 'outside') counts[sorted.kind] += count
    else if (sorted.kind === 'excluded') {
      if (sorted.inForce) counts.inForce += count
      excluded.push({ target, reason: sorted.reason, count })
    } else {
      counts.inForce += count
      framed.push({ ...sorted.row, target, count, unclaimed })
    }
  }
  return { ...counts, framed, excluded }
}

function differenceIn(listed: readonly ListedRow[], { parts }: SettledTask): Difference | null {
  const [frameLine, exclusionLine] = [lineWriter(FRAME), lineWriter(EXCLUSIONS)]
  const places = new Map<TargetId, readonly [file: string, line: string]>()
  for (const row of parts.frame) places.set(row.target, [FRAME.file, frameLine(row).trimEnd()])
  for (const row of parts.exclusions) places.set(row.target, [EXCLUSIONS.file, exclusionLine(row).trimEnd()])
  for (const { file, before, target, after } of listed) {
    const found = `${before}${target}${after}`
    const [in_ = '', expected = ''] = places.get(target) ?? []
    if (in_ !== file || expected !== found)
      return {
        file,
        check: 'line',
        expected: in_ === file || in_ === '' ? expected : `${in_} ${expected}`,
        found,
      }
  }
  return null
}

/** The row that a line of `frame.csv` or `exclusions.csv` is. */
export function listedRow(file: typeof FRAME.file | typeof EXCLUSIONS.file, line: string): ListedRow {
  const start = file === FRAME.file ? line.indexOf(',') + 1 : 0
  const end = line.indexOf(',', start)
  return { file, before: line.slice(0, start), target: line.slice(start, end), after: line.slice(end) }
}
