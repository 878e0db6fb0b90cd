import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import { sortRows } from '../../core/draw/folder/table.ts'
import { ASSIGNMENT } from '../../core/draw/folder/tables.ts'
import { isStanding } from '../../core/draw/substitution/standing.ts'
import type { Document } from '../../core/publication/document.ts'
import type { DrawFacts } from '../../core/publication/draw-facts.ts'
import { fileNames } from '../../core/publication/file-names.ts'
import type { Layout } from '../../core/publication/lists/layout.ts'
import {
  beside,
  drawnTable,
  drawnValues,
  type Officers,
  officerColumns,
  publicFacts,
  publicList,
} from '../../core/publication/lists/public-list.ts'
import { commonVisitTable } from '../../core/publication/papers/common-visits-sheet.ts'
import { inspectionForm } from '../../core/publication/papers/inspection-form.ts'
import { inspectionNotice } from '../../core/publication/papers/inspection-notice.ts'
import { minutes } from '../../core/publication/papers/minutes.ts'
import {
  inspectorChanges,
  listedAfter,
  publicChanges,
  targetChanges,
} from '../../core/publication/papers/substitutions.ts'
import type { TargetSheet } from '../../core/publication/papers/target-sheet.ts'
import { taskNotice } from '../../core/publication/papers/task-notice.ts'
import { visitSheets, visitTable } from '../../core/publication/papers/visit-sheets.ts'
import { type InspectorsById, leaderFirst, type TargetsById } from '../../core/publication/people.ts'
import { groupBy } from '../../core/tally.ts'
import { type CommonVisit, goingFrom } from '../../core/visits/common-visits.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { drawnOf } from '../../store/draws/drawn.ts'
import { drawNumbered, isSealed } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { readRecord } from '../../store/registry/registry.ts'
import { commonVisitsOf } from '../../store/views/common-visits.ts'
import { drawFacts } from '../../store/views/draw-facts.ts'
import { inspectorsOf, targetsOf } from '../../store/views/draw-people.ts'
import { timesDrawnBefore } from '../../store/views/earlier-teams.ts'
import { itemFinder } from '../../store/views/items-of-department.ts'
import { departmentName, itemName } from '../../store/views/names.ts'
import { changedIn } from '../../store/views/standing-draw.ts'

export interface DocumentWishes {
  readonly archive: boolean
  readonly layout: Layout
  readonly officers: Officers
}

/**
 * What people read of a draw: for the public the notice, the list and the minutes; in the archive also what names
 * people. Under seal there is no list yet.
 */
export function drawDocuments(
  store: Store,
  draw: DrawRecord,
  { archive, layout, officers }: DocumentWishes,
): Document[] {
  const facts = drawFacts(store, draw)
  const { changes, standing } = changedIn(store, draw.number)
  const listed = listedAfter(
    drawnOf(store, draw.number).filter(row => isStanding(row, standing)),
    changes,
  )
  const common = commonVisitsOf(store, draw).filter(visit => archive || !isSecret(store, visit))
  const assignment = sortRows(ASSIGNMENT, goingFrom(draw.number, standing.seats, common))
  const known = targetsOf(store, draw)
  const target: TargetsById = archive ? known : id => publicFacts(known(id))
  const inspector = inspectorsOf(store, draw)
  const list = beside(
    drawnTable(layout, drawnValues(facts, listed, target)),
    officerColumns(officers, listed, assignment, inspector),
  )
  const replaced = publicChanges(changes).length > 0 ? [targetChanges(changes, target)] : []
  const people = changes.some(({ kind, out }) => kind === 'inspector' && out !== '')
  return [
    ...(isSealed(draw) ? [] : [taskNotice(facts, list), publicList(facts, list)]),
    ...(isSealed(draw) && !archive ? [] : replaced),
    ...(common.length === 0 ? [] : [commonTable(store, draw, common, target, archive ? inspector : null)]),
    minutes(facts),
    ...(archive
      ? [
          ...(people ? [inspectorChanges(changes, target, inspector)] : []),
          visitTable(facts, assignment, target, inspector),
          ...visitSheets(facts, assignment, target, inspector),
          ...targetPapers(store, draw, facts, assignment, target, inspector),
        ]
      : []),
  ]
}

/** A common visit that would give away a target of a draw under seal, this one or the other. */
function isSecret(store: Store, { host, guest }: CommonVisit): boolean {
  return [host, guest].some(number => isSealed(drawNumbered(store, number, '')!))
}

/** The common visits of a draw, with the names of departments and items as they were when it was frozen. */
function commonTable(
  store: Store,
  draw: DrawRecord,
  visits: readonly CommonVisit[],
  target: TargetsById,
  inspector: InspectorsById | null,
): Document {
  const item = (code: string) => itemName(store, code, draw.since)
  const itemsOf = itemFinder(store)
  const listed = visits.map(visit => ({
    ...visit,
    items: [visit.host, visit.guest].flatMap(number => itemsOf(number, visit.target)),
  }))
  const department = (code: string) => departmentName(store, code, draw.since)
  return commonVisitTable(listed, target, department, item, inspector)
}

/** A notice and a form for each drawn target. */
function targetPapers(
  store: Store,
  draw: DrawRecord,
  facts: DrawFacts,
  assignment: readonly AssignmentRow[],
  target: TargetsById,
  inspector: InspectorsById,
): Document[] {
  const before = timesDrawnBefore(store, draw, draw.starts.slice(0, 4))
  const teams = groupBy(assignment, row => row.target)
  const names = fileNames(teams.keys())
  const contact = contactOf(store, draw, facts.lead)
  const sheets = [...teams].map(([id, team]): TargetSheet => {
    const { code, name, address, representative, phone } = target(id)
    return {
      file: names.get(id)!,
      code,
      name,
      address,
      representative,
      phone,
      visits: (before.get(id) ?? 0) + 1,
      contact,
      team: leaderFirst(team, inspector),
    }
  })
  return [
    ...sheets.map(sheet => inspectionNotice(facts, sheet)),
    ...sheets.map(sheet => inspectionForm(facts, sheet)),
  ]
}

/** The lead department and the post where it is asked. */
function contactOf(store: Store, draw: DrawRecord, lead: string): string {
  const post = readRecord(store, 'departments', draw.detail.lead, draw.since)?.get('contact') ?? ''
  return `${lead}${post}`
}
