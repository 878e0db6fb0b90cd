import type { Asker } from './asker.ts'
import type { Desk } from './desk.ts'
import { keyedAskerAt } from './keyed-asker.ts'
import { lineAskerAt } from './line-asker.ts'

/**
 * Asks the person at the terminal: by keys, or line by line where the terminal can do no more than write (`TERM=dumb`).
 * Questions go to stderr, so that stdout holds results only.
 */
export function askerAt(desk: Pick<Desk, 'world' | 'say'>): Asker {
  return desk.world.env.TERM === 'dumb' ? lineAskerAt(desk) : keyedAskerAt(desk)
}
