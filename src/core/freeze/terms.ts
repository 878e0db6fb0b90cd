import type { Terms } from '../draw/commitment/commitment.ts'
import { LIST_DRAWN_BY, LIST_PROOF, NO_PROOF } from '../draw/commitment/given-list.ts'
import { clauseText, onLine } from '../frame/clause-text.ts'
import { headingFor } from '../frame/frame.ts'
import { minimumOfCount } from '../frame/sizes.ts'
import type { Firms } from '../frame/visit-history.ts'
import { NO } from '../registry/cells/words.ts'
import type { Task } from '../registry/task.ts'
import { RESULT_RULES } from '../rules/result-rules.ts'
import { RULE_BOOK, type RuleName, type RuleValues } from '../rules/rule-book.ts'
import { NO_RULES, rulesOf } from '../rules/rules.ts'

/**
 * The terms of a commitment (draw-2.md, section 3): all that decided who is in the frame, who is excluded and how many are
 * drawn, by the headings and words of the plan and the rules. What a replay makes of the same task and rules is the same
 * text, so that nothing here is ever worded otherwise; a rule that came later is stated only where it bites.
 */
export function termsOf(task: Task, values: RuleValues, beside: Beside): Terms {
  return Object.fromEntries(
    [...taskTerms(task, values), ...ruleTerms(values, beside)].filter(([, text]) => text !== ''),
  )
}

/** What some rules came to: they are stated only where it is not nothing. */
interface Beside {
  readonly firms: Firms
  /** Targets beyond what one draw may take of their firm. */
  readonly crowded: number
  /** Draws counted that wait for their seed. */
  readonly waiting: number
  /** Targets that nobody may staff. */
  readonly unstaffable: number
}

type Term = readonly [heading: string, text: string]

function taskTerms(task: Task, values: RuleValues): readonly Term[] {
  const partners = task.departments.filter(code => code !== task.lead)
  return [
    ['抽查类型', task.kind],
    ['检查方式', task.methods.join(';')],
    ['检查原因', onLine(task.cause)],
    ['发起部门', task.lead],
    ['配合部门', partners.join(';')],
    ['联合方式', partners.length === 0 ? '' : JOINT[task.joint]],
    ['抽查事项', task.items.join(';')],
    ['起止时间', `${task.from}~${task.to}`],
    ['检查对象条件', task.conditions.map(clauseText).join(';') || '不限'],
    ['分层', task.strata.map(headingFor).join('+') || '不分层'],
    ['已抽排除', windowText(task)],
    ...sizeTerms(task, values),
    ...assignedTerms(task),
  ]
}

/** Of a list that another level drew: that it was, and by what that can be shown. */
function assignedTerms({ assigned }: Task): readonly Term[] {
  if (assigned === undefined) return []
  return [
    [LIST_DRAWN_BY, onLine(assigned.by)],
    ['上级任务编号', onLine(assigned.number)],
    [LIST_PROOF, onLine(assigned.proof) || NO_PROOF],
  ]
}

function sizeTerms(task: Task, values: RuleValues): readonly Term[] {
  const byCount = task.count !== null
  const least = byCount ? minimumOfCount(task, rulesOf(values)) : (task.minimum ?? 1)
  return [
    ['抽查数量', byCount ? String(task.count) : ''],
    ['抽查比例', byCount ? '' : (task.rate ?? '')],
    ['分级比例', byCount ? '' : [...task.rates].map(([of, rate]) => `${of}=${rate}`).join(';')],
    ['最少', String(least)],
    ['取整', ROUNDING[task.rounding]],
    ['替补', task.reserve],
  ]
}

const JOINT = { any: '任一', all: '全部', together: '同往' } as const
const ROUNDING = { ceil: '向上取整', round: '四舍五入', floor: '向下取整' } as const
const SCOPES = { any: '', department: '同部门', item: '同事项' } as const

function windowText({ window }: Task): string {
  if (window === null) return NO
  return `${window.years === 0 ? '本年' : `近${window.years}年`}${SCOPES[window.scope]}`
}

/** Rules that bite, by their titles, with those that say for whom. */
function ruleTerms(values: RuleValues, { firms, crowded, waiting, unstaffable }: Beside): readonly Term[] {
  const biting = RULE_BOOK.filter(({ name }) => !BESIDE.has(name) && values[name] !== NO_RULES[name])
  const named = new Set<RuleName>(biting.map(({ name }) => name))
  if (firms.size > 0) named.add('responsible-firm')
  if (crowded > 0 && values['firm-in-draw'] !== NO_RULES['firm-in-draw']) named.add('firm-in-draw')
  if (waiting > 0) named.add('waiting-draws')
  if (unstaffable > 0 && values.unstaffable !== NO_RULES.unstaffable) named.add('unstaffable')
  for (const { of, detail } of DETAILS) if (of.some(rule => named.has(rule))) named.add(detail)
  return RULE_BOOK.filter(({ name }) => named.has(name)).map(({ name, zh }) => [
    zh,
    onLine(ruleText(name, values[name])) || '无',
  ])
}

function ruleText(name: RuleName, value: string): string {
  return name === 'exempt-where'
    ? rulesOf({ ...NO_RULES, [name]: value })
        .exempt.map(clauseText)
        .join(';')
    : value
}

/** Rules that decide nothing of frame, exclusions and sizes by themselves; 已抽排除 stands among the terms of the task. */
const BESIDE: ReadonlySet<string> = new Set<RuleName>([
  'visit-causes',
  'responsible-firm',
  'firm-in-draw',
  'waiting-draws',
  'drawn-window',
  'special-cause',
  'staff-minimum',
  'certified-minimum',
  'items-bind',
  'days-off',
  'unstaffable',
  'lapse-days',
  'assigned-lists',
  'plan-filing-day',
  'plan-change-reason',
  'usual-sources',
  'items-bind',
  'certified-minimum',
  'refused-doubts',
  'utc-offset',
  'officials-published',
  'signers-minimum',
  'natural-person-types',
  ...RESULT_RULES.map(({ name }) => name),
])

/** What a rule says more exactly, where the other one bites; these are as they are even without any rule. */
const DETAILS: readonly { readonly of: readonly RuleName[]; readonly detail: RuleName }[] = [
  { of: ['cap-department', 'cap-total'], detail: 'cap-exempt-causes' },
  { of: ['grace-days', 'exempt-where'], detail: 'proactive-kinds' },
  { of: ['exempt-where'], detail: 'exempt-methods' },
  { of: ['item-limit-kinds'], detail: 'item-frequency' },
]
