import {
  ANNOUNCEMENT,
  type Announced,
  announcement,
  announcementDocument,
} from '../../core/publication/papers/announcement.ts'
import { maskText } from '../../core/publication/private-data.ts'
import { publicDecision } from '../../core/publication/public-facts.ts'
import { type Format, written } from '../../files/writing/documents.ts'
import { filesOf } from '../../store/draws/draw-files.ts'
import { type DrawRecord, offsetAtFreeze } from '../../store/draws/draw-record.ts'
import type { Store } from '../../store/open.ts'
import { rulesNow } from '../../store/rules.ts'
import { commitmentIn } from '../../store/views/kept-files.ts'
import { departmentName } from '../../store/views/names.ts'

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
    again: detail.again && { ...detail.again, ...publicDecision(detail.again, rulesNow(store).officials) },
    commitment: commitmentIn(filesOf(store, number)),
    digest,
    lead: maskText(departmentName(store, detail.lead, since)),
    frozenAt: detail.frozenAt,
    offset: offsetAtFreeze(detail),
  }
  return new Map([
    [`${ANNOUNCEMENT}.txt`, announcement(announced)],
    ...(await written([announcementDocument(announced)], formats)),
  ])
}
