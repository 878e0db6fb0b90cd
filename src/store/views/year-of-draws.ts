import { officeDay } from '../../core/office-time.ts'
import type { DrawOfYear } from '../../core/publication/papers/year-of-draws.ts'
import { type DrawRecord, offsetAtFreeze } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import type { Store } from '../open.ts'

/** Every draw with a number of this year, in their order. */
export function drawsOfYear(store: Store, year: string): DrawOfYear[] {
  return drawsIn(store)
    .filter(({ number }) => number.startsWith(`${year}-`))
    .map(listed)
}

function listed({ number, attempt, digest, detail, run, void: voided }: DrawRecord): DrawOfYear {
  const offset = offsetAtFreeze(detail)
  return {
    number,
    task: detail.name,
    attempt,
    digest,
    state: voided !== null ? 'void' : run === null ? 'frozen' : 'drawn',
    frozen: officeDay(detail.frozenAt, offset),
    drawn: run === null ? null : officeDay(run.detail.drawnAt, offset),
    reason: voided?.reason ?? '',
  }
}
