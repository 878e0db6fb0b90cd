import { escapeControls } from '../core/escape-controls.ts'
import type { FieldDifference, Issue } from '../core/registry/cells/issue.ts'
import type { Desk } from './desk.ts'

/** The libraries whose records go by codes that say nothing to people. */
export type NamedLibrary = 'departments' | 'items' | 'inspectors' | 'experts' | 'targets'

/** A code with the name that the registry has for it, `甲局（JIA）`; the code alone where it has none. */
export type Named = (library: NamedLibrary, code: string) => string

/** A desk that knows the names of a registry. What scripts get (`--json`, csv) has codes alone, as ever. */
export interface NamingDesk extends Desk {
  readonly named: Named
}

/** A desk for which `nameOf` finds names; each is asked for once, but for those of targets, of which there may be many. */
export function namingDesk(desk: Desk, nameOf: (library: NamedLibrary, code: string) => string): NamingDesk {
  const known = new Map<string, string>()
  const told = (library: NamedLibrary, code: string) =>
    escapeControls(desk.say.published.certificate.named(code, nameOf(library, code)))
  const named: Named = (library, code) => {
    if (library === 'targets') return told(library, code)
    const key = `${library} ${code}`
    const text = known.get(key) ?? told(library, code)
    known.set(key, text)
    return text
  }
  return { ...desk, named }
}

/** What a registry knows of the codes that a report tells: records by their names, differences and issues with them. */
export interface RegistryTelling {
  readonly called: (id: string) => string
  readonly difference: (one: FieldDifference) => FieldDifference
  readonly issue: (one: Issue) => Issue
  readonly person: (id: string) => string
}

/** Codes alone, where no registry is at hand. */
export const CODES_ALONE: RegistryTelling = {
  called: id => id,
  difference: one => one,
  issue: one => one,
  person: id => id,
}
