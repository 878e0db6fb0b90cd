import { isHeld, type OpenFolder } from '../folder/content.ts'
import { sharesOf } from '../folder/repeats.ts'
import { ASSIGNMENT, EXCLUSIONS, FRAME, SELECTION } from '../folder/tables.ts'

/** How many bytes a verification reads of the files that are too large to be held, about: some are read several times. */
export function bytesToRead(folder: OpenFolder): number {
  let [lists, all] = [0, 0]
  for (const [name, content] of folder) {
    if (isHeld(content)) continue
    const file = name.slice(name.lastIndexOf('/') + 1)
    if (LISTS.has(file)) lists += content.length
    all += content.length * (TIMES[file] ?? OTHER_TIMES)
  }
  return all + lists * sharesOf(lists / LINE)
}

const LISTS: ReadonlySet<string> = new Set([FRAME.file, EXCLUSIONS.file])
/** Beside looking for targets that stand twice: for digests, for what is wrong with it, its tree, its tickets, and what papers tell. */
const TIMES: Readonly<Record<string, number>> = {
  [FRAME.file]: 5,
  [EXCLUSIONS.file]: 4,
  [SELECTION.file]: 5,
  [ASSIGNMENT.file]: 5,
}
/** For its digest, and against what is laid out again. */
const OTHER_TIMES = 2
/** Bytes of a line, about. */
const LINE = 45
