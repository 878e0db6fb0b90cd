import { FRAME } from '../core/draw/tables.ts'
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
import { UserError } from '../core/reason.ts'
import { library } from '../core/registry/library.ts'
import { at } from '../core/registry/row.ts'
import { writeFolder } from '../files/folder.ts'
import { builtPage } from '../files/page.ts'
import { peopleCsv } from '../files/people-csv.ts'
import { type DrawRecord, drawnOf, filesOf, seatedOf } from '../store/draws.ts'
import { entryDigest } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import { recordOf } from '../store/registry.ts'
import type { Desk } from '../terminal/desk.ts'
import { rowsOf } from './fixed-files.ts'
import { drawNamed, withStore } from './shared.ts'

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
    for (const [file, bytes] of filesOf(store, draw.number))
      if (archive || !NAMES_PEOPLE.has(file)) files.set(file, bytes)
    files.set('record.json', recordOfDraw(store, draw))
    for (const { file, headings, rows } of tablesOf(store, draw, archive))
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
function tablesOf(store: Store, draw: DrawRecord, archive: boolean): PeopleTable[] {
  const items = itemNames(store, draw)
  const selection = drawnOf(store, draw.number)
  const target = targetFacts(store, draw)
  const list = publicList(selection, items, target)
  if (!archive) return [list]
  const assignment = seatedOf(store, draw.number)
  const inspector = inspectorFacts(store, draw)
  const period = `${draw.starts}~${draw.ends}`
  return [
    list,
    visitTable(assignment, items, period, target, inspector),
    ...visitSheets(assignment, items, period, target, inspector),
  ]
}

function itemNames(store: Store, draw: DrawRecord): string {
  const of = library('items')
  return draw.detail.items
    .map(code => recordOf(store, of, code, draw.since)?.row[at(of, 'name')] ?? code)
    .join('、')
}

/** Names as the registries had them when the draw was frozen. */
function targetFacts(store: Store, draw: DrawRecord): (id: string) => TargetFacts {
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
    const department = value('department')
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
