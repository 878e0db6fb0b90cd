import { clockOf, offsetOf } from '../../office-time.ts'
import type { Words } from '../words/words.ts'

/** A moment by the clock whose offset it has; papers of before have it in UTC, and say so. */
export function timeText(at: string, { time }: Words): string {
  const offset = offsetOf(at)
  return offset === null ? at.replace('T', ' ').replace(/Z$/, ' UTC') : time(clockOf(at), offset)
}
