import { escaped } from '../page-text.ts'
import type { Words } from '../words/words.ts'
import { type FollowedVisit, followedVisits, publishedIn } from './followed-rows.ts'
import type { CertifiedInspection } from './inspection.ts'

/**
 * The table of what followed, for the signed sheet: all of it where it fits there, else items and results without what the items
 * are, else a line for each department; the rest is in the annex.
 */
export function followedOnSheet(inspection: CertifiedInspection, words: Words): string {
  const visits = followedVisits(inspection, words)
  if (fitsOnSheet(visits)) return table(visits, words)
  const short = visits.map(visit => ({ ...visit, items: visit.items.map(row => ({ ...row, about: [] })) }))
  const { followed } = words
  if (fitsOnSheet(short)) return table(short, words) + note(followed.aboutInAnnex)
  const sums = visits.slice(0, MOST_SUMS).map(({ department }, i) => {
    const { items, people } = inspection.visits[i]!
    const row = {
      item: followed.seeAnnex(items.length),
      about: [],
      result: [followed.publicSum(publishedIn(items))],
    }
    return { department, team: [followed.peopleOnly(people)], items: [row] }
  })
  const left = visits.length - sums.length
  return table(sums, words) + (left === 0 ? '' : note(followed.further(left)))
}

/** The whole of it for an annex; null where the sheet has it. */
export function followedAnnex(inspection: CertifiedInspection, words: Words): string | null {
  const visits = followedVisits(inspection, words)
  return fitsOnSheet(visits) ? null : table(visits, words)
}

function note(text: string): string {
  return `\n<p>${escaped(text)}</p>`
}

/** The sheet has room for so many lines, and a column for so many letters, of which a Chinese character takes two. */
const MOST_LINES = 6
const MOST_SUMS = 4
const [TEAM, COLUMN, SMALL] = [26, 38, 46]

function fitsOnSheet(visits: readonly FollowedVisit[]): boolean {
  const lines = visits.map(({ department, team, items }) => {
    const rows = items.map(({ item, about, result }) =>
      Math.max(linesOf([item], COLUMN) + linesOf(about, SMALL), linesOf(result, COLUMN)),
    )
    const all = rows.reduce((sum, own) => sum + own, 0)
    return Math.max(all, linesOf(team, TEAM), linesOf([department], DEPARTMENT))
  })
  return lines.reduce((sum, own) => sum + own, 0) <= MOST_LINES
}

const DEPARTMENT = 14

function linesOf(texts: readonly string[], column: number): number {
  return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / column)), 0)
}

/** Chinese characters are twice as wide as others. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2e7f' ? 2 : 1
  return width
}

function table(visits: readonly FollowedVisit[], { followed }: Words): string {
  const { department, team, item, result } = followed.columns
  const head = [department, team, item, result].map(text => `<th scope="col">${escaped(text)}</th>`)
  return [
    '<table>',
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...visits.flatMap(rowsOf),
    '</tbody>',
    '</table>',
  ].join('\n')
}

function rowsOf({ department, team, items }: FollowedVisit): string[] {
  const span = items.length > 1 ? ` rowspan="${items.length}"` : ''
  const own = `<th scope="row"${span}>${escaped(department)}</th><td${span}>${lines(team)}</td>`
  return items.map(
    ({ item, about, result }, i) =>
      `<tr>${i === 0 ? own : ''}<td>${lines([item], about)}</td><td>${lines(result)}</td></tr>`,
  )
}

function lines(texts: readonly string[], small: readonly string[] = []): string {
  return [...texts.map(escaped), ...small.map(text => `<small>${escaped(text)}</small>`)].join('<br>')
}
