import { refusal } from '../../core/refusal.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import { inEntry } from '../../store/entry.ts'
import { personFinder } from '../../store/inputs/deadlines-input.ts'
import { isOver } from '../../store/inputs/public-results-input.ts'
import { writeStep } from '../../store/results/result-steps.ts'
import { writtenFor } from '../../store/results/written-for.ts'
import { rulesNow } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeToday } from '../office-today.ts'
import { occasionOf, withStore } from '../session.ts'
import { resultsMeant } from './selected-results.ts'

const refuse = refusal<ResultReasons>()

/** results takedown — what was public for as many years as the rules say is public no more, on record. */
export function takeDownResults(desk: Desk, options: { readonly department?: string }): Promise<number> {
  return withStore(desk, async store => {
    const { entry, result: taken } = await inEntry(store, occasionOf(desk), 'results takedown', writer => {
      const day = officeToday(desk, store)
      const rules = rulesNow(store)
      const isPerson = personFinder(store, rules)
      const own = writtenFor(store, desk.actor)
      const { yearsPublished, yearsPublishedPersons } = rules.results
      const reason = `${yearsPublished}/${yearsPublishedPersons}`
      let taken = 0
      for (const result of resultsMeant(desk, store, [], options.department, null)()) {
        if (result.state !== 'published' || !isOver(result, rules, isPerson, day)) continue
        if (own !== null && !own.has(result.department)) continue
        writeStep(writer, result.id, { step: 'taken-down', day, approver: '', reason })
        taken++
      }
      if (taken === 0) throw refuse('nothing-to-take-down', {})
      return { subject: { taken, day, years: reason }, result: taken }
    })
    desk.result({ step: 'taken-down', taken, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.results.takenDown(taken),
      `  ${desk.say.log.entry(entry!.number, entry!.digest)}`,
    ])
    return 0
  })
}
