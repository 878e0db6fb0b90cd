import type { TargetId } from '../ids.ts'

/** A firm that goes by a text: by one of its codes or numbers, or by its name. */
export interface FirmCalled {
  readonly byCode: boolean
  readonly name: string
  readonly id: TargetId
}

/**
 * The firm that a text names: where exactly one goes by it, a code before a name. A text that no firm goes by, or several do, stands
 * for itself.
 */
export function onlyFirms(called: Iterable<FirmCalled>): (name: string) => TargetId {
  const [byCode, byName] = [new Map<string, Set<TargetId>>(), new Map<string, Set<TargetId>>()]
  for (const { byCode: isCode, name, id } of called) {
    const into = isCode ? byCode : byName
    into.set(name, (into.get(name) ?? new Set()).add(id))
  }
  return name => {
    const ids = byCode.get(name) ?? byName.get(name)
    return ids?.size === 1 ? [...ids][0]! : name
  }
}
