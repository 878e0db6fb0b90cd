import type { AssignmentRow } from '../../draw/folder/rows.ts'
import { sortRows } from '../../draw/folder/table.ts'
import { ASSIGNMENT, type SubstitutionRow } from '../../draw/folder/tables.ts'
import { isStanding, type Standing } from '../../draw/substitution/standing.ts'
import { goingFrom } from '../../visits/common-visits.ts'
import type { DataTable, Document } from '../document.ts'
import { AT_ONCE, type DrawFacts, weakSentence } from '../draw-facts.ts'
import type { Layout } from '../lists/layout.ts'
import {
  beside,
  drawnTable,
  drawnValues,
  type Officers,
  officerColumns,
  publicList,
} from '../lists/public-list.ts'
import type { InspectorsById, Listed, TargetsById } from '../people.ts'
import { maskText } from '../private-data.ts'
import { publicDrawFacts, publicTarget, type Showing } from '../public-facts.ts'
import type { EarlierAttempt } from './circumstances.ts'
import { commonVisitTable, type ListedVisit } from './common-visits-sheet.ts'
import { FORMS, inspectionForm } from './inspection-form.ts'
import { inspectionNotice, NOTICES } from './inspection-notice.ts'
import { minutes } from './minutes.ts'
import { changesShown, inspectorChanges, listedAfter, publicChanges, targetChanges } from './substitutions.ts'
import { targetSheets } from './target-sheets.ts'
import { taskNotice } from './task-notice.ts'
import { underOffice } from './under-office.ts'
import { visitSheets, visitTable } from './visit-sheets.ts'
import { type DrawOfYear, yearOfDraws } from './year-of-draws.ts'

/** All that papers tell of a draw, as it stands now. */
export interface DocumentInput {
  readonly facts: DrawFacts
  readonly selection: readonly Drawn[]
  readonly changes: readonly SubstitutionRow[]
  readonly standing: Standing
  /** Nobody outside may compute the draw yet. */
  readonly sealed: boolean
  /** The attempts at its task before it. */
  readonly earlier: readonly EarlierAttempt[]
  /** All draws of its year. */
  readonly year: readonly DrawOfYear[]
  /** Its common visits; `sealed` where this draw or the other is. */
  readonly common: readonly (ListedVisit & { readonly sealed: boolean })[]
  readonly target: TargetsById
  readonly inspector: InspectorsById
  readonly departmentName: (code: string) => string
  readonly itemName: (code: string) => string
  /** How often a target, or the firm that answers for it, stood in other draws of the year when this one was run. */
  readonly timesBefore: Pick<ReadonlyMap<string, number>, 'get'>
  /** Where the lead department is asked. */
  readonly contact: string
  /** The code that the other system gave the visit of a department (检查任务码); not there where it gave none. */
  readonly codeOf?: (target: string, department: string) => string
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
  /** How much the list tells of the officers, or the columns that tell it. */
  readonly officers: Officers | DataTable
  /** How the office shows people in public. */
  readonly showing: Showing
}

/**
 * What people read of a draw: for the public the notice, the list and the minutes; in the archive also what names
 * people. Under seal there is no list yet, and no common visit that would give away a target. Each is laid out when it is
 * its turn, anew each time they are gone over: those of a large draw are too many to be at hand.
 */
export function documentsOf(input: DocumentInput, wishes: DocumentWishes): Documents {
  const { archive, layout, showing } = wishes
  const { changes, sealed, inspector } = input
  // Notice and list are for the public, also where the archive keeps them.
  const shown = publicDrawFacts(input.facts, showing)
  const shownTarget: TargetsById = id => publicTarget(input.target(id), showing)
  const [facts, target] = archive ? [input.facts, input.target] : [shown, shownTarget]
  const common = commonIn(input, wishes)
  // Nothing is asked about a target that is not told of: whoever keeps what was asked keeps no more than was told.
  const lists = () => {
    const values = drawnValues(shown, listedIn(input), shownTarget)
    const list = beside(drawnTable(layout, values), officersIn(input, wishes))
    return [taskNotice(shown, list), publicList(shown, list)]
  }
  const replaced = () =>
    targetChanges(archive ? changes : changesShown(changes, showing.officials), facts.offset, target)
  const isReplaced = publicChanges(changes).length > 0
  const named = (nameOf: (code: string) => string) =>
    archive ? nameOf : (code: string) => maskText(nameOf(code))
  const names = { department: named(input.departmentName), item: named(input.itemName) }
  const { failed } = facts
  const people = archive && failed === null ? namingPeople(input, goingIn({ ...input, common })) : NOBODY
  const inTurn = function* (): Generator<Document> {
    if (!sealed && failed === null) yield* lists()
    if (isReplaced && (archive || !sealed)) yield replaced()
    if (common.length > 0)
      yield commonVisitTable(common, target, names.department, names.item, archive ? inspector : null)
    yield minutes(facts, failed === null ? null : names.department(failed), names)
    yield yearOfDraws(archive ? input.year : input.year.map(publicDraw))
    yield* people.documents
  }
  const notes = aboutSeed(facts)
  const finished = (documents: () => Iterable<Document>): Iterable<Document> => ({
    *[Symbol.iterator]() {
      for (const document of documents()) yield underOffice(saying(document, notes), facts.office)
    },
  })
  return {
    documents: finished(inTurn),
    bundles: new Map([...people.bundles].map(([bundle, pages]) => [bundle, finished(() => pages)])),
  }
}

