import { YES } from '../../core/registry/cells/words.ts'
import { officeValues } from '../../store/office.ts'
import type { Store } from '../../store/open.ts'
import { readRecords } from '../../store/registry/registry.ts'

/** The office that issues: as it is set, else the one that leads, where exactly one does. */
export function officeIn(store: Store): string {
  const { organ } = officeValues(store)
  if (organ !== '') return organ
  const leading = [...readRecords(store, 'departments')].filter(one => one.get('leading') === YES)
  return leading.length === 1 ? leading[0]!.get('name') : ''
}
