import { sortByBytes } from '../../bytes.ts'
import type { CommonVisit } from '../../visits/common-visits.ts'
import { type Document, listDocument } from '../document.ts'
import type { InspectorFacts, TargetFacts } from '../people.ts'

/** A common visit with what its departments check. */
export interface ListedVisit extends CommonVisit {
  readonly items: readonly { readonly department: string; readonly items: readonly string[] }[]
}

/** 合并检查: one line for each target, department and what it checks; who goes only in the archive (`inspector`). */
export function commonVisitTable(
  visits: readonly ListedVisit[],
  target: (id: string) => TargetFacts,
  departmentName: (code: string) => string,
  itemName: (code: string) => string,
  inspector: ((id: string) => InspectorFacts) | null,
): Document {
  const rows = visits.flatMap(visit => {
    const departments = sortByBytes([...new Set(visit.team.map(({ department }) => department))])
    return departments.map(department => {
      const items = visit.items.filter(row => row.department === department).flatMap(row => row.items)
      const people = visit.team.filter(row => row.department === department).map(row => row.inspector)
      return [
        ...[visit.target, target(visit.target).name, visit.host, visit.guest, departmentName(department)],
        [...new Set(items)].map(itemName).join('、'),
        ...(inspector === null ? [] : [people.map(id => inspector(id).name).join('、')]),
      ]
    })
  })
  return listDocument('合并检查', '合并检查', '', {
    headings: [
      ...['序号', '统一社会信用代码/注册号', '名称', '抽取编号', '并入的抽取编号', '检查部门', '抽查事项'],
      ...(inspector === null ? [] : ['检查人员']),
    ],
    rows: rows.map((row, i) => [String(i + 1), ...row]),
  })
}
