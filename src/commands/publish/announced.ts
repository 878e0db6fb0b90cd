import { EXCLUSIONS, FRAME } from '../../core/draw/folder/tables.ts'
import { identityNumberIn, maskNumber } from '../../core/publication/mask.ts'
import {
  ANNOUNCEMENT,
  type Announced,
  announcement,
  announcementDocument,
} from '../../core/publication/papers/announcement.ts'
import type { PublicationReasons } from '../../core/publication/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { type Format, written } from '../../files/writing/documents.ts'
import { filesOf } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { drawnOf } from '../../store/draws/drawn.ts'
import { drawsIn } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { commitmentIn, rowsOf } from '../draw/fixed-files.ts'
import { isSealed } from '../draw/seal.ts'
import { departmentName } from './draw-facts.ts'

const refuse = refusal<PublicationReasons>()

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
 * draw, or says of its targets that they were visited or drawn often enough, would give these away; so it is left out
 * until that one is opened (draw.md, section 8 allows it).
 */
export function withoutSealed<Bytes extends Uint8Array>(
  store: Store,
  files: ReadonlyMap<string, Bytes>,
): Map<string, Bytes> {
  const sealed = drawsIn(store).filter(isSealed)
  if (sealed.length === 0 || !files.has(EXCLUSIONS.file)) return new Map(files)
  const numbers = new Set(sealed.map(({ number }) => number))
  const drawn = new Set(sealed.flatMap(({ number }) => drawnOf(store, number).map(({ target }) => target)))
  const told = rowsOf(EXCLUSIONS, files).some(({ target, reason }) => {
    const [kind, details = ''] = reason.split(':')
    return (COUNTED.has(kind!) && drawn.has(target)) || details.split(';').some(name => numbers.has(name))
  })
  return new Map([...files].filter(([file]) => !told || file !== EXCLUSIONS.file))
}

/** Reasons that count visits or draws without naming them. */
const COUNTED: ReadonlySet<string> = new Set(['cap-total', 'cap-department', 'frequency'])

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
