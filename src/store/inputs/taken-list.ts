import { EXCLUSIONS } from '../../core/draw/folder/tables.ts'
import { type ListMark, MARK_HEADING, type TakenList, targetsFixed } from '../../core/freeze/assigned.ts'
import type { Digest, DrawNumber, EntryNumber } from '../../core/ids.ts'
import { extrasOf } from '../../core/registry/columns/extra-fields.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { extrasColumn, idOf } from '../../core/registry/libraries/record-cells.ts'
import { piecesOf } from '../draws/draw-files.ts'
import type { Store } from '../open.ts'
import { records } from '../registry/registry.ts'
import { eachFrameRow, eachRowOf } from '../views/kept-files.ts'

/** The list that was taken under a mark (`exchange take`), as it was then and as it stands; null where none was. */
export function takenList(store: Store, { heading, mark }: ListMark): TakenList | null {
  const task = heading.slice(MARK_HEADING.length)
  const found = store
    .sql<{ entry: EntryNumber; sha256: string; commitment: Digest | null }>(
      `select number as entry, json_extract(subject, '$.given.layout.sha256') as sha256,
         json_extract(subject, '$.given.layout.commitment') as commitment
       from entry join seal on seal.entry = entry.number
       where json_extract(subject, '$.given.layout.task') = @task order by number`,
    )
    .all({ task })
    .find(({ sha256 }) => sha256.startsWith(mark))
  if (found === undefined) return null
  const { entry, commitment } = found
  const whole = { heading, mark }
  return { entry, commitment, taken: markedAt(store, whole, entry), standing: markedAt(store, whole) }
}

/** The targets that have a mark, at an entry or now. */
export function markedAt(store: Store, { heading, mark }: ListMark, at?: EntryNumber): ReadonlySet<string> {
  const targets = library('targets')
  const column = extrasColumn(targets)
  const marked = new Set<string>()
  for (const cells of records(store, targets, at))
    if (cells[column]!.includes(mark) && extrasOf(targets, cells)[heading] === mark) marked.add(idOf(cells))
  return marked
}

/** The targets that a draw of this database has fixed. */
export function targetsFixedBy(store: Store, draw: DrawNumber): ReadonlySet<string> {
  const exclusions = piecesOf(store, draw, EXCLUSIONS.file)
  return targetsFixed(eachFrameRow(store, draw), exclusions === null ? [] : eachRowOf(EXCLUSIONS, exclusions))
}
