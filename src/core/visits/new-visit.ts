import type { Day } from '../dates.ts'
import { nearest } from '../nearest.ts'
import type { OptionReasons } from '../reasons.ts'
import { refusal } from '../refusal.ts'
import { parseDay } from '../registry/cells/date.ts'
import type { RuleNamed } from '../rules/reasons.ts'
import type { FrequencyLimits } from '../rules/rules.ts'
import { type Frequent, type MadeVisit, tooFrequent } from './frequency.ts'
import type { VisitReasons } from './reasons.ts'
import { causeIn, type Visit } from './visit.ts'

const refuse = refusal<OptionReasons & VisitReasons>()

/** A visit as it is said, in words. */
export interface VisitSaid {
  readonly target?: string
  readonly department?: string
  readonly date?: string
  readonly cause?: string
  readonly reference?: string
  readonly remark?: string
}

/** What must be said of a visit. */
export const NEEDED = ['target', 'department', 'cause', 'reference'] as const

/** What a visit is judged by. */
export interface VisitInput {
  readonly today: Day
  /** The id that a target goes by, or null where the registry has no such target. */
  readonly targetNamed: (name: string) => string | null
  /** Every name of a department, and its code. */
  readonly departments: ReadonlyMap<string, string>
  readonly causes: ReadonlySet<string>
  /** The rule `visit-causes`, for the refusal to name. */
  readonly causesRule: RuleNamed
  /** The visits to a target that stand. */
  readonly standing: (target: string) => readonly Visit[]
  readonly frequencyLimits: FrequencyLimits
  /** All visits to a target that took place. */
  readonly made: (target: string) => readonly MadeVisit[]
  /** The rule `refused-doubts` where it refuses a visit that is too many; null where that is told only. */
  readonly refusesFrequent: RuleNamed | null
  /** The next number of a year. */
  readonly nextId: (year: string) => string
}

/** The visit that these words describe, or the refusal of the first that is wrong. */
export function newVisit(said: VisitSaid, input: VisitInput): Visit {
  const missing = NEEDED.find(name => !said[name]?.trim())
  if (missing !== undefined) throw refuse('missing-option', { option: `--${missing}` })
  const word = (name: (typeof NEEDED)[number]) => said[name]!.trim()
  const day = visitDay(said.date, input.today)
  const target = input.targetNamed(word('target'))
  if (target === null) throw refuse('no-such-target', { target: said.target! })
  const department = departmentOf(word('department'), input.departments)
  const [cause, reference] = [word('cause'), word('reference')]
  if (!input.causes.has(causeIn(cause)))
    throw refuse('unlisted-visit-cause', {
      cause,
      nearest: nearest(cause, input.causes),
      rule: input.causesRule,
    })
  const twin = input
    .standing(target)
    .find(
      other =>
        other.department === department &&
        other.day === day &&
        other.cause === cause &&
        other.reference === reference,
    )
  if (twin !== undefined) throw refuse('duplicate-visit', { visit: twin.id, target, department, day })
  const rule = input.refusesFrequent
  const frequent = frequencyOf({ id: '', target, day }, input)
  if (rule !== null && frequent !== null) throw refuse('visit-too-frequent', { target, ...frequent, rule })
  const id = input.nextId(day.slice(0, 4))
  return { id, target, department, day, cause, reference, remark: said.remark?.trim() ?? '' }
}

/** What a visit makes too many of; one that is recorded already counts once. */
export function frequencyOf(
  { id, target, day }: Pick<Visit, 'id' | 'target' | 'day'>,
  { frequencyLimits, made }: Pick<VisitInput, 'frequencyLimits' | 'made'>,
): Frequent | null {
  return tooFrequent(frequencyLimits, { occasion: id, day }, made(target))
}

/** The day of a visit: today where nothing is said. What has not been made yet is a slip. */
function visitDay(text: string | undefined, today: Day): Day {
  if (text === undefined) return today
  const reading = parseDay(text.trim())
  if (reading === null)
    throw refuse('invalid-option', { option: '--date', value: text, expected: '2026-03-01' })
  if (reading.value > today) throw refuse('invalid-visit-day', { day: reading.value, today })
  return reading.value
}

function departmentOf(name: string, departments: ReadonlyMap<string, string>): string {
  const code = departments.get(name) ?? departments.get(name.normalize('NFKC'))
  if (code !== undefined) return code
  throw refuse('no-such-department', { name, nearest: nearest(name, departments.keys()) })
}
