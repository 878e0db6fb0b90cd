import { refusal } from '../../core/refusal.ts'
import { contextOf } from '../../core/registry/cells/context.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import type { Result } from '../../core/results/result.ts'
import { isCase } from '../../core/results/result-key.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { allResults, resultsOfOccasion, resultsStanding, resultWith } from '../../store/results/results.ts'
import { standingVisit } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { drawNamed } from '../lookup.ts'
import { keysInFile } from './keys-in-file.ts'

const refuse = refusal<ResultReasons & RegistryReasons>()

/** Which results are meant: draws, cases or single results by their names, a department, the rows of a file. */
export interface Selection {
  readonly department?: string
  readonly file?: string
}

/** The results that are meant, read page by page, and how many they are at most; refused where nothing says which. */
export async function selectedResults(
  desk: Desk,
  store: Store,
  names: readonly string[],
  { department, file }: Selection,
): Promise<{ readonly results: Iterable<Result>; readonly most: number; readonly where: string }> {
  if (names.length === 0 && department === undefined && file === undefined) throw refuse('which-results', {})
  const keys = file === undefined ? null : await keysInFile(desk, store, file)
  const where = [
    ...names,
    ...(department === undefined ? [] : [department]),
    ...(file === undefined ? [] : [file]),
  ]
  const results = resultsMeant(desk, store, names, department, keys)()
  return { results, most: mostMeant(desk, store, names, department, keys), where: where.join(' ') }
}

/** The results of draws, cases and keys, all where none is named; of a department, and among keys, where these are given. */
export function resultsMeant(
  desk: Desk,
  store: Store,
  names: readonly string[],
  department: string | undefined,
  keys: ReadonlySet<string> | null,
): () => Iterable<Result> {
  const code = department === undefined ? null : departmentNamed(desk, store, department)
  const sources = sourcesOf(desk, store, names, keys)
  return () => among(sources, code, names.length > 0 ? keys : null)
}

function mostMeant(
  desk: Desk,
  store: Store,
  names: readonly string[],
  said: string | undefined,
  keys: ReadonlySet<string> | null,
): number {
  const department = said === undefined ? null : departmentNamed(desk, store, said)
  if (names.length === 0) return keys?.size ?? resultsStanding(store, { department })
  const all = names.reduce((sum, name) => sum + mostNamed(desk, store, name, department), 0)
  return Math.min(all, keys?.size ?? all)
}

function mostNamed(desk: Desk, store: Store, name: string, department: string | null): number {
  if (name.includes('/')) return 1
  return resultsStanding(store, { occasion: occasionNamed(desk, store, name), department })
}

function sourcesOf(
  desk: Desk,
  store: Store,
  names: readonly string[],
  keys: ReadonlySet<string> | null,
): readonly (() => Iterable<Result>)[] {
  if (names.length > 0) return names.map(name => resultsNamed(desk, store, name))
  if (keys === null) return [() => allResults(store)]
  return [() => [...keys].flatMap(id => resultWith(store, id) ?? [])]
}

/** A result by its key, or all of a draw or a case. */
function resultsNamed(desk: Desk, store: Store, name: string): () => Iterable<Result> {
  if (name.includes('/')) {
    const found = resultWith(store, name)
    if (found === null) throw refuse('no-such-result', { result: name, nearest: null })
    return () => [found]
  }
  const occasion = occasionNamed(desk, store, name)
  return () => resultsOfOccasion(store, occasion)
}

/** The number of a case or of a draw. */
function occasionNamed(desk: Desk, store: Store, name: string): string {
  const number = name.toUpperCase()
  return isCase(number) && standingVisit(store, number) !== undefined
    ? number
    : drawNamed(store, desk, name).number
}

function* among(
  sources: readonly (() => Iterable<Result>)[],
  department: string | null,
  keys: ReadonlySet<string> | null,
): Generator<Result> {
  for (const source of sources)
    for (const result of source())
      if ((department === null || result.department === department) && (keys === null || keys.has(result.id)))
        yield result
}

/** The code of a department that the user named by any of its names. */
export function departmentNamed(desk: Desk, store: Store, name: string): string {
  const found = contextOf(factsFor(store, library('plan'))).department(name)
  if ('value' in found) return found.value
  const place = { row: 1, column: null, heading: null, value: name }
  const sentence = issueSentence(desk.say, { ...place, ...found })
  throw refuse('invalid-value', { library: 'departments', heading: '--department', value: name, sentence })
}
