import type { Readable } from 'node:stream'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { RuleWish } from '../../core/rules/change.ts'
import { type PlainRow, plainRows } from '../../files/reading/plain-rows.ts'
import type { Desk } from '../../terminal/desk.ts'
import { changeRules } from './change-rules.ts'

const refuse = refusal<FileReasons>()

const HEADINGS: Readonly<Record<'name' | 'value' | 'reason', readonly string[]>> = {
  name: ['规则', 'rule', 'name', '规则名称'],
  value: ['值', 'value', '取值'],
  reason: ['理由', 'reason', '原因'],
}

/** rules import — sets the rules of a file, all or none; `--reason` is the reason of lines that have none. */
export async function importRules(
  desk: Desk,
  path: string,
  options: { readonly reason?: string },
): Promise<number> {
  const rows = await plainRows(desk.path(path), { stdin: desk.world.stdin as Readable })
  return changeRules(desk, 'rules import', wishesOf(path, rows, options.reason ?? ''))
}

function wishesOf(path: string, rows: readonly PlainRow[], reason: string): RuleWish[] {
  const [head, ...lines] = rows
  const places = Object.fromEntries(
    Object.entries(HEADINGS).map(([field, names]) => [
      field,
      head?.cells.findIndex(cell => names.includes(cell.trim())) ?? -1,
    ]),
  ) as Record<keyof typeof HEADINGS, number>
  if (places.name < 0 || places.value < 0)
    throw refuse('missing-headings', { path, expected: [HEADINGS.name[0]!, HEADINGS.value[0]!] })
  const headings = { name: head!.cells[places.name]!.trim(), value: head!.cells[places.value]!.trim() }
  return lines.map(({ row, cells }) => ({
    name: cells[places.name] ?? '',
    value: cells[places.value] ?? '',
    reason: cells[places.reason]?.trim() || reason,
    place: { file: path, row, headings },
  }))
}
