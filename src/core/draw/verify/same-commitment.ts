import { COMMITMENT_FILE } from '../commitment/commitment.ts'
import type { OpenFolder } from '../folder/content.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS } from '../folder/tables.ts'
import { type Differs, differs, lineDiffers } from './difference.ts'

/**
 * Whether a folder holds, byte for byte, what was announced before its seed: the commitment, and those
 * of the files it fixes that were announced and are shown. Nothing where it does.
 */
export function otherThanAnnounced(announced: OpenFolder, folder: OpenFolder): Differs | undefined {
  for (const file of [COMMITMENT_FILE, FRAME.file, EXCLUSIONS.file, POOL.file, RECUSALS.file]) {
    const wanted = announced.get(file)
    const found = folder.get(file)
    if (wanted === undefined || (found === undefined && file !== COMMITMENT_FILE)) continue
    if (found === undefined) return differs({ file, check: 'absent' })
    const other = lineDiffers(file, wanted, found)
    if (other) return { kind: 'differs', difference: { ...other.difference, check: 'announced' } }
  }
  return undefined
}
