import { isStanding } from '../core/draw/standing.ts'
import { sortRows, tableText } from '../core/draw/table.ts'
import { ASSIGNMENT, FRAME, SUBSTITUTIONS } from '../core/draw/tables.ts'
import { circumstances } from '../core/publication/circumstances.ts'
import { commonVisitTable } from '../core/publication/common-visits.ts'
import {
  type InspectorFacts,
  type PeopleTable,
  publicList,
  type TargetFacts,
  visitSheets,
  visitTable,
} from '../core/publication/lists.ts'
import { PAGE_FILE, pageWith } from '../core/publication/page.ts'
import { recordText } from '../core/publication/record.ts'
import {
  inspectorChanges,
  listedAfter,
  publicChanges,
  targetChanges,
} from '../core/publication/substitutions.ts'
import { UserError } from '../core/reason.ts'
import { type Library, library } from '../core/registry/library.ts'
import { at } from '../core/registry/row.ts'
import type { CommonVisit } from '../core/rules/merge.ts'
import { writeFolder } from '../files/folder.ts'
import { builtPage } from '../files/page.ts'
import { peopleCsv } from '../files/people-csv.ts'
import { attemptsAt, type DrawRecord, drawnOf, filesOf } from '../store/draws.ts'
import { entryDigest } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import { recordOf } from '../store/registry.ts'
import type { Desk } from '../terminal/desk.ts'
import { lawOf } from './draw-law.ts'
import { rowsOf } from './fixed-files.ts'
import { itemFinder } from './items-of-department.ts'
import { drawNamed, withStore } from './shared.ts'
import { type Changed, changedIn } from './standing.ts'
import { commonVisitsOf, goingFrom } from './visiting.ts'

export interface ExportOptions {
  readonly to: string
  readonly profile?: string
}

/** Files that name inspectors: only the archive has them. */
const NAMES_PEOPLE = new Set(['pool.csv', 'recusals.csv', 'assignment.csv'])

/** export — lay the draw out as tables, write the folder whole or not at all. */
export async function exportDraw(desk: Desk, name: string, options: ExportOptions): Promise<number> {
  const archive = options.profile === 'archive'
  return withStore(desk, store => {
    const draw = drawNamed(store, desk, name)
    if (draw.run === null) throw new UserError('draw-not-run', { draw: draw.number })
    if (!archive && !draw.detail.publishList) throw new UserError('list-unpublished', { task: draw.task })
    const files = new Map<string, Uint8Array | string>()
    const changed = changedIn(store, draw.number)
    for (const [file, bytes] of filesOf(store, draw.number))
      if (archive || !NAMES_PEOPLE.has(file)) files.set(file, bytes)
    const changes = archive ? changed.changes : publicChanges(changed.changes)
    if (changes.length > 0) files.set(SUBSTITUTIONS.file, tableText(SUBSTITUTIONS, changes))
    files.set('record.json', recordOfDraw(store, draw))
    const target = targetFacts(store, draw)
    const told = circumstancesOf(store, draw, changed, target)
    if (told !== null) files.set('抽取情况说明.txt', told)
    for (const { file, headings, rows } of tablesOf(store, draw, changed, target, archive))
      files.set(file, peopleCsv(headings, rows))
    files.set(PAGE_FILE, pageWith(builtPage(), files))
    writeFolder(options.to, files)
    desk.result(
      {
        draw: draw.number,
        folder: options.to,
        profile: archive ? 'archive' : 'public',
        files: [...files.keys(), 'SHA256SUMS'],
      },
      () => [desk.say.exported(options.to, files.size + 1)],
    )
    return 0
  })
}

/** What people read: the public list, and in the archive the visits by target and by inspector. */
function tablesOf(
  store: Store,
  draw: DrawRecord,
  { changes, standing }: Changed,
  target: TargetOf,
  archive: boolean,
): PeopleTable[] {
  const items = itemNames(store, draw)
  const standingRows = drawnOf(store, draw.number).filter(row => isStanding(row, standing))
  const list = publicList(listedAfter(standingRows, changes), items, target)
  const replaced = publicChanges(changes).length > 0 ? [targetChanges(changes, target)] : []
  const common = commonVisitsOf(store, draw)
  const together = (inspector: ((id: string) => InspectorFacts) | null) =>
    common.length === 0 ? [] : [commonTable(store, draw, common, target, inspector)]
  if (!archive) return [list, ...replaced, ...together(null)]
  const assignment = sortRows(ASSIGNMENT, goingFrom(draw.number, standing.seats, common))
  const people = changes.some(({ kind, out }) => kind === 'inspector' && out !== '')
  const inspector = inspectorFacts(store, draw)
  const period = `${draw.starts}~${draw.ends}`
  return [
    list,
    ...replaced,
    ...(people ? [inspectorChanges(changes, target, inspector)] : []),
    ...together(inspector),
    visitTable(assignment, items, period, target, inspector),
    ...visitSheets(assignment, items, period, target, inspector),
  ]
}

