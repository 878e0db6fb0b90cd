import type { Bar } from './document.ts'

/** How long the scale of bars is: as far as the farthest of them and of their marks. */
export function scaleOfSquares(bars: readonly Bar[]): number {
  return bars.reduce((most, { start = 0, value, mark }) => Math.max(most, start + value, mark?.[1] ?? 0), 1)
}

/**
 * A bar as squares, where nothing can be drawn: `all` of them are the scale, `most` is how long that is. Solid as far as the
 * bar goes, hollow where a range goes on beyond it, a line across where a mark stands at one place; `blank` before it begins.
 */
export function barInSquares(bar: Bar, all: number, most: number, blank: string): string {
  const { start = 0, value, mark } = bar
  const squares = (length: number) => Math.ceil((all * length) / most)
  const begin = Math.min(all - 1, Math.floor((all * start) / most))
  if (value === 0 && mark !== undefined && bar.start !== undefined)
    return blank.repeat(begin) + '□'.repeat(Math.min(Math.max(1, squares(mark[1] - mark[0])), all - begin))
  const drawn: string[] = [...Array<string>(begin).fill(blank), ...Array<string>(squares(value)).fill('■')]
  if (mark === undefined) return drawn.join('')
  const [from, to] = mark.map(squares) as [number, number]
  while (drawn.length < to) drawn.push(drawn.length >= from && from < to ? '□' : blank)
  if (mark[0] === mark[1]) drawn.splice(to, 0, '│')
  return drawn.join('')
}
