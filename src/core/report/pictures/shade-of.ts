import type { Shade } from '../../publication/document.ts'

/** How dark a count is where `most` is the greatest: nothing is white, and the four shades are as wide as each other. */
export function shadeOf(count: number, most: number): Shade {
  if (count === 0) return 0
  return Math.min(4, 1 + Math.floor((4 * (count - 1)) / Math.max(1, most))) as Shade
}
