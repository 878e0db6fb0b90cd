import { sortByBytes } from '../../bytes.ts'
import { type CellResult, invalid, membersOf, unchanged } from './cell-result.ts'
import type { Context } from './context.ts'
import { EXPONENT, withoutTail } from './identifiers.ts'
import type { NoteCode } from './issue.ts'
import { OTHER_SEPARATORS } from './lists.ts'

/** A target, by any of its ids. */
export function readTarget(text: string, context: Context): CellResult {
  const reading = readReference(text.toUpperCase(), context.target)
  const recased = 'value' in reading && reading.note === null && reading.value !== text
  return recased ? { ...reading, note: 'case' } : reading
}

/** A target by any of its ids; any other text as it is, for whoever knows the names that may stand here. */
export function readNamed(text: string, context: Context): CellResult {
  if (EXPONENT.test(text)) return invalid('code-as-exponent', {})
  const narrow = text.normalize('NFKC')
  const reading = readTarget(narrow, context)
  if (!('value' in reading)) return unchanged(text)
  return narrow === text ? reading : { ...reading, note: reading.note ?? 'width' }
}

/** A record of another registry; `10.0` is looked for as `10` where nobody is called so. */
function readReference(text: string, find: (name: string) => CellResult): CellResult {
  if (EXPONENT.test(text)) return invalid('code-as-exponent', {})
  const found = find(text)
  const cut = withoutTail(text)
  if ('value' in found || !('value' in cut) || cut.note === null) return found
  const again = find(cut.value)
  return 'value' in again ? { value: again.value, note: cut.note } : again
}

/** A department, by any of its names. */
export function readDepartment(text: string, context: Context): CellResult {
  const reading = context.department(text)
  if ('value' in reading) return reading
  const several = membersOf(text.replaceAll('/', ';'))
  const areKnown = several.length > 1 && several.every(name => 'value' in context.department(name))
  return areKnown ? invalid('several-departments', { names: several }) : reading
}

/** Departments, by any of their names, in byte order. */
export function readDepartments(text: string, context: Context): CellResult {
  return eachOf(text, context.department)
}

/** Items, by their codes or names, in byte order; a name may hold marks that part members. */
export function readItems(text: string, context: Context): CellResult {
  const whole = context.item(text)
  return 'value' in whole ? whole : eachOf(text, context.item)
}

/** Reads the members of a list one by one; the first that is wrong is the answer. */
function eachOf(text: string, find: (name: string) => CellResult): CellResult {
  let note: NoteCode | null = null
  const values = new Set<string>()
  for (const name of membersOf(text).flatMap(name => partsKnown(name, find) ?? name)) {
    const reading = readReference(name, find)
    if (!('value' in reading)) return reading
    note ??= reading.note
    values.add(reading.value)
  }
  if (OTHER_SEPARATORS.test(text)) note ??= 'list-form'
  return { value: sortByBytes([...values]).join(';'), note }
}

/** `市监局/卫体局`, `市监局 卫体局`, `市监局和卫体局` as two names, if both are names; such a mark may also be part of one. */
function partsKnown(name: string, find: (name: string) => CellResult): readonly string[] | null {
  const known = (parts: readonly string[]) =>
    parts.length > 1 && parts.every(part => part !== '' && 'value' in find(part)) ? parts : null
  const bySlash = known(name.split('/').map(part => part.trim()))
  if (bySlash !== null || !/[/／+＋&\s和及与]/.test(name) || 'value' in find(name)) return bySlash
  return known(name.split(BETWEEN_NAMES).flatMap(part => part.trim().split(/\s+/)))
}

const BETWEEN_NAMES = /[/／+＋&]|和|及|与/

/** An inspector, by the code. */
export function readInspector(text: string, context: Context): CellResult {
  return readReference(text, context.inspector)
}

/** Inspectors, by their codes, in byte order. */
export function readInspectors(text: string, context: Context): CellResult {
  return eachOf(text, context.inspector)
}
