import type { DepartmentCode, InspectorId, TargetId } from '../ids.ts'
import { membersIn } from '../registry/cells/cell-result.ts'
import type { Issue, IssueCode } from '../registry/cells/issue.ts'
import { columnOf } from '../registry/libraries/record-cells.ts'
import type { JudgingInput } from './judging-input.ts'
import type { CaseOccasion, DrawnOccasion, NamedItem, Turn } from './occasion.ts'
import type { ResultKey } from './result-key.ts'
import { isCase, resultId } from './result-key.ts'
import { RESULTS, type Said, wrong } from './said.ts'

/** Where a result belongs. */
export interface ResultPlace {
  readonly key: ResultKey
  readonly task: string
  /** Who was to go; of a case nobody was seated. */
  readonly seated: readonly InspectorId[] | null
  readonly occasion: DrawnOccasion | CaseOccasion
}

type Found<T> = { readonly found: T } | { readonly issue: Issue }

/**
 * Finds the draw or the case, the target, the department's turn and the item that a row is of, or what speaks against it. A
 * result that stands keeps its place whatever became of the draw since: what was found there is followed up and corrected.
 */
export function placeOfResult(said: Said, input: JudgingInput): Found<ResultPlace> {
  const name = (said.get('draw') || said.get('task') || said.get('task_name')).trim()
  const visit = isCase(name.toUpperCase()) ? input.case(name.toUpperCase()) : null
  if (visit !== null) return casePlace(said, visit, input)
  const place = drawnPlace(said, name, input)
  if ('found' in place || !DUE_NO_MORE.has(place.issue.code)) return place
  return keptPlace(said, name, input) ?? place
}

/** What speaks against a result that comes in for the first time, and against none that stands. */
const DUE_NO_MORE: ReadonlySet<IssueCode> = new Set([
  'result-draw-void',
  'result-fallen',
  'result-not-their-turn',
  'result-not-their-item',
])

/** The place of the one result that stands and that a row can be of, though its draw asks for it no more; null where there is none. */
function keptPlace(said: Said, name: string, input: JudgingInput): { readonly found: ResultPlace } | null {
  const places = input
    .draws(name)
    .map(input.draw)
    .flatMap(draw => calledIn(draw, said).flatMap(target => keptAt(said, draw, target, input)))
  return places.length === 1 ? { found: places[0]! } : null
}

function keptAt(said: Said, draw: DrawnOccasion, target: TargetId, input: JudgingInput): ResultPlace[] {
  const department = said.get('department') as DepartmentCode
  const text = said.get('item') || said.get('item_name')
  const items = [...draw.items, { code: '', name: '' }].filter(item => text === '' || isCalled(item, text))
  return items.flatMap(({ code }) => {
    const key = { occasion: draw.number, target, department, item: code }
    const standing = input.standing(resultId(key))
    if (standing === null) return []
    const seated = membersIn(standing.row[INSPECTORS]!) as InspectorId[]
    return [{ key, task: draw.task, seated, occasion: draw }]
  })
}

const INSPECTORS = columnOf(RESULTS, 'inspectors')

function drawnPlace(said: Said, name: string, input: JudgingInput): Found<ResultPlace> {
  const place = drawAndTarget(said, name, input)
  if ('issue' in place) return place
  const { draw, target } = place.found
  const turn = turnOf(said, draw, target)
  if ('issue' in turn) return turn
  const department = said.get('department')
  const item = itemOf(said, turn.found.items)
  if ('issue' in item) return item
  const key = { occasion: draw.number, target, department, item: item.found.code }
  return { found: { key, task: draw.task, seated: turn.found.team, occasion: draw } }
}

/** Of the draws that go by the name, the one in which the target stands. */
function drawAndTarget(
  said: Said,
  name: string,
  input: JudgingInput,
): Found<{ readonly draw: DrawnOccasion; readonly target: TargetId }> {
  const field = occasionField(said)
  const draws = input.draws(name).map(input.draw)
  if (draws.length === 0) {
    const waiting = input.waiting(name)
    const issue =
      waiting.length > 0
        ? wrong(said, field, 'result-not-drawn-yet', { draws: waiting })
        : wrong(said, field, 'result-unknown-occasion', { nearest: input.nearest(name) })
    return { issue }
  }
  const [only] = draws
  const task = said.get('task')
  if (field === 'draw' && ![only!.task, only!.taskNumber, only!.number, ''].includes(task))
    return { issue: wrong(said, 'task', 'result-other-task', { draw: only!.number, task: only!.taskNumber }) }
  const standing = draws.flatMap(draw => standingIn(draw, said).map(target => ({ draw, target })))
  const inPeriod = standing.filter(({ draw: { runOn, to } }) => {
    const inspected = said.get('inspected')
    return runOn <= inspected && inspected <= to
  })
  const meant = standing.length > 1 ? inPeriod : standing
  if (meant.length === 1) {
    const issue = otherNamed(said, meant[0]!)
    return issue === null ? { found: meant[0]! } : { issue }
  }
  if (standing.length > 1) return { issue: severalStand(said, field, standing) }
  return { issue: notStanding(said, field, draws.at(-1)!) }
}

type OccasionField = 'draw' | 'task' | 'task_name'

/** The field by which a row names its draw, task or case. */
function occasionField(said: Said): OccasionField {
  return (['draw', 'task', 'task_name'] as const).find(field => said.get(field) !== '') ?? 'task'
}

