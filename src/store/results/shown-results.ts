import type { TargetId } from '../../core/ids.ts'
import type { Result } from '../../core/results/result.ts'
import type { ShownResult } from '../../core/results/shown-result.ts'
import { drawNumbered } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { peopleCalled } from './people-called.ts'
import { resultsAt } from './results.ts'

/** The results of these targets, by the day of the inspection, whoever found them (结果互认). */
export function resultsShown(store: Store, targets: readonly TargetId[]): ShownResult[] {
  const results = resultsAt(store, targets)
  const people = results.length === 0 ? null : peopleCalled(store)
  return results.map(result => {
    const { id, occasion, task, target, department, inspected, outcomes, found, state, published, followUp } =
      result
    const went = result.went.length > 0 ? result.went : result.seated
    return {
      ...{ id, occasion, task, target, department, inspected, outcome: outcomes.join(';'), found },
      item: itemThen(store, result),
      team: went.map(one => {
        const known = people!.withId(one)
        return { id: one, name: known?.name ?? '', certificate: known?.certificate ?? '' }
      }),
      ...{ state, published: published ?? '', followUp },
    }
  })
}

/** The item as its draw froze it; of a case as the list has it. */
function itemThen(store: Store, { occasion, item: code }: Result): ShownResult['item'] {
  if (code === '') return null
  const draw = drawNumbered(store, occasion, '')
  const item = draw === null ? readRecord(store, 'items', code) : readRecord(store, 'items', code, draw.since)
  const get = (field: 'name' | 'content' | 'basis') => item?.get(field) ?? ''
  return { code, name: get('name'), content: get('content'), basis: get('basis') }
}
