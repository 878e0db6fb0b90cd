import type { UnderSeal } from '../../core/publication/export/under-seal.ts'
import { drawsIn, isSealed } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { drawnOf } from './drawn.ts'

/** The draws that nobody outside may compute yet. */
export function drawsUnderSeal(store: Store): UnderSeal {
  const sealed = drawsIn(store).filter(isSealed)
  return {
    numbers: new Set(sealed.map(({ number }) => number)),
    drawn: new Set(sealed.flatMap(({ number }) => drawnOf(store, number).map(({ target }) => target))),
  }
}
