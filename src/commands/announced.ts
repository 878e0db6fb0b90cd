import { EXCLUSIONS, FRAME } from '../core/draw/tables.ts'
import {
  ANNOUNCEMENT,
  type Announced,
  announcement,
  announcementDocument,
} from '../core/publication/announcement.ts'
import { identityNumberIn, maskNumber } from '../core/publication/mask.ts'
import { UserError } from '../core/reason.ts'
import { type Format, written } from '../files/documents.ts'
import { type DrawRecord, drawsIn, filesOf } from '../store/draws.ts'
import type { Store } from '../store/open.ts'
import { departmentName } from './draw-facts.ts'
import { commitmentIn } from './fixed-files.ts'
import { isSealed } from './seal.ts'

/** The announcement of a frozen draw: text for a notice board, and the formats asked for. */
export async function announcementFiles(
  store: Store,
  draw: DrawRecord,
  formats: readonly Format[],
): Promise<Map<string, Uint8Array | string>> {
  const { number, attempt, detail, digest, since } = draw
  const announced: Announced = {
    number,
    attempt,
    again: detail.again,
    commitment: commitmentIn(filesOf(store, number)),
    digest,
    lead: departmentName(store, detail.lead, since),
    frozenAt: detail.frozenAt,
  }
  return new Map([
    [`${ANNOUNCEMENT}.txt`, announcement(announced)],
    ...(await written([announcementDocument(announced)], formats)),
  ])
}

/**
 * What may be published of the files of a draw while another is under seal: a list of exclusions that names the other
 * draw would give its targets away, so it is left out until that one is opened (draw.md, section 8 allows it).
 */
export function withoutSealed<Bytes extends Uint8Array>(
  store: Store,
  files: ReadonlyMap<string, Bytes>,
): Map<string, Bytes> {
  const text = new TextDecoder().decode(files.get(EXCLUSIONS.file))
  const told = drawsIn(store).some(
    draw => isSealed(draw) && new RegExp(`[:;]${draw.number}(?=[;\\n"])`).test(text),
  )
  return new Map([...files].filter(([file]) => !told || file !== EXCLUSIONS.file))
}

/**
 * Refuses to publish files in which a target goes by a citizen's identity number: the frame cannot be masked, for
 * everybody's ticket follows from its bytes.
 */
export function refuseIdentityNumbers(draw: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  for (const name of [FRAME.file, EXCLUSIONS.file]) {
    const bytes = files.get(name)
    const found = typeof bytes === 'object' ? identityNumberIn(new TextDecoder().decode(bytes)) : null
    if (found !== null) throw new UserError('identity-published', { draw, number: maskNumber(found) })
  }
}
