import { approvedFor, publishedText } from '../../core/approval/approval.ts'
import { type Day, isDay } from '../../core/dates.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import type { ResultState, Step } from '../../core/results/result-state.ts'
import { type StepTerms, takesStep, type Verb } from '../../core/results/take-step.ts'
import { addOne } from '../../core/tally.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { writeStep } from '../../store/results/result-steps.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { officeToday } from '../office-today.ts'
import { occasionOf, withStore } from '../session.ts'
import { type Selection, selectedResults, writesFor } from './selected-results.ts'

const refuse = refusal<OptionReasons & ResultReasons>()

/** results review — what was entered is right: somebody says so who did not enter it. */
export function reviewResults(
  desk: Desk,
  names: readonly string[],
  options: Selection & { readonly approver?: string },
): Promise<number> {
  const approver = approvedFor(desk.actor, options.approver)
  return takeSteps(desk, names, options, {
    verb: 'review',
    step: 'reviewed',
    approver,
    reason: '',
    date: undefined,
  })
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
      const day = dayGiven(desk, store, date)
      const terms: StepTerms = { verb, approver, day, actor: desk.actor, writesFor: writesFor(desk, store) }
      const { results, where } = await selectedResults(desk, store, names, selection)
      const passed = new Map<ResultState, number>()
      const progress = progressOf(desk, desk.say.common.reading)
      let [taken, example] = [0, '']
      for (const one of results) {
        example ||= one.id
        if (takesStep(one, terms)) {
          writeStep(writer, one.id, { step, day, approver, reason })
          progress.at(++taken)
        } else addOne(passed, one.state)
      }
      progress.end()
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
      return { subject: { where, ...told }, result: { ...told, passed: Object.fromEntries(passed) } }
    })
    const { taken, passed } = result
    desk.result({ step, ...result, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.results.taken(verb, taken, result.day),
      ...desk.say.results.passed(Object.entries(passed) as [ResultState, number][]),
      `  ${desk.say.log.entry(entry!.number, entry!.digest)}`,
    ])
    return 0
  })
}

/** The day of `--date`, today where none is given; none that lies ahead. */
function dayGiven(desk: Desk, store: Store, date: string | undefined): Day {
  const today = officeToday(desk, store)
  if (date === undefined) return today
  if (!isDay(date)) throw refuse('invalid-option', { option: '--date', value: date, expected: 'YYYY-MM-DD' })
  if (date > today) throw refuse('publication-day-ahead', { day: date, today })
  return date
}
