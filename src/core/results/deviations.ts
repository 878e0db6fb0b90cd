import type { Day } from '../dates.ts'
import type { Result } from './result.ts'

/** In what an inspection was otherwise than its draw had it. */
export const DEVIATIONS = ['other-team', 'outside-period', 'lone-inspector'] as const
export type Deviation = (typeof DEVIATIONS)[number]

/** The period in which a draw is to be carried out. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/**
 * In what a result departs from its draw: others went than were drawn, on a day outside the period, or one inspector alone. A
 * case was not drawn: it has no `period`, and nobody was seated.
 */
export function deviationsOf({ seated, went, inspected }: Result, period: Period | null): Deviation[] {
  const people = went.length > 0 ? went : seated
  const holds: Readonly<Record<Deviation, boolean>> = {
    'other-team': period !== null && went.length > 0,
    'outside-period':
      period !== null && inspected !== '' && (inspected < period.from || period.to < inspected),
    'lone-inspector': people.length === 1,
  }
  return DEVIATIONS.filter(deviation => holds[deviation])
}
