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
  /** Everybody who wrote any version of a result, or is named as having filled one in. */
  readonly writersOf: (result: Result) => readonly string[]
}

/** True where a result takes the step; one that is elsewhere on its way is passed over, one that may not is refused. */
export function takesStep(result: Result, terms: StepTerms): boolean {
  const { verb, approver, day, writersOf } = terms
  if (!FROM[verb].includes(result.state)) return false
  refuseForeign(result, terms)
  if (verb === 'review' && writersOf(result).some(writer => sameName(writer, approver)))
    throw refuse('approver-entered-result', { approver, count: 1, example: result.id })
  refuseEarlyDay(result, verb, day)
  return true
}

/** Refuses whoever writes for other departments than that of the result. */
export function refuseForeign(
  { id, department }: Pick<Result, 'id' | 'department'>,
  { actor, writesFor }: Pick<StepTerms, 'actor' | 'writesFor'>,
): void {
  if (writesFor !== null && !writesFor.has(department))
    throw refuse('not-your-results', { actor, departments: [...writesFor], result: id })
}

/** A result is inspected, then reviewed and public. */
function refuseEarlyDay({ id: result, inspected }: Result, verb: Verb, day: Day): void {
  if (verb === 'return') return
  if (inspected !== '' && day < inspected)
    throw verb === 'review'
      ? refuse('reviewed-before-inspected', { result, inspected, day })
      : refuse('published-before-inspected', { result, inspected, day })
}

/** True where a result would be public before the day of its review, which may have been put on record late. */
export function isBeforeReview({ steps }: Pick<Result, 'steps'>, day: Day): boolean {
  const reviewed = steps.findLast(({ step }) => step === 'reviewed')?.day
  return reviewed !== undefined && day < reviewed
}
