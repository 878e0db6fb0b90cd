import type { SubstitutionCode } from '../draw/substitution/substitution-cause.ts'
import type { DrawNumber } from '../ids.ts'
import type { SinceFreeze, WhyNotPerson } from './since-freeze.ts'

/**
 * The arguments of the substitutions that follow from what changed, in an order in which each can be made: people first,
 * because who falls out for good needs a seat to fall out of. Who approves is for the office to say.
 */
export function substitutionsDue(
  draw: DrawNumber,
  { targets, people, recusals }: SinceFreeze,
): (readonly string[])[] {
  const of = (...given: string[]) => ['ssj', 'draw', 'substitute', draw, ...given]
  return [
    ...people
      .filter(person => person.targets.length > 0)
      .map(({ inspector, why }) => of('--inspector', inspector, '--reason', PERSON_REASONS[why])),
    ...recusals.map(({ inspector, target }) =>
      of('--inspector', inspector, '--visit', target, '--reason', 'recused'),
    ),
    ...targets
      .filter(({ place }) => place === 'drawn')
      .map(({ target, why }) => of('--target', target, '--reason', TARGET_REASONS[why] ?? LOST)),
  ]
}

const PERSON_REASONS: Readonly<Record<WhyNotPerson, SubstitutionCode>> = {
  retired: 'transferred',
  transferred: 'transferred',
  'not-in-force': 'transferred',
  certificate: 'certificate',
  uncertified: 'certificate',
  unqualified: 'unqualified',
  engagement: 'unqualified',
  items: 'unqualified',
  away: 'on-leave',
  limit: 'duty',
  'limit-waiting': 'duty',
}

/** By what is wrong with its status (`outOfForce`). */
const TARGET_REASONS: Readonly<Record<string, SubstitutionCode>> = {
  deregistered: 'deregistered',
  revoked: 'deregistered',
  cancelled: 'deregistered',
  'moved-out': 'moved',
  closed: 'closed',
  liquidating: 'closed',
  ended: 'closed',
}

/** Nobody knows why it is not in the registry any more; the list for the public is Chinese. */
const LOST = 'other:已移出名录库'
