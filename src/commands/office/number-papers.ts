import type { DrawNumber } from '../../core/ids.ts'
import type { NumberedPaper } from '../../core/publication/office-facts.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import { type GivenNumber, numbersOf, numberToCome, officeValues, writeNumber } from '../../store/office.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawNamed } from '../lookup.ts'
import { inOneState, occasionOf, withStore } from '../session.ts'

/**
 * Gives these papers of a draw the next numbers, where the office has a mark for them and they have none: by an entry of its own,
 * before they are written, so that a paper has one number however often it is written.
 */
export async function numberPapers(
  desk: Desk,
  name: string,
  papersOf: (draw: DrawRecord) => readonly NumberedPaper[],
): Promise<void> {
  const isDue = await inOneState(desk, store => {
    if (officeValues(store).mark === '') return false
    const draw = drawNamed(store, desk, name)
    return lacking(store, draw.number, papersOf(draw)).length > 0
  })
  if (!isDue) return
  await withStore(desk, store =>
    inEntry(store, occasionOf(desk), 'number papers', writer => {
      const draw = drawNamed(store, desk, name)
      const numbers = giveNumbers(store, writer, draw.number, papersOf(draw), desk.now)
      return { subject: { draw: draw.number, numbers }, result: null }
    }),
  )
}

/** The same within an entry that is being written; gives what was given. */
export function giveNumbers(
  store: Store,
  writer: EntryWriter,
  draw: DrawNumber,
  papers: readonly NumberedPaper[],
  now: string,
): GivenNumber[] {
  return lacking(store, draw, papers).flatMap(paper => {
    const next = numberToCome(store, now)
    if (next === null) return []
    const given = { draw, paper, ...next }
    writeNumber(writer, given)
    return [given]
  })
}

function lacking(store: Store, draw: DrawNumber, papers: readonly NumberedPaper[]): NumberedPaper[] {
  const numbers = numbersOf(store, draw)
  return papers.filter(paper => !numbers.has(paper))
}
