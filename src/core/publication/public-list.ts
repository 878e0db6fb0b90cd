import type { AssignmentRow, SelectionRow } from '../draw/folder.ts'
import { type DataTable, type Document, listDocument, titleOf } from './document.ts'
import { type DrawFacts, itemNames } from './draw-facts.ts'
import type { Values } from './list-fields.ts'
import { maskName, maskText } from './mask.ts'
import { grouped, type InspectorFacts, type InspectorsById, leaderFirst, type TargetsById } from './people.ts'

/** 公示名单, row by row: who will be inspected, on what, by which departments. Names are masked by the one rule. */
export function drawnValues(
  facts: DrawFacts,
  selection: readonly Pick<SelectionRow, 'target' | 'status' | 'stratum'>[],
  target: TargetsById,
): Values[] {
  const { task, number, lead } = facts
  return drawnOnly(selection).map(row => {
    const { code, name, authority, type, station, departments } = target(row.target)
    return {
      code,
      name: PERSON.test(type) ? maskName(name) : maskText(name),
      authority: maskText(authority),
      type,
      station: maskText(station),
      stratum: row.stratum,
      items: itemNames(facts.items),
      departments: departments.join('、'),
      task: task.id,
      task_name: task.name,
      kind: task.kind,
      draw: number,
      period: `${task.from}~${task.to}`,
      lead,
    }
  })
}

/** Types of target that are natural persons. */
const PERSON = /^(?:自然人|个人|从业人员)$/

function drawnOnly<Row extends Pick<SelectionRow, 'status'>>(selection: readonly Row[]): Row[] {
  return selection.filter(({ status }) => status === 'drawn')
}

/** How much a public list tells of the officers. */
export type Officers = 'none' | 'unit' | 'masked' | 'full'

/** Columns of the officers for a list, one row for each drawn target, in the list's order. */
export function officerColumns(
  officers: Officers,
  selection: readonly Pick<SelectionRow, 'target' | 'status'>[],
  assignment: readonly AssignmentRow[],
  inspector: InspectorsById,
): DataTable {
  const seats = grouped(assignment, ({ target }) => target)
  const rows = drawnOnly(selection).map(({ target }) => leaderFirst(seats.get(target) ?? [], inspector))
  const each = (value: (person: InspectorFacts) => string) =>
    rows.map(people => [...new Set(people.map(value).filter(text => text !== ''))].join('、'))
  const columns: readonly (readonly [string, readonly string[]])[] = {
    none: [],
    unit: [['检查人员单位', each(({ department, station }) => `${department}${station}`)] as const],
    masked: [['检查人员', rows.map(people => people.map(({ name }) => maskName(name)).join('、'))] as const],
    full: [
      ['检查人员', rows.map(people => people.map(({ name }) => name).join('、'))] as const,
      ['执法证号', rows.map(people => people.map(({ certificate }) => certificate).join('、'))] as const,
    ],
  }[officers]
  return {
    headings: columns.map(([heading]) => heading),
    rows: rows.map((_, i) => columns.map(([, cells]) => cells[i]!)),
  }
}

/** Two tables with the same rows, side by side. */
export function beside(left: DataTable, right: DataTable): DataTable {
  return {
    headings: [...left.headings, ...right.headings],
    rows: left.rows.map((row, i) => [...row, ...right.rows[i]!]),
  }
}

/** 公示名单 as a document. */
export function publicList({ task, number }: DrawFacts, data: DataTable): Document {
  return listDocument('公示名单', titleOf(task.name, '抽查名单'), `抽取编号：${number}`, data)
}
