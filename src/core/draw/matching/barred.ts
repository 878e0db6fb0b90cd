import type { InspectorId } from '../../ids.ts'
import type { PoolRow } from '../folder/rows.ts'

/** Who is kept from every slot of a target: recused from it, or sitting at it already. */
export interface Barred {
  /** The place of each target's list in `lists`. */
  readonly listOf: Uint32Array
  /** The first, which most targets have, is empty. */
  readonly lists: readonly (readonly number[])[]
}

/** Of `targets` targets, by the names that are kept from each; of these some may be nobody's here. */
export function barredOf(
  keptFrom: (target: number) => Iterable<InspectorId>,
  people: readonly Pick<PoolRow, 'inspector'>[],
  targets: number,
): Barred {
  const numberOf = new Map(people.map(({ inspector }, number) => [inspector, number]))
  const listOf = new Uint32Array(targets)
  const lists: number[][] = [[]]
  for (let target = 0; target < targets; target++) {
    for (const name of keptFrom(target)) {
      const person = numberOf.get(name)
      if (person === undefined) continue
      if (listOf[target] === 0) listOf[target] = lists.push([]) - 1
      const list = lists[listOf[target]!]!
      if (!list.includes(person)) list.push(person)
    }
  }
  return { listOf, lists }
}

/** The people kept from every slot of a target. */
export function barredFrom({ barred }: { readonly barred: Barred }, target: number): readonly number[] {
  return barred.lists[barred.listOf[target]!]!
}

/** The same, where one person is no longer kept from a target. */
export function withoutBar({ listOf, lists }: Barred, target: number, person: number): Barred {
  const own = lists[listOf[target]!]!.filter(other => other !== person)
  return { listOf: listOf.with(target, lists.length), lists: [...lists, own] }
}
