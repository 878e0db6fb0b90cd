import type { DocumentInput } from '../../core/publication/papers/documents-of.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { attemptsAt, drawNumbered, isSealed } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { commonVisitsOf } from '../views/common-visits.ts'
import { drawFacts } from '../views/draw-facts.ts'
import { inspectorsOf, targetsOf } from '../views/draw-people.ts'
import { drawnOf, refuseAltered } from '../views/drawn.ts'
import { timesDrawnBefore } from '../views/earlier-teams.ts'
import { itemFinder } from '../views/items-of-department.ts'
import { departmentName, itemName } from '../views/names.ts'
import { firmFinder } from '../views/responsible-firms.ts'
import { changedIn } from '../views/standing-draw.ts'
import { drawsOfYear } from '../views/year-of-draws.ts'
import { codesOfVisits } from '../visit-codes.ts'

/**
 * Reads all that papers tell of a draw that was made, with the names of the registries as they were when it was frozen; `step`
 * is told how many of the parts are read.
 */
export function documentInput(
  store: Store,
  draw: DrawRecord,
  step: (done: number, all: number) => void = () => {},
): DocumentInput {
  let done = 0
  const read = <Part>(part: Part): Part => {
    step(++done, PARTS)
    return part
  }
  read(refuseAltered(store))
  const { number, since } = draw
  const facts = read(drawFacts(store, draw))
  const firmOf = read(firmFinder(store, since))
  const common = read(listedVisits(store, draw))
  const times = read(timesDrawnBefore(store, draw, draw.starts.slice(0, 4), firmOf))
  return {
    facts,
    selection: read(drawnOf(store, number)),
    ...read(changedIn(store, number)),
    sealed: isSealed(draw),
    earlier: earlierAttempts(store, draw),
    year: drawsOfYear(store, number.slice(0, 4)),
    common,
    target: read(targetsOf(store, draw, firmOf)),
    inspector: inspectorsOf(store, draw),
    departmentName: code => departmentName(store, code, since),
    itemName: code => itemName(store, code, since),
    timesBefore: { get: id => times.get(firmOf(id)) },
    contact: `${facts.lead}${readRecord(store, 'departments', draw.detail.lead, since)?.get('contact') ?? ''}`,
    codeOf: codesHere(store, draw, common),
  }
}

/** Those of which one takes long in a large registry. */
const PARTS = 8

/** The codes of the visits of a draw; of a common visit, where it has none of its own, that of the other draw. */
function codesHere(
  store: Store,
  { number }: DrawRecord,
  common: DocumentInput['common'],
): NonNullable<DocumentInput['codeOf']> {
  const own = codesOfVisits(store, number)
  const others = new Map(
    common.map(({ target, host, guest }) => {
      return [target, codesOfVisits(store, host === number ? guest : host)] as const
    }),
  )
  return (target, department) => own(target, department) || (others.get(target)?.(target, department) ?? '')
}

/** The attempts at the task of a draw before it. */
function earlierAttempts(store: Store, draw: DrawRecord): DocumentInput['earlier'] {
  return attemptsAt(store, draw.taskId)
    .filter(({ attempt }) => attempt < draw.attempt)
    .map(other => ({
      draw: other.number,
      attempt: other.attempt,
      reason: other.void?.reason ?? '',
      ...(other.void === null && other.ended !== null ? { ended: other.ended.how } : {}),
    }))
}

/** The common visits of a draw with what each department checks there, and whether one of their draws is under seal. */
function listedVisits(store: Store, draw: DrawRecord): DocumentInput['common'] {
  const visits = commonVisitsOf(store, draw)
  if (visits.length === 0) return []
  const itemsOf = itemFinder(store)
  const sealed = (number: string) => isSealed(drawNumbered(store, number, '')!)
  return visits.map(visit => {
    const both = [visit.host, visit.guest]
    return {
      ...visit,
      sealed: both.some(sealed),
      items: both.flatMap(number => itemsOf(number, visit.target)),
    }
  })
}
