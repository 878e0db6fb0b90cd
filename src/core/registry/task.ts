import { sortByBytes } from '../bytes.ts'
import type { Day } from '../dates.ts'
import type { Team } from '../draw/folder/rows.ts'
import type { DepartmentCode } from '../ids.ts'
import { membersOf } from './cells/cell-result.ts'
import { type Clause, clausesOf, strataFields } from './cells/condition.ts'
import { spansOf } from './cells/period.ts'
import { ratesOf } from './cells/rates.ts'
import { DEFAULT_SOURCE, sourcesOf } from './cells/sources.ts'
import { teamsOf } from './cells/team.ts'
import { type Window, windowOf } from './cells/window.ts'
import { NO, YES } from './cells/words.ts'
import type { RecordCells } from './libraries/record-cells.ts'
import { asRecord, type ValueOf } from './record.ts'

/** 定向, 不定向 or 专项. */
export type TaskKind = Exclude<ValueOf<'plan', 'kind'>, ''>

/** A task as the draw needs it: one line of the plan, or an ad-hoc one, with everything left out filled in. */
export interface Task {
  /** `2026/P01`: its year and its number. Of a task that a program before that froze, the number alone. */
  readonly id: string
  /** 任务编号, as the office writes it: what is announced and published. */
  readonly number: string
  readonly name: string
  /** One that does not say is 不定向. */
  readonly kind: TaskKind
  /** How it is inspected (检查方式); none: not said. */
  readonly methods: readonly string[]
  /** What a 专项 task was occasioned by, or empty. */
  readonly cause: string
  readonly lead: DepartmentCode
  /** Lead and participating departments, in byte order. */
  readonly departments: readonly DepartmentCode[]
  /** Whose targets these are: of any of the departments, of all of them, or of the lead, to whose targets all go together. */
  readonly joint: 'any' | 'all' | 'together'
  readonly items: readonly string[]
  readonly conditions: readonly Clause[]
  /** Fields of targets whose values, joined with `+`, name the stratum. None: one stratum `all`. */
  readonly strata: readonly string[]
  readonly rate: string | null
  readonly rates: ReadonlyMap<string, string>
  readonly count: number | null
  /** How many of each stratum at least; null where the task does not say: one by a rate, none of a count. */
  readonly minimum: number | null
  readonly rounding: 'ceil' | 'round' | 'floor'
  /** A share of what is drawn (`20%`), or a count. */
  readonly reserve: string
  readonly teams: readonly Team[]
  readonly avoidSameArea: boolean
  /** Whoever went to a target last time does not go this time. */
  readonly rotate: boolean
  readonly sources: readonly string[]
  /** Which draws keep their targets out of this one; null: none. */
  readonly window: Window | null
  readonly balance: boolean
  readonly from: Day
  readonly to: Day
  /** Set where the plan states no period: `from` and `to` are the day that it is looked at. */
  readonly isUndated?: true
  /** What a plan says in words of whom it is about (检查对象范围), where it states no condition that could be applied. */
  readonly scopeAlone?: string
  readonly publishList: boolean
  /** Set where another level drew the list: who is inspected is given. */
  readonly assigned?: AssignedList
}

/** A list that another level drew: who did, what they call the task, and the commitment of their draw where they gave one. */
export interface AssignedList {
  readonly by: string
  readonly number: string
  readonly proof: string
}

/**
 * The task of a row of the plan. A task without a period is of the day `today`; `window` is a cell of 已抽排除 for tasks
 * that have none.
 */
export function taskOf(cells: RecordCells, today: Day, window: string = NO): Task {
  const plan = asRecord('plan', cells)
  const lead = plan.get('lead')
  const departments = sortByBytes([lead, ...plan.list('partners')])
  const [span] = spansOf(plan.get('period'))
  const { from, to } = span ?? { from: today, to: today }
  const scope = plan.get('condition') === '' ? plan.get('scope') : ''
  const sources = sourcesOf(plan.get('sources'))
  const rates = ratesOf(plan.get('rates'))
  return {
    id: plan.id,
    number: plan.get('code'),
    name: plan.get('name'),
    kind: plan.get('kind') || '不定向',
    methods: membersOf(plan.get('method')),
    cause: plan.later('cause'),
    lead,
    departments,
    joint: JOINT[plan.get('joint') || '任一'],
    items: plan.list('items'),
    conditions: clausesOf(plan.get('condition')),
    strata: plan.get('strata') === '' && rates.size > 0 ? ['risk'] : strataFields(plan.get('strata')),
    rate: plan.get('rate') || null,
    rates,
    count: plan.get('count') === '' ? null : Number(plan.get('count')),
    minimum: plan.get('minimum') === '' ? null : Number(plan.get('minimum')),
    rounding: plan.get('rounding') || 'ceil',
    reserve: plan.get('reserve') || '20%',
    teams: teamsOf(plan.get('team'), departments),
    avoidSameArea: plan.get('avoid_station') === YES,
    rotate: plan.later('rotate') === YES,
    sources: sources.length > 0 ? sources : [DEFAULT_SOURCE],
    window: windowOf(plan.get('drawn_before') || window),
    balance: plan.get('balance') === YES,
    from,
    to,
    ...(span === undefined ? { isUndated: true } : {}),
    ...(scope === '' ? {} : { scopeAlone: scope }),
    publishList: plan.get('publish_list') !== NO,
  }
}

/** What the words of 联合方式 mean. */
const JOINT = { 任一: 'any', 全部: 'all', 同往: 'together' } as const satisfies Readonly<
  Record<Exclude<ValueOf<'plan', 'joint'>, ''>, Task['joint']>
>

/** The rate of a stratum: its own, that of one of its parts, or the task's; null where the task states none. */
export function rateOf(task: Task, stratum: string): string | null {
  const named = [stratum, ...stratum.split('+')].find(name => task.rates.has(name))
  return named === undefined ? task.rate : task.rates.get(named)!
}
