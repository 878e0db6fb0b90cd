import type { Pieces } from '../../pieces.ts'
import type { Content, OpenFolder } from '../folder/content.ts'
import { type Difference, lineDiffers } from './difference.ts'

/** The first place where the kept files of a draw differ from those made again now. */
export function firstOther(
  files: ReadonlyMap<string, Content | Pieces>,
  kept: OpenFolder,
): Difference | null {
  for (const [file, content] of files) {
    const found = kept.get(file)
    if (found === undefined) return { file, check: 'absent', expected: '', found: '' }
    const other = lineDiffers(file, content, found)
    if (other !== undefined) return other.difference
  }
  return null
}
