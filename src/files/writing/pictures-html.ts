import type { Block, Shade } from '../../core/publication/document.ts'
import { escaped } from './escaped.ts'

/**
 * Bars in the file itself, each beside its label: lengths are tenths of a per cent of the scale in whole numbers, so that
 * every program draws the same, and letters stay as large as they are however narrow the screen.
 */
export function barsHtml({ caption, bars, axis = [] }: Extract<Block, { kind: 'bars' }>): string {
  if (bars.length === 0) return ''
  const most = scaleOf(bars, axis)
  const at = (value: number) => share(value, most)
  const rows = bars.map(({ label, value, start = 0, shown, mark }) =>
    row(
      label,
      [
        ...axis.map(tick => `<line class="rule" x1="${at(tick.at)}" x2="${at(tick.at)}" y1="0" y2="22"/>`),
        `<rect class="bar" x="${at(start)}" y="3" width="${at(value)}" height="16"/>`,
        ...(mark === undefined ? [] : [markOf(mark, most)]),
      ].join(''),
      22,
      shown,
    ),
  )
  const head = axis.map(tick => `<text x="${at(tick.at)}" y="12">${escaped(tick.label)}</text>`).join('')
  return [
    `<figure><figcaption>${escaped(caption)}</figcaption>`,
    '<table class="bars">',
    '<tbody>',
    ...(axis.length === 0 ? [] : [row('', head, 16, '')]),
    ...rows,
    '</tbody>',
    '</table></figure>',
  ].join('\n')
}

/** How long the scale of bars is: as far as the farthest of them, of their marks and of what is written along them. */
function scaleOf(
  bars: Extract<Block, { kind: 'bars' }>['bars'],
  axis: Extract<Block, { kind: 'bars' }>['axis'] = [],
): number {
  let most = 1
  for (const { value, start = 0, mark } of bars) most = Math.max(most, start + value, mark?.[1] ?? 0)
  for (const { at } of axis) most = Math.max(most, at)
  return most
}

function row(label: string, drawn: string, height: number, shown: string): string {
  const svg = `<svg width="100%" height="${height}" aria-hidden="true">${drawn}</svg>`
  const named = label === '' ? '<td></td>' : `<th scope="row">${escaped(label)}</th>`
  return `<tr>${named}<td>${svg}</td><td>${escaped(shown)}</td></tr>`
}

/** A line where it begins and ends at one place. */
function markOf([from, to]: readonly [number, number], most: number): string {
  const width = from === to ? '3' : share(to - from, most)
  return `<rect class="mark" x="${share(from, most)}" y="0" width="${width}" height="22"/>`
}

function share(value: number, most: number): string {
  const thousandths = Math.floor((1000 * value) / most)
  return `${Math.floor(thousandths / 10)}.${thousandths % 10}%`
}

/** A table whose cells are as dark as there is much in them; the figures stand in them for whoever sees no colours. */
export function shadedHtml({ caption, headings, rows, shades }: Extract<Block, { kind: 'shaded' }>): string {
  return [
    `<figure><figcaption>${escaped(caption)}</figcaption>`,
    '<div class="scroll" tabindex="0">',
    '<table class="shaded">',
    `<thead><tr>${headings.map(heading).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(([name = '', ...cells], i) => {
      const own = cells.map((text, k) => `<td${classOf(shades[i]![k]!)}>${escaped(text)}</td>`)
      return `<tr><th scope="row">${escaped(name)}</th>${own.join('')}</tr>`
    }),
    '</tbody>',
    '</table>',
    '</div></figure>',
  ].join('\n')
}

function heading(text: string): string {
  return text === '' ? '<td class="none"></td>' : `<th scope="col">${escaped(text)}</th>`
}

function classOf(shade: Shade): string {
  if (shade === null) return ' class="none"'
  if (shade === 'off') return ' class="off"'
  return shade === 0 ? '' : ` class="s${shade}"`
}
