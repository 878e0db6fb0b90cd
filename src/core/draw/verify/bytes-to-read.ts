import { isHeld, type OpenFolder } from '../folder/content.ts'
import { sharesOf } from '../folder/repeats.ts'

/** How many bytes a verification reads of the files that are too large to be held, about: some are read several times. */
export function bytesToRead(folder: OpenFolder): number {
  let [lists, papers] = [0, 0]
  for (const [name, content] of folder) {
    if (isHeld(content)) continue
    if (IS_LIST.test(name)) lists += content.length
    else papers += content.length
  }
  return lists * (OTHER_TIMES + sharesOf(lists / LINE)) + papers * PAPER_TIMES
}

const IS_LIST = /(?:^|\/)(?:frame|exclusions)\.csv$/
/** For its digest, for what is wrong with it, for its tickets. */
const OTHER_TIMES = 3
/** For its digest, and against what is laid out again. */
const PAPER_TIMES = 2
/** Bytes of a line, about. */
const LINE = 45
