import type { Blocking } from '../../../core/draw/blocking/blocking.ts'
import type { Cause } from '../../../core/draw/blocking/causes.ts'
import type { Cure } from '../../../core/draw/blocking/cure.ts'

/** Where it is stuck, why, and the single changes that would do. */
export function blockingText(blocking: Blocking): string {
  const how = blocking.cures.map(cureText)
  return (
    blockedText(blocking) +
    (how.length === 0
      ? '. No single change would do; each was tried'
      : `. Any one of these changes would do, each tried by matching again: ${how.join('; ')}`)
  )
}

/** Which targets and people, how many seats are missing, by which rules. */
export function blockedText(blocking: Blocking): string {
  const { targets, inspectors, seats, free, outside, deficit, unfilled, causes } = blocking
  const own =
    inspectors.length === 0
      ? ''
      : free === 0
        ? `${some(inspectors)} can go nowhere any more, and `
        : `${some(inspectors)} can make ${visits(free)} more, and `
  const others = inspectors.length === 0 ? 'all people together' : 'all others'
  const whole = unfilled > deficit ? ` (${unfilled} in the whole department)` : ''
  const why = causes.map(cause => causeText(cause, blocking))
  return (
    `${targets.length === 1 ? '1 target' : `${targets.length} targets`} (${some(targets)}) need ${seats} seats; ${own}${others} can take at most ${outside} of them, so ${deficit} ${deficit === 1 ? 'is' : 'are'} missing${whole}` +
    (why.length === 0 ? '' : `. Why: ${why.join('; ')}`)
  )
}

function causeText(cause: Cause, { free }: Blocking): string {
  switch (cause.kind) {
    case 'capacity':
      return `the limit of ${some(cause.inspectors)} leaves ${free === 0 ? 'nothing' : visits(free)}`
    case 'tag':
      return cause.carriers === 0
        ? `${cause.seats} of the seats ask for “${cause.tag}”, which nobody in the pool has`
        : `${cause.seats} of the seats ask for “${cause.tag}”, which only ${cause.carriers} in the pool have (${some(cause.inspectors)})`
    case 'expert':
      return `experts take expert seats only: ${some(cause.inspectors)}`
    case 'recusal':
      return `recused: ${some(cause.pairs.map(pair => `${pair.inspector} from ${pair.target}`))}`
    case 'sameArea':
      return `people of a station keep away from its own targets: ${some(cause.areas)}`
    case 'people':
      return `one target needs ${cause.seats} people and only ${cause.people} may go`
    default:
      return cause satisfies never
  }
}

function cureText(cure: Cure): string {
  switch (cure.kind) {
    case 'capacity':
      return `raise the limit of ${cure.inspector} by ${cure.by}`
    case 'recusal':
      return `lift the recusal of ${cure.inspector} from ${cure.target}`
    case 'sameArea':
      return 'let inspectors visit their own station'
    case 'tag':
      return `${cure.inspector} gains “${cure.tag}”`
    case 'person':
      return `one more person${cure.tag === '' ? '' : ` with “${cure.tag}”`} (--lend borrows one)`
    case 'seat':
      return `one seat fewer for ${cure.tag === '' ? 'anyone' : `“${cure.tag}”`} at each target`
    default:
      return cure satisfies never
  }
}

function visits(count: number): string {
  return count === 1 ? '1 visit' : `${count} visits`
}

/** Five names at most. */
function some(names: readonly string[]): string {
  return names.slice(0, 5).join(', ') + (names.length > 5 ? ` and others, ${names.length} in all` : '')
}
