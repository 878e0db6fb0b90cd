import type { Content } from '../../core/draw/folder/content.ts'
import { type CarriedCheckpoint, LEDGER_FILE } from '../../core/ledger/carried.ts'
import { parseCheckpoint, type SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import { whole } from '../../core/pieces.ts'
import { refusePrivateData } from '../../core/publication/export/refuse-private-data.ts'
import { filesBeforeSeed } from '../../core/publication/export/shown-files.ts'
import { withoutSealed } from '../../core/publication/export/under-seal.ts'
import type { Announced } from '../../core/publication/papers/announcement.ts'
import { announcementPapers } from '../../core/publication/papers/papers-of.ts'
import { namedCodes } from '../../core/publication/papers/terms.ts'
import { maskText } from '../../core/publication/private-data.ts'
import { publicDecision } from '../../core/publication/public-facts.ts'
import { LAYING, TOLD_FILE, toldText } from '../../core/publication/told/told-papers.ts'
import { withSums } from '../../files/folder.ts'
import { withCarried } from '../../files/page.ts'
import { type Format, writtenPapers } from '../../files/writing/documents.ts'
import { openFilesOf } from '../../store/draws/draw-files.ts'
import { type DrawRecord, lastDayOf, offsetAtFreeze } from '../../store/draws/draw-record.ts'
import { officeFacts } from '../../store/office.ts'
import type { Store } from '../../store/open.ts'
import { rulesNow } from '../../store/rules.ts'
import { carriedCheckpoints } from '../../store/views/carried-checkpoints.ts'
import { commitmentIn, refuseDamaged } from '../../store/views/kept-files.ts'
import { entryAt } from '../../store/views/log.ts'
import { departmentName, itemName } from '../../store/views/names.ts'
import { sealedSeenBy } from '../../store/views/under-seal.ts'

/** The announcement of a frozen draw: text for a notice board, and the formats asked for. */
async function announcementFiles(
  store: Store,
  draw: DrawRecord,
  formats: readonly Format[],
  carried: readonly CarriedCheckpoint[],
): Promise<Map<string, Uint8Array | string>> {
  const { number, attempt, detail, digest, since } = draw
  const { officials } = rulesNow(store)
  const { weak } = detail
  const lastDay = lastDayOf(detail)
  const office = officeFacts(store, number)
  const commitment = commitmentIn(openFilesOf(store, number))
  const announced: Announced = {
    number,
    attempt,
    again: detail.again && { ...detail.again, ...publicDecision(detail.again, officials) },
    weak: weak === undefined ? null : publicDecision(weak, officials),
    commitment,
    digest,
    lead: maskText(departmentName(store, detail.lead, since)),
    frozenAt: detail.frozenAt,
    ...(lastDay === null ? {} : { lastDay }),
    ledger: {
      entry: since,
      digest: entryAt(store, since).digest,
      signed: carried.length === 0 ? null : parseCheckpoint(carried[0]!.note),
    },
    offset: offsetAtFreeze(detail),
    names: namedCodes(commitment, {
      department: code => maskText(departmentName(store, code, since)),
      item: code => maskText(itemName(store, code, since)),
    }),
    ...(office === null ? {} : { office }),
  }
  const { commitment: _, digest: _d, ...told } = announced
  const forms = { formats, encoding: 'utf-8' }
  const files = new Map<string, Uint8Array | string>()
  for await (const { file, content } of writtenPapers(announcementPapers(announced), forms))
    files.set(file, whole(content))
  return new Map([
    ...files,
    [TOLD_FILE, toldText({ laying: LAYING, profile: 'announced', ...forms, announced: told })],
  ])
}

/** What is published of a draw before its seed exists, the announcement and the ledger's checkpoint included. */
export async function announcedFolder(
  store: Store,
  draw: DrawRecord,
  fresh: SignedCheckpoint | null,
  formats: readonly Format[] = ['csv', 'html'],
): Promise<Map<string, Content>> {
  const kept = openFilesOf(store, draw.number)
  const commitment = commitmentIn(kept)
  const shown = filesBeforeSeed(kept, draw.detail.publishList)
  refuseDamaged(commitment, shown)
  refusePrivateData(draw.number, shown)
  const carried = carriedCheckpoints(store, draw, fresh === null ? [] : [fresh])
  const told = `${JSON.stringify({ draw: draw.number, checkpoints: carried }, null, 2)}\n`
  const files = new Map<string, Content | string>([
    ...withoutSealed(shown, sealedSeenBy(store, draw)),
    ...(await announcementFiles(store, draw, formats, carried)),
    ...(carried.length === 0 ? [] : [[LEDGER_FILE, told] as const]),
  ])
  return withSums(withCarried(files, { spec: commitment.spec, archive: false }))
}
