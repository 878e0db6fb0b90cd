import type { AssignmentRow } from '../../draw/folder/rows.ts'
import { sortRows } from '../../draw/folder/table.ts'
import { ASSIGNMENT, type SubstitutionRow } from '../../draw/folder/tables.ts'
import { isStanding, type Standing } from '../../draw/substitution/standing.ts'
import { groupBy } from '../../tally.ts'
import { goingFrom } from '../../visits/common-visits.ts'
import type { Document } from '../document.ts'
import type { DrawFacts } from '../draw-facts.ts'
import { fileNames } from '../file-names.ts'
import type { Layout } from '../lists/layout.ts'
import {
  beside,
  drawnTable,
  drawnValues,
  type Officers,
  officerColumns,
  publicFacts,
  publicList,
} from '../lists/public-list.ts'
import { type InspectorsById, leaderFirst, type TargetSheet, type TargetsById } from '../people.ts'
import { commonVisitTable, type ListedVisit } from './common-visits-sheet.ts'
import { inspectionForm } from './inspection-form.ts'
import { inspectionNotice } from './inspection-notice.ts'
import { minutes } from './minutes.ts'
import { inspectorChanges, listedAfter, publicChanges, targetChanges } from './substitutions.ts'
import { taskNotice } from './task-notice.ts'
import { visitSheets, visitTable } from './visit-sheets.ts'

/** All that papers tell of a draw, as it stands now. */
export interface DocumentInput {
  readonly facts: DrawFacts
  readonly selection: readonly Drawn[]
  readonly changes: readonly SubstitutionRow[]
  readonly standing: Standing
  /** Nobody outside may compute the draw yet. */
  readonly sealed: boolean
  /** Its common visits; `sealed` where this draw or the other is. */
  readonly common: readonly (ListedVisit & { readonly sealed: boolean })[]
  readonly target: TargetsById
  readonly inspector: InspectorsById
  readonly departmentName: (code: string) => string
  readonly itemName: (code: string) => string
  /** In how many other draws of the year a target stood when this one was run. */
  readonly timesBefore: ReadonlyMap<string, number>
  /** Where the lead department is asked. */
  readonly contact: string
}

interface Drawn {
  readonly target: string
  readonly stratum: string
  readonly status: 'drawn' | 'reserve'
}

/** How the papers are wished: for the archive or the public, in which layout, with the officers or without. */
export interface DocumentWishes {
  readonly archive: boolean
  readonly layout: Layout
  readonly officers: Officers
}

/**
 * What people read of a draw: for the public the notice, the list and the minutes; in the archive also what names
 * people. Under seal there is no list yet, and no common visit that would give away a target.
 */
export function documentsOf(input: DocumentInput, { archive, layout, officers }: DocumentWishes): Document[] {
  const { facts, selection, changes, standing, sealed, inspector } = input
  const target: TargetsById = archive ? input.target : id => publicFacts(input.target(id))
  const common = input.common.filter(visit => archive || !visit.sealed)
  const assignment = sortRows(ASSIGNMENT, goingFrom(facts.number, standing.seats, common))
  const listed = listedAfter(
    selection.filter(row => isStanding(row, standing)),
    changes,
  )
  const list = beside(
    drawnTable(layout, drawnValues(facts, listed, target)),
    officerColumns(officers, listed, assignment, inspector),
  )
  const replaced = publicChanges(changes).length > 0 ? [targetChanges(changes, facts.offset, target)] : []
  const people = archive ? inspector : null
  return [
    ...(sealed ? [] : [taskNotice(facts, list), publicList(facts, list)]),
    ...(sealed && !archive ? [] : replaced),
    ...(common.length === 0
      ? []
      : [commonVisitTable(common, target, input.departmentName, input.itemName, people)]),
    minutes(facts),
    ...(archive ? namingPeople(input, assignment) : []),
  ]
}

/** The papers that name inspectors: who was replaced, and sheets, notices and forms for the visits. */
function namingPeople(input: DocumentInput, assignment: readonly AssignmentRow[]): Document[] {
  const { facts, changes, target, inspector } = input
  const replaced = changes.some(({ kind, out }) => kind === 'inspector' && out !== '')
  const sheets = targetSheets(input, assignment)
  return [
    ...(replaced ? [inspectorChanges(changes, facts.offset, target, inspector)] : []),
    visitTable(facts, assignment, target, inspector),
    ...visitSheets(facts, assignment, target, inspector),
    ...sheets.map(sheet => inspectionNotice(facts, sheet)),
    ...sheets.map(sheet => inspectionForm(facts, sheet)),
  ]
}

/** What the notice and the form of each target say. */
function targetSheets(
  { target, inspector, timesBefore, contact }: DocumentInput,
  assignment: readonly AssignmentRow[],
): TargetSheet[] {
  const teams = groupBy(assignment, row => row.target)
  const names = fileNames(teams.keys())
  return [...teams].map(([id, team]) => {
    const { code, name, address, representative, phone } = target(id)
    return {
      file: names.get(id)!,
      code,
      name,
      address,
      representative,
      phone,
      visits: (timesBefore.get(id) ?? 0) + 1,
      contact,
      team: leaderFirst(team, inspector),
    }
  })
}
