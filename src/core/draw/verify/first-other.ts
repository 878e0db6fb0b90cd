import type { Folder } from '../folder/sums.ts'
import { type Difference, lineDiffers } from './difference.ts'

/** The first place where the kept files of a draw differ from those made again now. */
export function firstOther(files: Folder, kept: Folder): Difference | null {
  for (const [file, bytes] of files) {
    const found = kept.get(file)
    if (found === undefined) return { file, check: 'absent', expected: '', found: '' }
    const other = lineDiffers(file, bytes, found)
    if (other !== undefined) return other.difference
  }
  return null
}