function severalStand(
  said: Said,
  field: OccasionField,
  standing: readonly { readonly draw: DrawnOccasion; readonly target: TargetId }[],
): Issue {
  const draws = [...new Set(standing.map(({ draw }) => draw.number))]
  if (draws.length > 1) return wrong(said, field, 'result-ambiguous-draw', { draws })
  const targets = standing.map(({ target }) => target)
  return wrong(said, targetField(said), 'result-ambiguous-target', { draw: draws[0]!, targets })
}

/** What speaks against a row whose number is of one target of the draw and whose name is of another. */
function otherNamed(
  said: Said,
  { draw, target }: { readonly draw: DrawnOccasion; readonly target: TargetId },
): Issue | null {
  const name = said.get('target_name')
  if (said.get('target') === '' || name === '') return null
  const named = draw.called.get(name) ?? draw.called.get(plain(name)) ?? []
  if (named.length === 0 || named.includes(target)) return null
  const details = { draw: draw.number, numbered: target, named: named[0]! }
  return wrong(said, 'target_name', 'result-two-targets', details)
}

/** The targets of a draw that stand and go by what the row says. */
function standingIn(draw: DrawnOccasion, said: Said): readonly TargetId[] {
  return draw.void ? [] : calledIn(draw, said).filter(target => draw.due.has(target))
}

function calledIn({ called }: DrawnOccasion, said: Said): readonly TargetId[] {
  const [code, name] = [said.get('target'), said.get('target_name')]
  // A name speaks where there is no number: one of another firm is no slip of the pen.
  if (code === '') return called.get(name) ?? called.get(plain(name)) ?? []
  return called.get(code) ?? called.get(code.toUpperCase()) ?? called.get(plain(code)) ?? []
}

/** In half width, as codes and names are compared where they are written in another. */
const plain = (text: string) => text.normalize('NFKC')

function notStanding(said: Said, field: OccasionField, draw: DrawnOccasion): Issue {
  if (draw.void) return wrong(said, field, 'result-draw-void', { draw: draw.number })
  const [target] = calledIn(draw, said)
  const names = targetField(said)
  if (target === undefined) return wrong(said, names, 'result-stranger', { draw: draw.number })
  const instead = draw.fallen.get(target)
  return instead === undefined
    ? wrong(said, names, 'result-reserve', { draw: draw.number })
    : wrong(said, names, 'result-fallen', { draw: draw.number, instead })
}

/** The field by which a row names its target. */
const targetField = (said: Said) =>
  said.get('target') === '' && said.get('target_name') !== '' ? 'target_name' : 'target'

/** The field by which a row names its item. */
const itemField = (said: Said) =>
  said.get('item') === '' && said.get('item_name') !== '' ? 'item_name' : 'item'

function turnOf(said: Said, { number, due }: DrawnOccasion, target: TargetId): Found<Turn> {
  const turns = due.get(target)!
  const turn = turns.get(said.get('department'))
  if (turn !== undefined) return { found: turn }
  const departments = [...turns.keys()]
  return { issue: wrong(said, 'department', 'result-not-their-turn', { draw: number, departments }) }
}

/** The item by its code or name, with the code before the name too; the only one where the row names none. */
function itemOf(said: Said, items: readonly NamedItem[]): Found<NamedItem> {
  const text = said.get('item') || said.get('item_name')
  const department = said.get('department')
  const told = items.filter(({ code }) => code !== '').map(({ code, name }) => `${code} ${name}`.trim())
  if (text === '') {
    if (items.length === 1) return { found: items[0]! }
    return { issue: wrong(said, 'item', 'result-item-needed', { department, items: told }) }
  }
  const found = items.filter(item => isCalled(item, text))
  const name = said.get('item') === '' ? '' : said.get('item_name')
  const other = items.find(item => name !== '' && isCalled(item, name))
  if (found.length === 1 && other !== undefined && other !== found[0]) {
    const details = { numbered: found[0]!.code, named: other.code }
    return { issue: wrong(said, 'item_name', 'result-two-items', details) }
  }
  if (found.length === 1) return { found: found[0]! }
  return { issue: wrong(said, itemField(said), 'result-not-their-item', { department, items: told }) }
}

function isCalled({ code, name }: NamedItem, text: string): boolean {
  const said = plain(text).toUpperCase()
  return [code, name, `${code} ${name}`].some(word => word === text || plain(word).toUpperCase() === said)
}

function casePlace(said: Said, visit: CaseOccasion, input: JudgingInput): Found<ResultPlace> {
  const { number, target, department } = visit
  const other = (field: 'target' | 'target_name' | 'department', expected: string) => ({
    issue: wrong(said, field, 'result-other-visit', { visit: number, expected }),
  })
  if (!input.isTarget(target, said.get('target') || said.get('target_name')))
    return other(targetField(said), target)
  if (said.get('department') !== department) return other('department', department as DepartmentCode)
  const text = said.get('item') || said.get('item_name')
  const items = text === '' ? [{ code: '' }] : input.items(text)
  const [item] = items
  if (item === undefined)
    return { issue: wrong(said, itemField(said), 'unknown-item', { name: text, nearest: null }) }
  if (items.length > 1) {
    const codes = items.map(({ code }) => code)
    return { issue: wrong(said, itemField(said), 'ambiguous-item', { name: text, codes }) }
  }
  const key = { occasion: number, target, department, item: item.code }
  if (visit.struck && input.standing(resultId(key)) === null)
    return {
      issue: wrong(said, occasionField(said), 'result-visit-struck', { visit: number }),
    }
  return { found: { key, task: number, seated: null, occasion: visit } }
}
