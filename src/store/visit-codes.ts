import type { DrawNumber } from '../core/ids.ts'
import type { EntryWriter } from './entry.ts'
import type { Store } from './open.ts'
import { VISIT_CODE } from './schema/ledger-tables.ts'

/** The code of a visit that one department makes at one target; empty where none was given. */
export type CodeOfVisit = (target: string, department: string) => string

/** The codes that other systems gave the visits of a draw, as they stand. */
export function codesOfVisits(store: Store, draw: DrawNumber): CodeOfVisit {
  const rows = store
    .sql<[string, string, string]>(
      'select target, department, code from visit_code where draw = ? order by rowid',
    )
    .raw()
    .iterate(draw)
  const codes = new Map<string, string>()
  for (const [target, department, code] of rows) codes.set(placeOf(target, department), code)
  return (target, department) => codes.get(placeOf(target, department)) ?? ''
}

/**
 * The same of the visits of many draws. `held` draws are kept in memory: one where they come one after the other; all where
 * what stood before this entry is asked for while it writes.
 */
export function codesByDraw(store: Store, held: 'one' | 'all') {
  const known = new Map<string, CodeOfVisit>()
  return (draw: string, target: string, department: string): string => {
    let codes = known.get(draw)
    if (codes === undefined) {
      if (held === 'one') known.clear()
      codes = codesOfVisits(store, draw as DrawNumber)
      known.set(draw, codes)
    }
    return codes(target, department)
  }
}

/** Puts the code of a visit on record; an empty one takes it back. */
export function writeVisitCode(
  writer: EntryWriter,
  visit: { readonly draw: string; readonly target: string; readonly department: string },
  code: string,
): void {
  const { draw, target, department } = visit
  writer.write(VISIT_CODE, { draw, target, department, code })
}

function placeOf(target: string, department: string): string {
  return `${target}\n${department}`
}
