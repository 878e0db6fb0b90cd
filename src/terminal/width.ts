import { whenNeeded } from './when-needed.ts'

/** How many columns of a terminal a text takes. What nearly every text consists of is counted here: a hundred times as fast. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : stringWidth().default(text)
}

const PLAIN = /^[\x20-\x7e\u00b7\u2018-\u2026\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/
const WIDE = /[\u3001-\uff60]/g

const stringWidth = whenNeeded<typeof import('string-width')>('string-width')
