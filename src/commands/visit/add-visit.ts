import { escapeControls } from '../../core/escape-controls.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import { frequencyOf, newVisit, type VisitSaid } from '../../core/visits/new-visit.ts'
import { causeIn } from '../../core/visits/visit.ts'
import { inEntry } from '../../store/entry.ts'
import { visitInput } from '../../store/inputs/visit-input.ts'
import { foundAt } from '../../store/results/found-elsewhere.ts'
import { ruleValues } from '../../store/rules.ts'
import { writeVisit } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { occasionOf, withStore } from '../session.ts'

/** visit add — a visit that was not drawn (个案处理): it counts towards the caps unless its cause is exempt. */
export async function addVisit(desk: Desk, said: VisitSaid): Promise<number> {
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'visit add', writer => {
      const input = visitInput(store, officeToday(desk, store))
      const visit = newVisit(said, input)
      const frequent = frequencyOf(visit, input)
      writeVisit(writer, visit)
      const exempt = rulesOf(ruleValues(store)).exemptCauses.has(causeIn(visit.cause))
      const elsewhere = foundAt(store, visit.target, visit.department, visit.day.slice(0, 4))
      return { subject: { ...visit }, result: { visit, exempt, frequent, elsewhere } }
    })
    const { visit, exempt, frequent, elsewhere } = result
    const { named } = naming(desk, store)
    const told = { ...visit, counted: !exempt, frequent, elsewhere }
    desk.result({ ...told, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.visits.added(
        visit.id,
        named('targets', visit.target),
        named('departments', visit.department),
        visit.day,
        escapeControls(visit.cause),
      ),
      ...(exempt ? [desk.say.visits.exempt(escapeControls(causeIn(visit.cause)))] : []),
      ...(frequent === null ? [] : [desk.say.visits.tooFrequent(frequent)]),
      ...(elsewhere === '' ? [] : [desk.say.visits.elsewhereHere(escapeControls(elsewhere))]),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}
