import { departmentsOfItem } from '../../core/frame/item-faults.ts'
import { type ItemScope, itemsAt, plainName } from '../../core/frame/items-at-target.ts'
import type { DepartmentCode, DrawNumber, EntryNumber, TargetId } from '../../core/ids.ts'
import { membersOf } from '../../core/registry/cells/cell-result.ts'
import { drawNumbered } from '../draws/draws.ts'
import { subLibrariesElsewhere, targetOfDraw } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { subLibraries } from '../registry/targets.ts'
import { changedIn } from './standing-draw.ts'

/** The items that one department checks at a target in a draw. */
export interface DepartmentItems {
  readonly draw: DrawNumber
  readonly department: DepartmentCode
  readonly items: readonly string[]
}

/** Finds what each department of a draw checks at a target, as the registries stood when the draw was frozen. */
export function itemFinder(store: Store): (draw: DrawNumber, target: TargetId) => DepartmentItems[] {
  const named = new Set([...subLibraries(store), ...subLibrariesElsewhere(store)].map(plainName))
  return (number, target) => {
    const draw = drawNumbered(store, number, '')!
    const { since, detail } = draw
    const own = targetOfDraw(store, draw, target)?.list('libraries') ?? []
    const items = detail.items.map(code => scopeOf(store, code, since))
    const { seats } = changedIn(store, number).standing
    const departments = new Set(seats.flatMap(seat => (seat.target === target ? [seat.department] : [])))
    return [...departments].map(department => {
      return { draw: number, department, items: itemsAt(items, department, own, named) }
    })
  }
}

function scopeOf(store: Store, code: string, entry: EntryNumber): ItemScope {
  const item = readRecord(store, 'items', code, entry)
  return {
    code,
    departments: item === null ? [] : departmentsOfItem(item),
    subjects: membersOf(item?.get('subjects') ?? ''),
  }
}
