import { isHeld, type OpenFolder } from '../folder/content.ts'
import { sharesOf } from '../folder/repeats.ts'

/** How many bytes a verification reads of the files that are too large to be held, about: some are read several times. */
export function bytesToRead(folder: OpenFolder): number {
  let bytes = 0
  for (const content of folder.values()) if (!isHeld(content)) bytes += content.length
  return bytes * (OTHER_TIMES + sharesOf(bytes / LINE))
}

/** For its digest, for what is wrong with it, for its tickets. */
const OTHER_TIMES = 3
/** Bytes of a line, about. */
const LINE = 45
