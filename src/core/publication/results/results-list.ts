import { groupBy } from '../../tally.ts'
import type { DataTable } from '../document.ts'
import { type Document, listDocument } from '../document.ts'
import { type Layout, tableIn } from '../lists/layout.ts'
import type { Values } from '../lists/list-fields.ts'
import type { PublicResult } from './public-result.ts'

/** 检查结果公示: what was found, under the headings of a layout; those of the platforms have a line for each firm and department. */
export function resultsList(layout: Layout, results: readonly PublicResult[], office: string): Document {
  const found = results.filter(({ found, isCase }) => found !== null && !isCase)
  const perItem = layout.columns.some(({ field }) => field === 'item')
  const values = perItem ? found.map(one => valuesOf([one])) : byVisit(found).map(valuesOf)
  const data: DataTable = tableIn(layout, values)
  return { ...listDocument('检查结果公示', '“双随机、一公开”抽查检查结果公示', office, data), notice: true }
}

const CASE_HEADINGS = [
  ...['序号', '个案编号', '检查原因', '检查机关', '检查对象名称', '统一社会信用代码/注册号'],
  ...['检查日期', '检查事项', '检查结果', '公示日期', '备注'],
]

/** 个案检查结果公示: what was found on visits that were not drawn, a line for each item; null where there is none. */
export function caseList(results: readonly PublicResult[], office: string): Document | null {
  const rows = results.flatMap(({ isCase, found, draw, taskName, department, name, code, item }) =>
    isCase && found !== null
      ? [
          [
            ...[draw, taskName, department, name, code, found.inspected, item],
            ...[found.text, found.published, found.remark],
          ],
        ]
      : [],
  )
  if (rows.length === 0) return null
  const data = { headings: CASE_HEADINGS, rows: rows.map((row, i) => [String(i + 1), ...row]) }
  return { ...listDocument('个案检查结果公示', '个案检查结果公示', office, data), notice: true }
}

function byVisit(results: readonly PublicResult[]): PublicResult[][] {
  return [...groupBy(results, ({ draw, code, department }) => `${draw} ${code} ${department}`).values()]
}

function valuesOf(visit: readonly PublicResult[]): Values {
  const [{ draw, task, taskName, kind, department, name, code, authority }] = visit as [PublicResult]
  const days = visit.map(({ found }) => found!.inspected).sort()
  const several = visit.length > 1
  const text = visit.map(({ item, found }) => (several && item !== '' ? `${item}：` : '') + found!.text)
  return {
    draw,
    task,
    task_name: taskName,
    kind,
    department,
    name,
    code,
    authority,
    item: visit[0]!.item,
    inspected: days.at(-1)!,
    result: [...new Set(text)].join('；'),
    codes: [...new Set(visit.flatMap(({ found }) => found!.outcomes))].join(';'),
    published: visit
      .map(({ found }) => found!.published)
      .sort()
      .at(-1)!,
    remark: [...new Set(visit.flatMap(({ found }) => found!.remark || []))].join('；'),
  }
}
