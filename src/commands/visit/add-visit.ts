import { type Day, dayAfter, dayOf } from '../../core/dates.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import { nearest } from '../../core/nearest.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { contextOf } from '../../core/registry/cells/context.ts'
import { parseDay } from '../../core/registry/cells/date.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { VisitReasons } from '../../core/visits/reasons.ts'
import { causeIn, type Visit } from '../../core/visits/visit.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { recordOf } from '../../store/registry/registry.ts'
import { idOfTarget } from '../../store/registry/targets.ts'
import { ruleStanding, ruleValues } from '../../store/rules.ts'
import { nextVisit, visitsTo, writeVisit } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<OptionReasons & VisitReasons>()

const NEEDED = ['target', 'department', 'cause', 'reference'] as const

export interface VisitOptions {
  readonly target?: string
  readonly department?: string
  readonly date?: string
  readonly cause?: string
  readonly reference?: string
  readonly remark?: string
}

/** visit add — a visit that was not drawn (个案处理): it counts towards the caps unless its cause is exempt. */
export async function addVisit(desk: Desk, options: VisitOptions): Promise<number> {
  return withStore(desk, async store => {
    const visit = visitOf(desk, store, options)
    const { entry } = await inEntry(store, occasionOf(desk), 'visit add', writer => {
      writeVisit(writer, visit)
      return { subject: { ...visit }, result: null }
    })
    const exempt = rulesOf(ruleValues(store)).exemptCauses.has(causeIn(visit.cause))
    desk.result({ ...visit, counted: !exempt, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.visits.added(visit.id, visit.target, visit.department, visit.day, escapeControls(visit.cause)),
      ...(exempt ? [desk.say.visits.exempt(escapeControls(causeIn(visit.cause)))] : []),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

/** The visit that these words describe, or the refusal of the first that is wrong. */
export function visitOf(desk: Desk, store: Store, options: VisitOptions): Visit {
  const missing = NEEDED.find(name => !options[name]?.trim())
  if (missing !== undefined) throw refuse('missing-option', { option: `--${missing}` })
  const day = visitDay(desk, options.date)
  const target = idOfTarget(store, options.target!.trim())
  if (recordOf(store, library('targets'), target) === null)
    throw refuse('no-such-target', { target: options.target! })
  const department = departmentOf(store, options.department!.trim())
  const cause = options.cause!.trim()
  const { causes } = rulesOf(ruleValues(store))
  if (!causes.has(causeIn(cause))) {
    const rule = ruleStanding(store, 'visit-causes')
    throw refuse('unlisted-visit-cause', { cause, nearest: nearest(cause, causes), rule })
  }
  const reference = options.reference!.trim()
  const twin = visitsTo(store, target).find(
    other =>
      other.until === null &&
      [other.department, other.day, other.cause, other.reference].join('\n') ===
        [department, day, cause, reference].join('\n'),
  )
  if (twin !== undefined) throw refuse('duplicate-visit', { visit: twin.id, target, department, day })
  const id = nextVisit(store, day.slice(0, 4))
  return { id, target, department, day, cause, reference, remark: options.remark?.trim() ?? '' }
}

/** The day of a visit: today where nothing is said. Tomorrow by UTC may be today in Beijing; later is a slip. */
function visitDay(desk: Desk, text: string | undefined): Day {
  const today = dayOf(desk.now)
  if (text === undefined) return today
  const reading = parseDay(text.trim())
  if (reading === null)
    throw refuse('invalid-option', { option: '--date', value: text, expected: '2026-03-01' })
  if (reading.value > dayAfter(today)) throw refuse('invalid-visit-day', { day: reading.value, today })
  return reading.value
}

function departmentOf(store: Store, name: string): string {
  const facts = factsFor(store, library('plan'))
  const reading = contextOf({ ...facts, departmentsOpen: false }).department(name)
  if ('value' in reading) return reading.value
  throw refuse('no-such-department', { name, nearest: nearest(name, facts.departments.keys()) })
}
