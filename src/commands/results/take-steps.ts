import { approvedFor, publishedText } from '../../core/approval/approval.ts'
import { type Day, isDay } from '../../core/dates.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import type { Result } from '../../core/results/result.ts'
import type { ResultState, Step } from '../../core/results/result-state.ts'
import { isBeforeReview, type StepTerms, takesStep, type Verb } from '../../core/results/take-step.ts'
import { addOne } from '../../core/tally.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { writeStep } from '../../store/results/result-steps.ts'
import { writersIn } from '../../store/results/result-writers.ts'
import { writtenFor } from '../../store/results/written-for.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { officeToday } from '../office-today.ts'
import { occasionOf, withStore } from '../session.ts'
import { type Selection, selectedResults } from './selected-results.ts'

const refuse = refusal<OptionReasons & ResultReasons>()

/** results review — what was entered is right: somebody says so who entered nothing of it. */
export function reviewResults(
  desk: Desk,
  names: readonly string[],
  options: Selection & { readonly approver?: string; readonly date?: string },
): Promise<number> {
  const approver = approvedFor(desk.actor, options.approver)
  const { date } = options
  return takeSteps(desk, names, options, { verb: 'review', step: 'reviewed', approver, reason: '', date })
}

/** results return — what was entered or reviewed goes back, with a reason. */
export function returnResults(
  desk: Desk,
  names: readonly string[],
  options: Selection & { readonly reason?: string },
): Promise<number> {
  const reason = publishedText('--reason', options.reason)
  return takeSteps(desk, names, options, {
    verb: 'return',
    step: 'returned',
    approver: '',
    reason,
    date: undefined,
  })
}

/** results publish — what was reviewed is public, from a day on. */
export function publishResults(
  desk: Desk,
  names: readonly string[],
  options: Selection & { readonly date?: string },
): Promise<number> {
  const { date } = options
  return takeSteps(desk, names, options, {
    verb: 'publish',
    step: 'published',
    approver: '',
    reason: '',
    date,
  })
}

interface Taking {
  readonly verb: Verb
  readonly step: Step
  readonly approver: string
  readonly reason: string
  readonly date: string | undefined
}

/** Takes a step with every result that is meant and stands where it can: all in one entry, or none. */
function takeSteps(
  desk: Desk,
  names: readonly string[],
  selection: Selection,
  { verb, step, approver, reason, date }: Taking,
): Promise<number> {
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), `results ${verb}`, async writer => {
      const day = dayGiven(desk, store, verb, date)
      const writers = { writesFor: writtenFor(store, desk.actor), writersOf: writersIn(store) }
      const terms: StepTerms = { verb, approver, day, actor: desk.actor, ...writers }
      const { results, most, where } = await selectedResults(desk, store, names, selection)
      const { taken, passed, example, early } = takeEach(desk, writer, { results, most }, terms, {
        step,
        reason,
      })
      const states = [...passed].map(([state, count]) => ({ state, count }))
      const single = names.length > 0 && names.every(name => name.includes('/'))
      if (taken === 0 && states.length === 0) throw refuse('no-results-there', { where })
      if (taken === 0 || (single && states.length > 0))
        throw refuse('results-not-ready', { step: verb, states, example })
      const told = {
        taken,
        day,
        ...(approver === '' ? {} : { approver }),
        ...(reason === '' ? {} : { reason }),
      }
      return {
        subject: { where, ...told },
        result: { told: { ...told, passed: Object.fromEntries(passed) }, early },
      }
    })
    const { told, early } = result
    const { taken, passed } = told
    desk.result(
      {
        step,
        ...told,
        ...(early.count === 0 ? {} : { beforeReview: early }),
        entry: entry!.number,
        digest: entry!.digest,
      },
      () => [
        desk.say.results.taken(verb, taken, told.day),
        ...(early.count === 0 ? [] : [desk.say.results.beforeReview(early.count, early.example)]),
        ...desk.say.results.passed(Object.entries(passed) as [ResultState, number][]),
        `  ${desk.say.log.entry(entry!.number, entry!.digest)}`,
      ],
    )
    return 0
  })
}

interface Took {
  readonly taken: number
  /** Those that were left as they are, by their state. */
  readonly passed: ReadonlyMap<ResultState, number>
  /** The first result of all that were meant. */
  readonly example: string
  /** What is public since a day before its review. */
  readonly early: { readonly count: number; readonly example: string }
}

/** Lets each result take the step that can, as it comes. */
function takeEach(
  desk: Desk,
  writer: EntryWriter,
  { results, most }: { readonly results: Iterable<Result>; readonly most: number },
  terms: StepTerms,
  { step, reason }: Pick<Taking, 'step' | 'reason'>,
): Took {
  const { verb, day, approver } = terms
  const passed = new Map<ResultState, number>()
  const early = { count: 0, example: '' }
  const progress = progressOf(desk, desk.say.common.reading, most)
  let [passing, taken, example] = [0, 0, '']
  for (const one of results) {
    progress.at(++passing)
    example ||= one.id
    if (!takesStep(one, terms)) {
      addOne(passed, one.state)
      continue
    }
    writeStep(writer, one.id, { step, day, approver, reason })
    taken++
    if (verb !== 'publish' || !isBeforeReview(one, day)) continue
    early.count++
    early.example ||= one.id
  }
  progress.end()
  return { taken, passed, example, early }
}

/** The day of `--date`, today where none is given; none that lies ahead. */
function dayGiven(desk: Desk, store: Store, verb: Verb, date: string | undefined): Day {
  const today = officeToday(desk, store)
  if (date === undefined) return today
  if (!isDay(date)) throw refuse('invalid-option', { option: '--date', value: date, expected: 'YYYY-MM-DD' })
  if (date > today)
    throw verb === 'review'
      ? refuse('review-day-ahead', { day: date, today })
      : refuse('publication-day-ahead', { day: date, today })
  return date
}
