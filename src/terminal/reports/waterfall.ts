import type { Waterfall } from '../../core/frame/waterfall.ts'
import type { Desk } from '../desk.ts'
import { labelled, type Window } from '../table.ts'

/** From the registry to the frame: a line for what was passed over and for each reason of exclusion. */
export function waterfallLines(
  words: Desk['say']['freeze']['waterfall'],
  reasons: Readonly<Record<string, string>>,
  waterfall: Waterfall,
  window: Window,
): string[] {
  const rows: (readonly [string, string])[] = [
    [words.registry, String(waterfall.registry)],
    [`− ${words.elsewhere}`, String(waterfall.elsewhere)],
    [`− ${words.outside}`, String(waterfall.outside)],
    ...Object.entries(waterfall.excluded).map(
      ([reason, count]) => [`− ${words.excluded(reasons[reason] ?? reason)}`, String(count)] as const,
    ),
    [`= ${words.frame}`, String(waterfall.frame)],
  ]
  return labelled(rows, ['left', 'right'], window)
}
