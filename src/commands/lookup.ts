import type { DrawReasons } from '../core/draw/reasons.ts'
import type { EntryNumber } from '../core/ids.ts'
import { nearest } from '../core/nearest.ts'
import type { OptionReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { LIBRARIES, type Library } from '../core/registry/libraries/field.ts'
import { LIBRARY_NAMES, library, libraryCalled } from '../core/registry/libraries/library.ts'
import { idOf } from '../core/registry/libraries/record-cells.ts'
import type { RegistryReasons } from '../core/registry/reasons.ts'
import { idsOf, meantTask } from '../core/registry/task-id.ts'
import type { DrawRecord } from '../store/draws/draw-record.ts'
import { drawNumbered, drawsIn } from '../store/draws/draws.ts'
import type { Store } from '../store/open.ts'
import { recordOf, records, type Version } from '../store/registry/registry.ts'
import { idOfTarget } from '../store/registry/targets.ts'
import { tasksCalled } from '../store/registry/tasks.ts'
import type { Desk } from '../terminal/desk.ts'
import { officeYear } from './office-today.ts'

const refuse = refusal<DrawReasons & OptionReasons & RegistryReasons>()

/** The library with this name, English or Chinese, or the refusal that names the nearest. */
export function libraryNamed(name: string): Library {
  const called = libraryCalled(name)
  if (called !== undefined) return library(called)
  throw refuse('unknown-library', { name, nearest: nearest(name, LIBRARY_NAMES), known: LIBRARIES })
}

/** The draw that the user named, fully or by its last number of the current year. */
export function drawNamed(store: Store, desk: Desk, name: string): DrawRecord {
  const draw = drawNumbered(store, name, officeYear(desk, store))
  if (draw !== null) return draw
  throw refuse('no-such-draw', {
    draw: name,
    nearest: nearest(
      name,
      drawsIn(store).map(({ number }) => number),
    ),
  })
}

/**
 * The id of the task that the user named: by year and number (`2026/P01`) any, by its number (`P01`) the only one or that
 * of the present year. Null where none goes by it; refused, with the candidates, where several may be meant.
 */
export function taskNamed(store: Store, desk: Desk, name: string, at?: EntryNumber): string | null {
  const called = tasksCalled(store, name, at)
  const meant = meantTask(called, officeYear(desk, store))
  if (meant === null && called.length > 0)
    throw refuse('ambiguous-task', { task: name, candidates: idsOf(called) })
  return meant?.id ?? null
}

/** The id that a record goes by in the store where the user named it by another code: a task by its number, in the id of a result too. */
export function idNamed(
  store: Store,
  desk: Desk,
  { name }: Pick<Library, 'name'>,
  id: string,
  at?: EntryNumber,
): string {
  switch (name) {
    case 'targets':
      return idOfTarget(store, id)
    case 'plan':
      return taskNamed(store, desk, id, at) ?? id
    case 'results':
      if (recordOf(store, library(name), id, at) !== null) return id
      return id.replace(/^.+(?=\/[^/]+\/[^/]+$)/, task => taskNamed(store, desk, task, at) ?? task)
    default:
      return id
  }
}

/** The version of a record that the user named, now or at an entry; a target by any of its codes. */
export function recordNamed(store: Store, desk: Desk, name: string, id: string, at?: EntryNumber): Version {
  const of = libraryNamed(name)
  const key = idNamed(store, desk, of, id, at)
  const found = recordOf(store, of, key, at)
  if (found !== null) return found
  const near = of.name === 'targets' ? null : nearest(id, [...records(store, of)].map(idOf))
  throw refuse('no-such-record', { library: of.name, id, nearest: near })
}

/** A whole number of an option, or the refusal. */
export function wholeNumber(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw refuse('invalid-option', { option, value, expected: '0, 1, 2, …' })
  return Number(value)
}

/** A year of an option, `YYYY`, or the refusal. */
export function yearNamed(option: string, value: string): string {
  if (!/^[1-9]\d{3}$/.test(value)) throw refuse('invalid-option', { option, value, expected: 'YYYY' })
  return value
}
