import type { SinceFreeze, WhyNotPerson } from '../../core/freeze/since-freeze.ts'
import { substitutionsDue } from '../../core/freeze/substitutions-due.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { Desk } from '../desk.ts'
import type { NamingDesk } from '../naming.ts'

/** What changed between freeze and run, and the commands that follow; nothing where nothing did. */
export function changedLines({ say, named }: NamingDesk, draw: DrawNumber, changed: SinceFreeze): string[] {
  const { targets, people, recusals } = changed
  const words = say.draw.changed
  if (targets.length + people.length + recusals.length === 0) return []
  const whyPerson = (why: WhyNotPerson) =>
    why in words.why ? words.why[why as OwnWhy] : say.freeze.leftOut[why as LeftOutWhy]
  const whyTarget = (why: string) =>
    why === 'retired' ? words.why.retired : (say.published.excluded[why] ?? why)
  const due = substitutionsDue(draw, changed)
  return [
    words.heading,
    ...targets.map(({ target, why, place }) => `  ${words[place](named('targets', target), whyTarget(why))}`),
    ...people.map(({ inspector, why, targets: at }) =>
      at.length > 0
        ? `  ${words.seated(
            named('inspectors', inspector),
            whyPerson(why),
            at.map(target => named('targets', target)),
          )}`
        : `  ${words.unseated(named('inspectors', inspector), whyPerson(why))}`,
    ),
    ...recusals.map(
      ({ inspector, target }) =>
        `  ${words.recused(named('inspectors', inspector), named('targets', target))}`,
    ),
    ...(due.length === 0
      ? []
      : [
          words.due,
          ...due.map(argv => `  ${[...argv, ...words.approver].map(quoted).join(' ')}`),
          words.again,
        ]),
  ]
}

type OwnWhy = keyof Desk['say']['draw']['changed']['why']
type LeftOutWhy = keyof Desk['say']['freeze']['leftOut']

/** As a shell takes it. */
function quoted(argument: string): string {
  return /^[\p{L}\p{N}._/:=-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`
}
