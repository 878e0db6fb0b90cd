import type { AssignmentRow } from '../../draw/folder/rows.ts'
import { groupBy } from '../../tally.ts'
import { chineseDayOf } from '../chinese-time.ts'
import { type DataTable, type Document, listDocument, titleOf } from '../document.ts'
import { type DrawFacts, itemNames } from '../draw-facts.ts'
import { maskName } from '../mask.ts'
import {
  type InspectorFacts,
  type InspectorsById,
  type Listed,
  leaderFirst,
  type TargetsById,
} from '../people.ts'
import { maskText } from '../private-data.ts'
import { stratumNamed } from '../stratum-name.ts'
import { type Layout, tableIn } from './layout.ts'
import type { Values } from './list-fields.ts'

/** 公示名单, row by row: who will be inspected, on what, by which departments; facts and targets as the public reads them. */
export function drawnValues(facts: DrawFacts, listed: readonly Listed[], target: TargetsById): Values[] {
  const { task, number, lead } = facts
  const { committed, weak } = facts.circumstances
  const seed = [
    ...(committed === 'at-once' ? ['冻结与抽取同时进行'] : []),
    ...(weak === null ? [] : ['弱种子']),
  ]
  return listed.map(row => {
    const { code, name, authority, type, station, departments, answered } = target(row.target)
    return {
      code,
      name,
      authority,
      responsible: answered?.firm?.name ?? '',
      type,
      station,
      stratum: stratumNamed(row.stratum),
      items: itemNames(facts.items),
      departments: departments.join('、'),
      task: task.id,
      task_name: task.name,
      kind: task.kind,
      draw: number,
      period: `${task.from}~${task.to}`,
      lead,
      remark: [...seed, ...(row.instead === null ? [] : [`递补，替换 ${row.instead}`])].join('；'),
    }
  })
}

/** How much a public list tells of the officers. */
export type Officers = 'none' | 'unit' | 'masked' | 'full'

/**
 * The rows of a list, with columns that no layout may hide where they say something: 责任单位 of what is no firm, and 备注
 * of a target that came in for another, or of a draw that was frozen and drawn at once or whose seed is weak.
 */
export function drawnTable(layout: Layout, values: readonly Values[]): DataTable {
  const told = new Set(layout.columns.map(({ field }) => field))
  const further = [
    { heading: '责任单位', field: 'responsible' },
    { heading: '备注', field: 'remark' },
  ].filter(({ field }) => !told.has(field) && values.some(value => value[field] !== ''))
  const said = new Map(further.map(column => [column.heading, column]))
  // Where a layout leaves a column of the name open, it is filled.
  const columns = layout.columns.map(column => said.get(column.heading) ?? column)
  const added = further.filter(column => !columns.includes(column))
  return tableIn({ ...layout, columns: [...columns, ...added] }, values)
}

/** Columns of the officers for a list, one row for each target, in the list's order; a certificate that is an identity number is masked. */
export function officerColumns(
  officers: Officers,
  listed: readonly Listed[],
  assignment: readonly AssignmentRow[],
  inspector: InspectorsById,
): DataTable {
  const seats = groupBy(assignment, ({ target }) => target)
  const rows = listed.map(({ target }) => leaderFirst(seats.get(target) ?? [], inspector))
  const each = (value: (person: InspectorFacts) => string) =>
    rows.map(people => [...new Set(people.map(value).filter(text => text !== ''))].join('、'))
  const columns: readonly (readonly [string, readonly string[]])[] = {
    none: [],
    unit: [['检查人员单位', each(({ department, station }) => maskText(`${department}${station}`))] as const],
    masked: [['检查人员', rows.map(people => people.map(({ name }) => maskName(name)).join('、'))] as const],
    full: [
      ['检查人员', rows.map(people => people.map(({ name }) => maskText(name)).join('、'))] as const,
      [
        '执法证号',
        rows.map(people =>
          people.some(({ certificate }) => certificate !== '')
            ? people.map(({ certificate }) => maskText(certificate)).join('、')
            : '',
        ),
      ] as const,
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

/** 公示名单 as a document, signed as of the day of the draw. */
export function publicList(facts: DrawFacts, data: DataTable): Document {
  const { task, number, void: voided, lead, drawn, offset } = facts
  const subtitle = `抽取编号：${number}${voided === null ? '' : '　本次抽取已作废'}`
  const list = listDocument('公示名单', titleOf(task.name, '抽查名单'), subtitle, data)
  return {
    ...list,
    blocks: [...list.blocks, { kind: 'signature', lines: [lead, chineseDayOf(drawn.at, offset)] }],
  }
}
