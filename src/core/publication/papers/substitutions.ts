import type { SubstitutionRow } from '../../draw/folder/tables.ts'
import { labelOf, reasonOfCell } from '../../draw/substitution/substitution-cause.ts'
import { officeDay } from '../../office-time.ts'
import type { OfficialsShown } from '../../rules/rules.ts'
import { type Document, listDocument } from '../document.ts'
import { officialShown } from '../official.ts'
import type { InspectorFacts, Listed, TargetFacts } from '../people.ts'
import { maskText } from '../private-data.ts'

/** The lines of `substitutions.csv` that name no inspector: what the public is shown. */
export function publicChanges(changes: readonly SubstitutionRow[]): readonly SubstitutionRow[] {
  return changes.filter(({ kind }) => kind === 'target')
}

/** The same, saying no more of people than the public may read. */
export function changesShown(
  changes: readonly SubstitutionRow[],
  officials: OfficialsShown,
): readonly SubstitutionRow[] {
  return publicChanges(changes).map(row => ({
    ...row,
    reason: maskText(row.reason),
    approver: officialShown(row.approver, officials),
  }))
}

/** Who will be inspected after these changes: the rows of the selection that stand, each with whom it came in for. */
export function listedAfter(
  standing: readonly Omit<Listed, 'instead'>[],
  changes: readonly SubstitutionRow[],
): Listed[] {
  const called = new Map(publicChanges(changes).map(({ in: came, out }) => [came, out]))
  return standing.map(({ target, stratum }) => ({ target, stratum, instead: called.get(target) ?? null }))
}

/** 检查对象替换情况: who fell out, why, and who came in, on which day by the clock of the office. */
export function targetChanges(
  changes: readonly SubstitutionRow[],
  offset: string,
  target: (id: string) => TargetFacts,
): Document {
  return listDocument('检查对象替换情况', '检查对象替换情况', '', {
    headings: [
      ...['序号', '退出对象代码', '退出对象名称', '退出原因', '递补对象代码', '递补对象名称', '替换日期'],
    ],
    rows: publicChanges(changes).map((row, i) => [
      ...[String(i + 1), row.out, target(row.out).name, reasonLabel(row.reason)],
      ...(row.in === '' ? ['', '无替补'] : [row.in, target(row.in).name]),
      officeDay(row.at, offset),
    ]),
  })
}

/** 检查人员替换情况, for the archive: it names people. */
export function inspectorChanges(
  changes: readonly SubstitutionRow[],
  offset: string,
  target: (id: string) => TargetFacts,
  inspector: (id: string) => InspectorFacts,
): Document {
  const replaced = changes.filter(({ kind, out }) => kind === 'inspector' && out !== '')
  return listDocument('检查人员替换情况', '检查人员替换情况', '', {
    headings: [
      ...['序号', '统一社会信用代码/注册号', '名称', '检查部门', '退出人员', '退出原因', '接替人员'],
      ...['批准人', '替换日期'],
    ],
    rows: replaced.map((row, i) => [
      ...[String(i + 1), row.target, target(row.target).name, inspector(row.in || row.out).department],
      ...[inspector(row.out).name, reasonLabel(row.reason)],
      row.in === '' ? '无人接替，席位空缺' : inspector(row.in).name,
      ...[row.approver, officeDay(row.at, offset)],
    ]),
  })
}

/** A reason as a list has it. */
export function reasonLabel(cell: string): string {
  const { code, text } = reasonOfCell(cell)
  if (text === '') return labelOf(code)
  return code === 'other' ? text : `${labelOf(code)}：${text}`
}
