import { escapeControls } from '../../core/escape-controls.ts'
import type { SinceFreeze, WhyNotPerson } from '../../core/freeze/since-freeze.ts'
import { substitutionsDue } from '../../core/freeze/substitutions-due.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { Desk } from '../desk.ts'

/** What changed between freeze and run, and the commands that follow; nothing where nothing did. */
export function changedLines({ say }: Desk, draw: DrawNumber, changed: SinceFreeze): string[] {
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
    ...targets.map(({ target, why, place }) => `  ${words[place](target, whyTarget(why))}`),
    ...people.map(({ inspector, why, targets: at }) =>
      at.length > 0
        ? `  ${words.seated(escapeControls(inspector), whyPerson(why), at)}`
        : `  ${words.unseated(escapeControls(inspector), whyPerson(why))}`,
    ),
    ...recusals.map(({ inspector, target }) => `  ${words.recused(inspector, target)}`),
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
