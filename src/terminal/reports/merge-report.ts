import { escapeControls } from '../../core/escape-controls.ts'
import type { CommonVisit } from '../../core/visits/common-visits.ts'
import type { NamingDesk } from '../naming.ts'

/** A common visit with the names that people read. */
export interface NamedVisit extends CommonVisit {
  readonly name: string
  /** What each department checks there, draw by draw. */
  readonly items: readonly {
    readonly draw: string
    readonly department: string
    readonly items: readonly string[]
  }[]
}

/** Targets that several draws visit, with the command that merges the visits; then what is already merged. */
export function proposalLines(
  desk: NamingDesk,
  proposals: readonly NamedVisit[],
  merged: readonly { readonly target: string; readonly host: string; readonly guest: string }[],
): string[] {
  const words = desk.say.merge
  return [
    words.proposed(proposals.length),
    ...proposals.flatMap(visit => visitLines(desk, visit)),
    ...(proposals.length === 0 ? [] : [words.how]),
    ...(merged.length === 0 ? [] : ['', words.already(merged.length)]),
    ...merged.map(row => words.one(desk.named('targets', row.target), row.host, row.guest)),
  ]
}

export function mergedLines(desk: NamingDesk, visits: readonly NamedVisit[]): string[] {
  return [desk.say.merge.done(visits.length), ...visits.flatMap(visit => visitLines(desk, visit))]
}

/** One common visit: where, who goes for each department, and what they check. */
export function visitLines({ say, named }: NamingDesk, visit: NamedVisit): string[] {
  const words = say.merge
  const { target, host, guest, shared, team, lacks, items } = visit
  const departments = [...new Set(team.map(({ department }) => department))]
  return [
    words.visit(named('targets', target), host, guest),
    ...departments.map(department => {
      const people = team
        .filter(row => row.department === department)
        .map(row => named('inspectors', row.inspector))
      const own = new Set(items.filter(row => row.department === department).flatMap(row => row.items))
      return words.department(
        named('departments', department),
        say.common.listed(people),
        say.common.listed([...own]),
        shared.includes(department),
      )
    }),
    ...lacks.map(({ department, tag }) =>
      words.lacks(named('departments', department), escapeControls(tag), host),
    ),
  ]
}

/** The same for scripts. */
export function mergeData({ target, name, host, guest, shared, team, lacks, items }: NamedVisit): unknown {
  return { target, name, host, guest, shared, team, lacks, items }
}
