import { adHocCells } from '../../core/freeze/ad-hoc-task.ts'
import type { FreezeReasons } from '../../core/freeze/reasons.ts'
import { nearest } from '../../core/nearest.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal, type UserError } from '../../core/refusal.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { type FieldName, library } from '../../core/registry/libraries/library.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { LaterFieldName } from '../../core/registry/record.ts'
import { numberOfRow } from '../../core/registry/task-id.ts'
import { nextNumber } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { recordOf } from '../../store/registry/registry.ts'
import { tasksKnown } from '../../store/registry/tasks.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { taskNamed } from '../lookup.ts'
import { officeToday, officeYear } from '../office-today.ts'
import { optionName } from '../option-name.ts'
import { readOne } from '../registry/write-one.ts'

const refuse = refusal<FreezeReasons & OptionReasons>()

/** The task fields as options (docs/cli.md): they describe an ad-hoc task (临时任务). */
export interface TaskOptions {
  readonly id?: string
  readonly name?: string
  readonly kind?: string
  readonly lead?: string
  readonly with?: string
  readonly joint?: string
  readonly items?: string
  readonly where?: string
  readonly by?: string
  readonly rate?: string
  readonly count?: string
  readonly rates?: string
  readonly minimum?: string
  readonly rounding?: string
  readonly reserve?: string
  readonly team?: string
  readonly avoidStation?: string
  readonly source?: readonly string[]
  readonly from?: string
  readonly to?: readonly string[]
  readonly excludeDrawn?: string
  readonly balance?: string
  readonly publishList?: string
  readonly method?: string
  readonly cause?: string
  readonly rotate?: string
}

/** Option → field of the plan. */
const FIELDS = {
  id: 'code',
  name: 'name',
  kind: 'kind',
  lead: 'lead',
  with: 'partners',
  joint: 'joint',
  items: 'items',
  where: 'condition',
  by: 'strata',
  rate: 'rate',
  count: 'count',
  rates: 'rates',
  minimum: 'minimum',
  rounding: 'rounding',
  reserve: 'reserve',
  team: 'team',
  avoidStation: 'avoid_station',
  excludeDrawn: 'drawn_before',
  balance: 'balance',
  publishList: 'publish_list',
  method: 'method',
  cause: 'cause',
  rotate: 'rotate',
} as const

const PLAN: Library = library('plan')

/** The row of a task; `adHoc` is true where it is not yet in the registry. */
export interface TaskRow {
  readonly row: RecordCells
  readonly adHoc: boolean
}

/** The row of a task: the plan's, or an ad-hoc one made of the options. */
export function taskRow(desk: Desk, store: Store, task: string | undefined, options: TaskOptions): TaskRow {
  if (task !== undefined) {
    refuseFields(task, options)
    const id = taskNamed(store, desk, task)
    const found = id === null ? null : recordOf(store, PLAN, id)
    if (found !== null) return { row: found.row, adHoc: false }
    const known = tasksKnown(store, false).flatMap(({ id, number }) => [number, id])
    throw refuse('no-such-task', { task, nearest: nearest(task, known) })
  }
  if (options.lead === undefined) throw refuse('missing-option', { option: '--lead' })
  const fields = new Map<FieldName<'plan'> | LaterFieldName<'plan'>, string>()
  for (const [option, name] of Object.entries(FIELDS)) {
    const value = options[option as keyof typeof FIELDS]
    if (value !== undefined) fields.set(name, value)
  }
  if (options.source !== undefined) fields.set('sources', options.source.join(';'))
  const said = { fields, from: options.from, to: options.to?.[0] }
  const texts = adHocCells(said, nextNumber(store, officeYear(desk, store)), officeToday(desk, store))
  const { row } = readOne(desk, store, PLAN, texts, () => null, false, optionFault(desk))
  const standing = recordOf(store, PLAN, idOf(row))
  if (standing?.row.some((value, i) => value !== row[i])) {
    throw refuse('task-id-taken', { task: numberOfRow(row) })
  }
  return { row, adHoc: standing === null }
}

/** What the plan says of a task no option changes. */
export function refuseFields(task: string, options: TaskOptions): void {
  const given = [...Object.keys(FIELDS), 'from', 'to', 'source'].find(
    key => (options[key as keyof TaskOptions] ?? '').length > 0,
  )
  if (given !== undefined) throw refuse('option-needs-ad-hoc-task', { option: optionName(given), task })
}

/** What is wrong with an option of an ad-hoc task, which nobody writes to the plan. */
function optionFault(desk: Desk): (issue: Issue) => UserError {
  return issue => {
    const field = PLAN.fields.find(({ headings }) => headings[0] === issue.heading)?.name
    const option = Object.entries({ ...FIELDS, ...BESIDE }).find(([, name]) => name === field)?.[0]
    return refuse('invalid-task', {
      option: option === undefined ? (issue.heading ?? '') : optionName(option),
      value: issue.value,
      sentence: issueSentence(desk.say, issue),
    })
  }
}

/** Options that are not fields as they stand. */
const BESIDE = { source: 'sources', from: 'period' } as const
