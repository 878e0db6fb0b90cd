import type { Block } from '../../core/publication/document.ts'
import { escaped } from './escaped.ts'
import { widthOf } from './text/printable.ts'

/** A picture of bars, in the file itself: lengths are whole numbers of a thousandth of the longest, so that every program draws the same. */
export function barsSvg({ caption, bars }: Extract<Block, { kind: 'bars' }>): string {
  if (bars.length === 0) return ''
  const most = Math.max(1, ...bars.map(({ value, mark }) => Math.max(value, mark?.[1] ?? 0)))
  const at = (value: number) => LABELS + Math.floor((ROOM * value) / most)
  const height = ROW * bars.length + TOP
  const rows = bars.map(({ label, value, shown, mark }, i) => {
    const y = TOP + ROW * i
    const length = at(value) - LABELS
    const end = Math.max(at(value), mark === undefined ? 0 : at(mark[1]) + 2)
    return [
      `<text x="${LABELS - 8}" y="${y + 15}" text-anchor="end">${escaped(cut(label))}</text>`,
      `<rect x="${LABELS}" y="${y + 3}" width="${length}" height="16" fill="#1f5fa8"/>`,
      ...(mark === undefined
        ? []
        : [
            `<rect x="${at(mark[0])}" y="${y}" width="${Math.max(2, at(mark[1]) - at(mark[0]))}" height="22" fill="#e08a00" fill-opacity="0.45"/>`,
          ]),
      `<text x="${end + 6}" y="${y + 15}">${escaped(shown)}</text>`,
    ].join('')
  })
  return [
    `<figure><svg role="img" aria-label="${escaped(caption)}" viewBox="0 0 ${WIDTH} ${height}" font-size="12">`,
    `<text x="0" y="14" font-weight="bold">${escaped(caption)}</text>`,
    ...rows,
    '</svg></figure>',
  ].join('\n')
}

const WIDTH = 640
const LABELS = 200
const ROOM = 320
const ROW = 24
const TOP = 26

/** A label that is too long for its room ends with a mark; the table beside the picture has it whole. */
function cut(label: string): string {
  if (widthOf(label) <= 30) return label
  let shown = ''
  for (const character of label) {
    if (widthOf(shown + character) > 28) break
    shown += character
  }
  return `${shown}…`
}
