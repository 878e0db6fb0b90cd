import type { ExclusionRow, FrameRow, PoolRow } from '../draw/folder/rows.ts'
import { maskName } from '../publication/mask.ts'
import { refusal } from '../refusal.ts'
import type { Clause } from '../registry/cells/condition.ts'
import { headingOf, library } from '../registry/libraries/library.ts'
import { isNaturalPerson, isPersonName } from '../registry/libraries/natural-person.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/** A target of the registry, as far as it may be a person. */
export interface NamedTarget {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly representative: string
}

/** Records whose names may stand in what is fixed. */
export interface Named {
  /** Targets whose code holds their name, and those whose name has to do with a condition on names. */
  readonly targets: readonly NamedTarget[]
  /** Inspectors and experts whose number holds their name. */
  readonly staff: readonly { readonly id: string; readonly name: string }[]
}

interface Fixed {
  readonly frame: readonly FrameRow[]
  readonly exclusions: readonly ExclusionRow[]
  readonly pool: readonly PoolRow[]
}

/**
 * Refuses a task whose public files would hold the name of a person: as the code of a target, as the number of somebody
 * who may be matched (pool.csv is public where a seed finds no teams), or as a condition on names, which the terms state.
 * Where the list is not public, only the terms are.
 */
export function checkNames(task: Task, rules: Rules, named: Named, { frame, exclusions, pool }: Fixed): void {
  const people = named.targets.filter(target => isNaturalPerson(target, rules.personWords))
  checkConditions(task, rules, people)
  if (!task.publishList) return
  const codes = new Map(people.filter(holdsName).map(({ id, name }) => [id, name]))
  if (codes.size > 0)
    for (const rows of [frame, exclusions])
      for (const { target } of rows) refuseFor(task, CODE, codes.get(target))
  const numbers = new Map(named.staff.filter(holdsName).map(({ id, name }) => [id, name]))
  if (numbers.size > 0) for (const { inspector } of pool) refuseFor(task, NUMBER, numbers.get(inspector))
}

const CODE = headingOf(library('targets'), 'code')
const NUMBER = headingOf(library('inspectors'), 'code')
const CONDITION = headingOf(library('plan'), 'condition')

function checkConditions(task: Task, rules: Rules, people: readonly NamedTarget[]): void {
  const names = people.map(({ name }) => name).filter(isPersonName)
  for (const value of namesAsked([...task.conditions, ...rules.exempt]))
    refuseFor(
      task,
      CONDITION,
      names.find(name => name.includes(value) || value.includes(name)),
    )
}

/** What conditions ask of the name of a target: words of two characters and more, the sign for any ending left out. */
export function namesAsked(conditions: readonly Clause[]): string[] {
  return conditions
    .filter(({ field }) => field === 'name')
    .flatMap(({ values }) => values.map(value => value.replace(/\*$/, '')))
    .filter(value => [...value].length > 1)
}

function holdsName({ id, name }: { readonly id: string; readonly name: string }): boolean {
  return [...name].length > 1 && id.toUpperCase().includes(name.toUpperCase())
}

function refuseFor(task: Task, heading: string, name: string | undefined): void {
  if (name === undefined) return
  throw refuse('private-data-to-publish', {
    task: task.id,
    heading,
    record: null,
    kind: 'name',
    text: maskName(name),
  })
}
