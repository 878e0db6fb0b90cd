import type { Blocking } from '../../../core/draw/blocking/blocking.ts'
import type { Cause } from '../../../core/draw/blocking/causes.ts'
import type { Cure } from '../../../core/draw/blocking/cure.ts'
import { counted, listed } from './phrases.ts'

/** Where the matching is stuck, why, and which single changes would resolve it. */
export function blockingText(blocking: Blocking): string {
  const how = blocking.cures.map(cureText)
  return (
    blockedText(blocking) +
    (how.length === 0
      ? '. No single change would resolve it; each was tried'
      : `. Any one of these changes would resolve it (each was tried by matching again): ${how.join('; ')}`)
  )
}

/** Which targets and people are concerned, how many seats are short, and the rules that cause it. */
export function blockedText(blocking: Blocking): string {
  const { targets, inspectors, seats, free, outside, deficit, unfilled, causes } = blocking
  const own =
    inspectors.length === 0
      ? ''
      : free === 0
        ? `${some(inspectors)} can make no more visits, and `
        : `${some(inspectors)} can make ${counted(free, 'more visit')}, and `
  const others = inspectors.length === 0 ? 'everyone together' : 'everyone else'
  const whole = unfilled > deficit ? ` (${unfilled} short in the whole department)` : ''
  const why = causes.map(cause => causeText(cause, blocking))
  return (
    `${counted(targets.length, 'target')} (${some(targets)}) ${targets.length === 1 ? 'needs' : 'need'} ${counted(seats, 'seat')}; ${own}${others} can fill at most ${outside} of them, which is ${deficit} short${whole}` +
    (why.length === 0 ? '' : `. Why: ${why.join('; ')}`)
  )
}

function causeText(cause: Cause, { free }: Blocking): string {
  switch (cause.kind) {
    case 'capacity':
      return `the workload limit of ${some(cause.inspectors)} leaves ${free === 0 ? 'no visits' : counted(free, 'visit')}`
    case 'tag':
      return cause.carriers === 0
        ? `${counted(cause.seats, 'seat')} ${cause.seats === 1 ? 'requires' : 'require'} “${cause.tag}”, which no one in the pool has`
        : `${counted(cause.seats, 'seat')} ${cause.seats === 1 ? 'requires' : 'require'} “${cause.tag}”, which only ${cause.carriers} in the pool ${cause.carriers === 1 ? 'has' : 'have'} (${some(cause.inspectors)})`
    case 'expert':
      return `experts take expert seats only: ${some(cause.inspectors)}`
    case 'recusal':
      return `recused: ${some(cause.pairs.map(pair => `${pair.inspector} from ${pair.target}`))}`
    case 'sameArea':
      return `inspectors keep away from targets of their own station: ${some(cause.areas)}`
    case 'people':
      return `one target needs ${counted(cause.seats, 'person', 'people')} and only ${cause.people} may go`
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
      return 'let inspectors visit targets of their own station'
    case 'tag':
      return `${cure.inspector} gains “${cure.tag}”`
    case 'person':
      return `one more person${cure.tag === '' ? '' : ` with “${cure.tag}”`} (--lend can borrow one)`
    case 'seat':
      return `one seat fewer for ${cure.tag === '' ? 'anyone' : `“${cure.tag}”`} at each target`
    default:
      return cure satisfies never
  }
}

/** Five names at most. */
function some(names: readonly string[]): string {
  return listed(names.slice(0, 5)) + (names.length > 5 ? ` and others, ${names.length} in all` : '')
}
