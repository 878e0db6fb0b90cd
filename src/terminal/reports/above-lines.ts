import { escapeControls } from '../../core/escape-controls.ts'
import type { AboveLimits } from '../../core/frame/above-limits.ts'
import type { NamingDesk } from '../naming.ts'

/** What is above a limit by now, and the substitutions that would put it right; nothing where nothing is. */
export function aboveLines({ say, named }: NamingDesk, draw: string, above: AboveLimits): string[] {
  if (above.targets.length + above.items.length + above.people.length === 0) return []
  const words = say.draw.above
  const due = substitutionsFor(draw, above)
  const nameOf = (limit: string, of: string) => (limit in OF ? named(OF[limit as keyof typeof OF], of) : of)
  return [
    words.heading,
    ...above.targets.map(
      ({ target, limit, of, visits, most }) =>
        `  ${words[limit](named('targets', target), nameOf(limit, of), visits, most)}`,
    ),
    ...above.items.map(
      ({ item, name, limit, base, drawn, may }) =>
        `  ${words.item(item, escapeControls(name), escapeControls(limit), base, drawn, may)}`,
    ),
    ...above.people.map(
      ({ inspector, visits, most }) => `  ${words.person(named('inspectors', inspector), visits, most)}`,
    ),
    ...(due.length === 0 ? [] : [words.due]),
    ...due.map(argv => `  ${[...argv, ...say.draw.changed.approver].join(' ')}`),
  ]
}

/** What a limit counts by, where that is a code. */
const OF = {
  'cap-department': 'departments',
  frequency: 'items',
} as const

/** The substitutions that bring a draw below its limits again, as arguments. */
export function substitutionsFor(draw: string, { targets, people }: AboveLimits): (readonly string[])[] {
  const of = (...given: string[]) => ['ssj', 'draw', 'substitute', draw, ...given]
  return [
    ...[...new Set(targets.map(({ target }) => target))].map(target =>
      of('--target', target, '--reason', 'visited'),
    ),
    ...people.map(({ inspector }) => of('--inspector', inspector, '--reason', 'duty')),
  ]
}