/** Documents that stand alone, and those of which many are pages of one HTML file, by its name; all may be gone over more than once. */
export interface Documents {
  readonly documents: Iterable<Document>
  readonly bundles: ReadonlyMap<string, Iterable<Document>>
}

const NOBODY: Documents = { documents: [], bundles: new Map() }

/** What every paper begins with: that nothing was fixed before the draw, and that its seed is weak, with the reason and who approved. */
export function aboutSeed({ circumstances: { committed, weak } }: DrawFacts): readonly string[] {
  return [...(committed === 'at-once' ? [AT_ONCE] : []), ...(weak === null ? [] : [weakSentence(weak)])]
}

function saying(document: Document, sentences: readonly string[]): Document {
  const blocks = sentences.map(text => ({ kind: 'text', text }) as const)
  return { ...document, blocks: [...blocks, ...document.blocks] }
}

/** A draw of the list as the public reads it. */
export function publicDraw(draw: DrawOfYear): DrawOfYear {
  return { ...draw, task: maskText(draw.task), reason: maskText(draw.reason) }
}

/** The columns of the officers beside the list of the drawn targets. */
export function officersIn(
  input: DocumentInput,
  { archive, officers }: Pick<DocumentWishes, 'archive' | 'officers'>,
): DataTable {
  if (typeof officers !== 'string') return officers
  if (input.sealed) return { headings: [], rows: [] }
  const assignment = goingIn({ ...input, common: commonIn(input, { archive }) })
  return officerColumns(officers, listedIn(input), assignment, input.inspector)
}

/** The common visits that may be told of. */
export function commonIn(
  { common }: Pick<DocumentInput, 'common'>,
  { archive }: Pick<DocumentWishes, 'archive'>,
): DocumentInput['common'] {
  return common.filter(visit => archive || !visit.sealed)
}

/** Who will be inspected. */
function listedIn({ selection, changes, standing }: DocumentInput): Listed[] {
  return listedAfter(
    selection.filter(row => isStanding(row, standing)),
    changes,
  )
}

/** Who goes where, with whom they go in common. */
function goingIn({ facts, standing, common }: DocumentInput): AssignmentRow[] {
  return sortRows(ASSIGNMENT, goingFrom(facts.number, standing.seats, common))
}

/** The papers that name inspectors: who was replaced, and sheets, notices and forms for the visits. */
function namingPeople(input: DocumentInput, assignment: readonly AssignmentRow[]): Documents {
  const { facts, changes, target, inspector, codeOf } = input
  const replaced = changes.some(({ kind, out }) => kind === 'inspector' && out !== '')
  const sheets = targetSheets(input, assignment)
  const ofEach = (paper: typeof inspectionNotice): Iterable<Document> => ({
    *[Symbol.iterator]() {
      for (const sheet of sheets) yield paper(facts, sheet)
    },
  })
  return {
    documents: {
      *[Symbol.iterator]() {
        if (replaced) yield inspectorChanges(changes, facts.offset, target, inspector)
        yield visitTable(facts, assignment, target, inspector, codeOf)
        yield* visitSheets(facts, assignment, target, inspector, codeOf)
      },
    },
    bundles:
      assignment.length === 0
        ? new Map()
        : new Map([
            [NOTICES, ofEach(inspectionNotice)],
            [FORMS, ofEach(inspectionForm)],
          ]),
  }
}
