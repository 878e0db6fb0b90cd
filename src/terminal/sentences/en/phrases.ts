import type { FaultyItem } from '../../../core/frame/item-faults.ts'
import { BEIJING, clockOf, isRecordedMoment, officeTime } from '../../../core/office-time.ts'
import type { LeftOutReason } from '../../../core/pool/pool.ts'
import type { PrivateKind } from '../../../core/publication/private-data.ts'
import type { LargeChange } from '../../../core/registry/large-change.ts'
import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import type { RuleNamed, RuleSet } from '../../../core/rules/reasons.ts'
import { ruleNamed } from '../../../core/rules/rule-book.ts'

/** Several names. */
export function listed(names: readonly string[]): string {
  return names.join(', ')
}

/** 1 target, 2 targets, 3 entries. */
export function counted(count: number, thing: string, things = `${thing}s`): string {
  return `${count} ${count === 1 ? thing : things}`
}

/** A name that may have been meant, where there is one. */
export function orLike(nearest: string | null): string {
  return nearest === null ? '' : ` (did you mean “${nearest}”?)`
}

/** A rule, its value, and where that was set. */
export function ruleText({ rule, value, set }: RuleNamed): string {
  const title = `rule ${rule} (${ruleNamed(rule)?.en ?? rule})`
  return set === 'wished' ? `${title} would become “${value}”` : `${title} is “${value}”, ${setBy(set)}`
}

function setBy(set: RuleSet | null): string {
  return set === null
    ? 'the default'
    : `set by ${set.actor} at ${clockOf(set.at)} (ledger entry ${set.entry})`
}

/** The upper limits that a 一般 item does not state. */
export function lacking(lacks: readonly ('rate' | 'frequency')[]): string {
  return lacks.join(' and ')
}

/** Items by code and name. */
export function itemsNamed(items: readonly FaultyItem[]): string {
  return `${items.length === 1 ? 'item' : 'items'} ${items.map(({ item, name }) => `${item} (${name})`).join(', ')}`
}

/** Whose items these are. */
export function ownersOf(items: readonly FaultyItem[]): string {
  return `${items.length === 1 ? 'it is' : 'they are'} of ${listed([...new Set(items.flatMap(({ departments }) => departments))])}`
}

/** What a seat asks for. */
export function seatNamed(tag: string): string {
  return tag === '' ? 'anyone' : tag
}

/** The part of a registry that would be retired. */
export function removal({ heading, value, before, gone, turns }: LargeChange): string {
  const part = `${gone} of ${before} records ${value === '' ? 'in the whole registry' : `with ${heading} “${value}”`}`
  return turns === null
    ? `retire ${part}`
    : `change ${turns.field}, mostly to “${turns.to || 'empty'}”, of ${part}`
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
  holidays: 'table of holidays',
  plan: 'annual plan',
  results: 'results',
}

/** What of a person a text holds. */
export const privateKinds: Readonly<Record<PrivateKind | 'name', string>> = {
  name: 'the name of a person',
  identity: 'an identity number',
  mobile: 'a mobile number',
  landline: 'a telephone number',
  mail: 'an e-mail address',
  card: 'a bank card number',
  passport: 'the number of a passport or permit',
}

/** Why an inspector is left out. */
export const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'not-in-force': 'not in force',
  engagement: 'engagement as expert ends before the task does',
  items: 'expert for other items only',
  uncertified: 'no certificate number',
  certificate: 'certificate ends before the task does',
  away: 'away for the whole task',
  limit: 'yearly limit reached',
  'limit-waiting': 'draws that are frozen and not yet run may reach the yearly limit',
}

/** A moment of the ledger, in Beijing time. */
export function momentText(at: string): string {
  return isRecordedMoment(`${at}`) ? `${officeTime(at, BEIJING)} (Beijing time)` : at
}

/** Several records of a name that a row has no code beside; one alone has another certificate than the row. */
export function namesakes(name: string, codes: readonly string[]): string {
  return codes.length === 1
    ? `the department has “${name}” (${listed(codes)}) with another certificate: nobody can tell whether it was renewed or this is a namesake; add a column 人员编号`
    : `${codes.length} records are called “${name}” (${listed(codes)}), so that nobody can tell which is meant; add a column of codes`
}
