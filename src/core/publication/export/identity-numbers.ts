import { EXCLUSIONS, FRAME } from '../../draw/folder/tables.ts'
import { refusal } from '../../refusal.ts'
import { identityNumberIn, maskNumber } from '../mask.ts'
import type { PublicationReasons } from '../reasons.ts'

const refuse = refusal<PublicationReasons>()

/**
 * Refuses to publish files in which a target goes by a citizen's identity number: the frame cannot be masked, for
 * everybody's ticket follows from its bytes.
 */
export function refuseIdentityNumbers(draw: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  for (const name of [FRAME.file, EXCLUSIONS.file]) {
    const bytes = files.get(name)
    const found = typeof bytes === 'object' ? identityNumberIn(new TextDecoder().decode(bytes)) : null
    if (found !== null) throw refuse('identity-number-published', { draw, number: maskNumber(found) })
  }
}
