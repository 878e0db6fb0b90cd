import { COMMITMENT_FILE } from '../../draw/commitment/commitment.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS } from '../../draw/folder/tables.ts'
import { refusal } from '../../refusal.ts'
import { privateDataIn } from '../private-data.ts'
import type { PublicationReasons } from '../reasons.ts'

const refuse = refusal<PublicationReasons>()

/**
 * Refuses to publish files of the law that hold a number of a person, in a code, a name or a stratum: they cannot be
 * masked, for everybody's ticket follows from their bytes. Older draws were frozen without this being asked.
 */
export function refusePrivateData(draw: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  for (const file of [COMMITMENT_FILE, FRAME.file, EXCLUSIONS.file, POOL.file, RECUSALS.file]) {
    const bytes = files.get(file)
    if (typeof bytes !== 'object') continue
    for (const line of new TextDecoder().decode(bytes).split('\n')) {
      const [found] = privateDataIn(line)
      if (found === undefined) continue
      const { kind, masked } = found
      throw refuse('private-data-published', { draw, file, kind, text: masked })
    }
  }
}
