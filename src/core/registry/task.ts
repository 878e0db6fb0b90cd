import { sortByBytes } from '../bytes.ts'
import type { Day } from '../dates.ts'
import type { Team } from '../draw/folder/rows.ts'
import { membersIn, membersOf } from './cells/cell-result.ts'
import { type Clause, clausesOf, strataFields } from './cells/condition.ts'
import { ratesOf } from './cells/rates.ts'
import { DEFAULT_SOURCE, sourcesOf } from './cells/sources.ts'
import { teamsOf } from './cells/team.ts'
import { type Window, windowOf } from './cells/window.ts'
import { type FieldName, library } from './libraries/library.ts'
import { columnOf, laterIn, type RecordCells } from './libraries/record-cells.ts'

/** A task as the draw needs it: one line of the plan, or an ad-hoc one, with everything left out filled in. */
export interface Task {
  readonly id: string
  readonly name: string
  /** 定向, 不定向 or 专项; one that does not say is 不定向. */
  readonly kind: string
  /** How it is inspected (检查方式); none: not said. */
  readonly methods: readonly string[]
  /** What a 专项 task was occasioned by, or empty. */
  readonly cause: string
  readonly lead: string
  /** Lead and participating departments, in byte order. */
  readonly departments: readonly string[]
  readonly joint: 'any' | 'all'
  readonly items: readonly string[]
  readonly conditions: readonly Clause[]
  /** Fields of targets whose values, joined with `+`, name the stratum. None: one stratum `all`. */
  readonly strata: readonly string[]
  readonly rate: string | null
  readonly rates: ReadonlyMap<string, string>
  readonly count: number | null
  readonly minimum: number
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
  readonly publishList: boolean
}

const PLAN = library('plan')

/**
 * The task of a row of the plan. A task without a period is of the day `today`; `window` is a cell of 已抽排除 for tasks
 * that have none.
 */
export function taskOf(row: RecordCells, today: Day, window = '否'): Task {
  const value = (name: FieldName<'plan'>) => row[columnOf(PLAN, name)]!
  const lead = value('lead')
  const departments = sortByBytes([lead, ...membersIn(value('partners'))])
  const [from, to] = (value('period') === '' ? `${today}~${today}` : value('period')).split('~') as [Day, Day]
  const sources = sourcesOf(value('sources'))
  const rates = ratesOf(value('rates'))
  return {
    id: row[0]!,
    name: value('name'),
    kind: value('kind') || '不定向',
    methods: membersOf(value('method')),
    cause: laterIn(PLAN, row, 'cause'),
    lead,
    departments,
    joint: value('joint') === '全部' ? 'all' : 'any',
    items: membersIn(value('items')),
    conditions: clausesOf(value('condition')),
    strata: value('strata') === '' && rates.size > 0 ? ['risk'] : strataFields(value('strata')),
    rate: value('rate') || null,
    rates,
    count: value('count') === '' ? null : Number(value('count')),
    minimum: value('minimum') === '' ? 1 : Number(value('minimum')),
    rounding: (value('rounding') || 'ceil') as Task['rounding'],
    reserve: value('reserve') || '20%',
    teams: teamsOf(value('team'), departments),
    avoidSameArea: value('avoid_station') === '是',
    rotate: laterIn(PLAN, row, 'rotate') === '是',
    sources: sources.length > 0 ? sources : [DEFAULT_SOURCE],
    window: windowOf(value('drawn_before') || window),
    balance: value('balance') === '是',
    from,
    to,
    publishList: value('publish_list') !== '否',
  }
}

/** The rate of a stratum: its own, that of one of its parts, or the task's; null where the task states none. */
export function rateOf(task: Task, stratum: string): string | null {
  const named = [stratum, ...stratum.split('+')].find(name => task.rates.has(name))
  return named === undefined ? task.rate : task.rates.get(named)!
}
