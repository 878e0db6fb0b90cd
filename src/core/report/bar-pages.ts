import type { Bar, Block } from '../publication/document.ts'

/** So many bars fit on a sheet. */
const ON_A_PAGE = 30

/** Bars as pictures that each fit on a sheet, numbered where there are several; `more` is what each of them has beside. */
export function barPages(
  caption: string,
  bars: readonly Bar[],
  more: Pick<Extract<Block, { kind: 'bars' }>, 'axis'> = {},
): Block[] {
  const pages = Math.ceil(bars.length / ON_A_PAGE)
  return Array.from({ length: pages }, (_, i) => ({
    kind: 'bars',
    caption: pages === 1 ? caption : `${caption} ${i + 1}/${pages}`,
    bars: bars.slice(i * ON_A_PAGE, (i + 1) * ON_A_PAGE),
    ...more,
  }))
}
