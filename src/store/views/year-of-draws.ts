import { officeDay } from '../../core/office-time.ts'
import type { DrawOfYear } from '../../core/publication/papers/year-of-draws.ts'
import { type DrawRecord, offsetAtFreeze, seedRun, stateOf } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import type { Store } from '../open.ts'

/** Every draw with a number of this year, in their order. */
export function drawsOfYear(store: Store, year: string): DrawOfYear[] {
  return drawsIn(store)
    .filter(({ number }) => number.startsWith(`${year}-`))
    .map(listed)
}

function listed(draw: DrawRecord): DrawOfYear {
  const { number, attempt, digest, detail, ended, void: voided } = draw
  const seeded = seedRun(draw)
  const offset = offsetAtFreeze(detail)
  return {
    number,
    task: detail.name,
    attempt,
    digest,
    state: stateOf(draw),
    frozen: officeDay(detail.frozenAt, offset),
    drawn: seeded === null ? null : officeDay(seeded.detail.drawnAt, offset),
    ...(ended?.how === 'lapsed' ? { lapsed: ended.detail.last } : {}),
    ...(detail.weak === undefined ? {} : { weak: true }),
    ...(seeded !== null && seeded.detail.committed === 'at-once' ? { atOnce: true } : {}),
    reason: voided?.reason ?? '',
  }
}
