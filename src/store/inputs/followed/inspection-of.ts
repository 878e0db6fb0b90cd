import type { Day } from '../../../core/dates.ts'
import type { EntryNumber, TargetId } from '../../../core/ids.ts'
import { officeMoment } from '../../../core/office-time.ts'
import { certifiedInspection } from '../../../core/publication/followed/certified-inspection.ts'
import type { CertifiedInspection } from '../../../core/publication/followed/inspection.ts'
import type { Officers } from '../../../core/publication/lists/public-list.ts'
import { publicText } from '../../../core/publication/public-facts.ts'
import { rulesOf } from '../../../core/rules/rules.ts'
import type { DrawRecord } from '../../draws/draw-record.ts'
import { substitutionsOf } from '../../draws/substitutions.ts'
import type { Store } from '../../open.ts'
import { readRecord } from '../../registry/registry.ts'
import { dueAt } from '../../results/due-results.ts'
import { resultsAt } from '../../results/results.ts'
import { ruleValues } from '../../rules.ts'
import { inspectorsOf, targetsThen } from '../../views/draw-people.ts'
import { entryAt, lastEntry } from '../../views/log.ts'
import { departmentName } from '../../views/names.ts'
import { personFinder } from '../deadlines-input.ts'
import { isOver } from '../public-results-input.ts'

/**
 * What followed a draw at one target by the record as it stands, for a certificate: names and items as they were when the draw was
 * frozen, results as far as they are public on that day. Memory holds this target.
 */
export function inspectionOf(
  store: Store,
  draw: DrawRecord,
  target: TargetId,
  { officers, today }: { readonly officers: Officers; readonly today: Day },
): CertifiedInspection | null {
  const rules = rulesOf(ruleValues(store))
  const isPerson = personFinder(store, rules)
  return certifiedInspection(
    {
      due: draw.void === null ? dueAt(store, draw, target) : [],
      results: resultsAt(store, [target]).filter(({ occasion }) => occasion === draw.number),
      department: code => departmentName(store, code, draw.since),
      item: code => itemThen(store, code, draw.since),
      person: inspectorsOf(store, draw),
      text: written => publicText(written, targetsThen(store, draw)(target), rules),
      isOver: result => isOver(result, rules, isPerson, today),
    },
    {
      asOf: recordedUpTo(store, rules.offset),
      officers,
      substitutions: substitutionsOf(store, draw.number).at(-1)?.number ?? 0,
    },
  )
}

/** An item of the list as it was when an entry was written. */
export function itemThen(store: Store, code: string, entry: EntryNumber) {
  const item = readRecord(store, 'items', code, entry)
  const get = (field: 'name' | 'basis' | 'content') => item?.get(field) ?? ''
  return { name: get('name') || code, basis: get('basis'), content: get('content') }
}

function recordedUpTo(store: Store, offset: string): CertifiedInspection['asOf'] {
  const entry = lastEntry(store)
  const { at, digest } = entryAt(store, entry)
  return { entry, at: officeMoment(at, offset), ledger: digest }
}
