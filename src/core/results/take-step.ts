import { sameName } from '../approval/approval.ts'
import type { Day } from '../dates.ts'
import { refusal } from '../refusal.ts'
import type { ResultReasons } from './reasons.ts'
import type { Result } from './result.ts'
import type { ResultState } from './result-state.ts'

const refuse = refusal<ResultReasons>()

export type Verb = 'review' | 'return' | 'publish'

/** From which states a verb leads on; results in any other are left as they are. */
const FROM: Readonly<Record<Verb, readonly ResultState[]>> = {
  review: ['entered'],
  return: ['entered', 'reviewed'],
  publish: ['reviewed'],
}

/** By what it is decided whether a result takes a step. */
export interface StepTerms {
  readonly verb: Verb
  readonly approver: string
  /** The day from which it holds. */
  readonly day: Day
  readonly actor: string
  /** The departments that the actor writes for; null where the office has not said. */
  readonly writesFor: ReadonlySet<string> | null
}

/** True where a result takes the step; one that is elsewhere on its way is passed over, one that may not is refused. */
export function takesStep(result: Result, terms: StepTerms): boolean {
  const { verb, approver, day, actor, writesFor } = terms
  if (!FROM[verb].includes(result.state)) return false
  if (writesFor !== null && !writesFor.has(result.department))
    throw refuse('not-your-results', { actor, departments: [...writesFor], result: result.id })
  if (verb === 'review' && enteredBy(result, approver))
    throw refuse('approver-entered-result', { approver, count: 1, example: result.id })
  if (verb === 'publish' && result.inspected !== '' && day < result.inspected)
    throw refuse('published-before-inspected', { result: result.id, inspected: result.inspected, day })
  return true
}

/** True for whoever wrote a result into the registry, or is named as having filled it in. */
export function enteredBy(
  { entered, recorder }: Pick<Result, 'entered' | 'recorder'>,
  name: string,
): boolean {
  return [entered.actor, recorder].some(one => one !== '' && sameName(one, name))
}