/** The common visits of a draw, with the names of departments and items as they were when it was frozen. */
function commonTable(
  store: Store,
  draw: DrawRecord,
  visits: readonly CommonVisit[],
  target: TargetOf,
  inspector: ((id: string) => InspectorFacts) | null,
): PeopleTable {
  const nameIn = (of: Library) =>
    cached((code: string) => recordOf(store, of, code, draw.since)?.row[at(of, 'name')] ?? code)
  const itemsOf = itemFinder(store)
  const listed = visits.map(visit => ({
    ...visit,
    items: [visit.host, visit.guest].flatMap(number => itemsOf(number, visit.target)),
  }))
  return commonVisitTable(listed, target, nameIn(library('departments')), nameIn(library('items')), inspector)
}

/** What the public must be told beside the result: further attempts, and targets that were replaced. */
function circumstancesOf(
  store: Store,
  draw: DrawRecord,
  { changes }: Changed,
  target: TargetOf,
): string | null {
  const earlier = attemptsAt(store, draw.task)
    .filter(({ attempt }) => attempt < draw.attempt)
    .map(other => ({ draw: other.number, attempt: other.attempt, reason: other.void?.reason ?? '' }))
  const reason = draw.detail.again?.reason ?? null
  return circumstances(draw.number, draw.attempt, reason, earlier, changes, target)
}

function itemNames(store: Store, draw: DrawRecord): string {
  const of = library('items')
  return draw.detail.items
    .map(code => recordOf(store, of, code, draw.since)?.row[at(of, 'name')] ?? code)
    .join('、')
}

type TargetOf = (id: string) => TargetFacts

/** Names as the registries had them when the draw was frozen. */
function targetFacts(store: Store, draw: DrawRecord): TargetOf {
  const of = library('targets')
  const departmentsOf = departmentsIn(store, draw)
  return cached(id => {
    const row = recordOf(store, of, id, draw.since)?.row
    return {
      code: id,
      name: row?.[at(of, 'name')] ?? '',
      address: row?.[at(of, 'address')] ?? '',
      departments: departmentsOf(id),
    }
  })
}

/** Department names of each drawn target, from the frame that was drawn. */
function departmentsIn(store: Store, draw: DrawRecord): (id: string) => readonly string[] {
  const of = library('departments')
  const nameOf = cached(code => recordOf(store, of, code, draw.since)?.row[at(of, 'name')] ?? code)
  const drawn = new Set(drawnOf(store, draw.number).map(row => row.target))
  const found = new Map<string, readonly string[]>()
  for (const { target, departments } of rowsOf(FRAME, filesOf(store, draw.number)))
    if (drawn.has(target)) found.set(target, departments.map(nameOf))
  return id => found.get(id) ?? []
}

function inspectorFacts(store: Store, draw: DrawRecord): (id: string) => InspectorFacts {
  const of = library('inspectors')
  const departments = library('departments')
  return cached(id => {
    const row = recordOf(store, of, id, draw.since)?.row
    const value = (name: string) => row?.[at(of, name)] ?? ''
    const lent = draw.detail.lent?.find(row => row.inspector === id)
    const department = lent?.department ?? value('department')
    return {
      name: value('name') || id,
      certificate: value('certificate'),
      department:
        recordOf(store, departments, department, draw.since)?.row[at(departments, 'name')] ?? department,
      leader: value('leader') === '是',
    }
  })
}

/** `record.json` as it is now. */
export function recordOfDraw(store: Store, draw: DrawRecord): string {
  const run = draw.run!
  const { detail } = draw
  return recordText({
    draw: draw.number,
    attempt: draw.attempt,
    task: draw.task,
    frozen: {
      at: detail.frozenAt,
      by: detail.actor,
      entry: draw.since,
      ledger: entryDigest(store, draw.since),
    },
    drawn: {
      at: run.detail.drawnAt,
      by: run.detail.actor,
      entry: run.since,
      ledger: entryDigest(store, run.since),
    },
    commitment: run.detail.committed === 'before' ? 'before-the-seed' : 'with-the-draw',
    seedFrom: run.detail.machine ? 'this-machine' : 'announced-sources',
    again: detail.again,
    void: draw.void === null ? null : { reason: draw.void.reason, approver: draw.void.approver },
    signatures: run.detail.signatures,
    registry: detail.registry ?? null,
    ...lawOf(draw),
    program: detail.program,
  })
}

function cached<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    let found = known.get(key)
    if (found === undefined) {
      found = find(key)
      known.set(key, found)
    }
    return found
  }
}
