import type { LargeRemoval } from '../../../core/registry/large-removal.ts'
import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import type { RuleNamed, RuleSet } from '../../../core/rules/reasons.ts'
import { ruleNamed } from '../../../core/rules/rule-book.ts'

/** Several names. */
export function listed(names: readonly string[]): string {
  return names.join(', ')
}

/** One thing, two things. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** The nearest name, where there is one. */
export function orLike(nearest: string | null): string {
  return nearest === null ? '' : `; the nearest is “${nearest}”`
}

/** A rule, its value, and where that was set. */
export function ruleText({ rule, value, set }: RuleNamed): string {
  const title = `rule ${rule} (${ruleNamed(rule)?.en ?? rule})`
  return set === 'wished' ? `${title} would become “${value}”` : `${title} is “${value}”, ${setBy(set)}`
}

function setBy(set: RuleSet | null): string {
  return set === null ? 'the preset' : `set by ${set.actor} at ${set.at} (ledger entry ${set.entry})`
}

/** Which upper limits an item of the 一般 kind does not state. */
export function lacking(lacks: readonly ('rate' | 'frequency')[]): string {
  return lacks.join(' and ')
}

/** What a seat asks for. */
export function seatNamed(tag: string): string {
  return tag === '' ? 'anyone' : tag
}

/** The part of a registry that would be retired. */
export function removal({ heading, value, before, gone }: LargeRemoval): string {
  return `${gone} of ${before} records ${value === '' ? 'of the whole registry' : `with ${heading} “${value}”`}`
}

export function libraryNamed(name: string): string {
  return LIBRARIES[name as LibraryName] ?? name
}

export const LIBRARIES: Readonly<Record<LibraryName, string>> = {
  departments: 'departments',
  items: 'inspection items',
  targets: 'targets',
  inspectors: 'inspectors',
  experts: 'experts',
  recusals: 'recusals',
  plan: 'annual plan',
  results: 'results',
}
