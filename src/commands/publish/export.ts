import { lengthOf, type OpenFolder, watchedFolder } from '../../core/draw/folder/content.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { officeDay } from '../../core/office-time.ts'
import type { BagInfo } from '../../core/publication/export/bag.ts'
import { publicOccasion } from '../../core/publication/export/public-occasion.ts'
import { recordText } from '../../core/publication/export/record.ts'
import { refusePrivateData } from '../../core/publication/export/refuse-private-data.ts'
import { type KeptDraw, shownFiles } from '../../core/publication/export/shown-files.ts'
import type { Officers } from '../../core/publication/lists/public-list.ts'
import type { NumberedPaper } from '../../core/publication/office-facts.ts'
import type { DocumentInput, DocumentWishes } from '../../core/publication/papers/documents-of.ts'
import type { Showing } from '../../core/publication/public-facts.ts'
import type { PublicationReasons } from '../../core/publication/reasons.ts'
import { toldPapersOf } from '../../core/publication/told/as-told.ts'
import type { PaperForms } from '../../core/publication/told/told-papers.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { VERSION } from '../../core/version.ts'
import { openFilesOf } from '../../store/draws/draw-files.ts'
import { type DrawRecord, offsetAtFreeze, seedRun } from '../../store/draws/draw-record.ts'
import { isSealed } from '../../store/draws/draws.ts'
import { substitutionsOf } from '../../store/draws/substitutions.ts'
import { withoutResult } from '../../store/draws/without-result.ts'
import { documentInput } from '../../store/inputs/document-input.ts'
import type { Store } from '../../store/open.ts'
import { rulesNow } from '../../store/rules.ts'
import { commitmentOf, refuseDamaged } from '../../store/views/kept-files.ts'
import { departmentName } from '../../store/views/names.ts'
import { recordOfDraw } from '../../store/views/record-of-draw.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { encodingOut } from '../encoding-out.ts'
import { bringLists } from '../engine/bring-lists.ts'
import { signingKeysIn } from '../key/key-files.ts'
import { keysOnRecord, refuseSigning, refuseUnsigned, signedLines, signedNow } from '../key/sign-folder.ts'
import { drawNamed } from '../lookup.ts'
import { numberPapers } from '../office/number-papers.ts'
import { inOneState, letOthersWrite } from '../session.ts'
import { sparingMemory } from '../sparing.ts'
import { formatsIn } from './formats-in.ts'
import { refuseGivingAway } from './giving-away.ts'
import { layoutNamed } from './layout-named.ts'
import { type Exported, writeExport } from './write-export.ts'

const refuse = refusal<DrawReasons & OptionReasons & PublicationReasons>()

export interface ExportOptions {
  readonly to: string
  readonly profile?: string
  readonly format?: string
  readonly encoding?: string
  readonly layout?: string
  readonly officers?: Officers
  readonly zip?: boolean
  /** Files of the keys that sign. */
  readonly sign?: readonly string[]
}

/** export — lay the draw out as tables and notices, write the folder whole or not at all. */
export async function exportDraw(desk: Desk, name: string, options: ExportOptions): Promise<number> {
  sparingMemory()
  const keys = signingKeysIn(desk, options.sign ?? [])
  const archive = options.profile === 'archive'
  const formats = formatsIn(options.format)
  const encoding = encodingOut(options.encoding)
  const layout = layoutNamed(desk, 'drawn', options.layout)
  const officers = options.officers ?? 'none'
  const to = desk.path(options.to)
  await numberPapers(desk, name, draw => numberedIn(draw, archive))
  return inOneState(desk, async store => {
    const found = drawNamed(store, desk, name)
    const record = keysOnRecord(store)
    refuseSigning(desk, options.to, keys, record)
    if (!archive) refuseUnsigned(keys, record, 'export')
    await bringLists(desk, store, [found])
    const forms = { formats, encoding }
    const exported = gathered(
      desk,
      store,
      found,
      { archive, layout, officers, showing: rulesNow(store) },
      forms,
    )
    const { number } = found
    const sealed = isSealed(found)
    // What is still read are kept files, which never change.
    letOthersWrite(store)
    const written = await writeExport(desk, to, exported, { archive, forms, zip: options.zip === true })
    const signed = signedNow(desk, options.to, keys, record)
    const { publish: said, draw: drawSaid } = desk.say
    const sums = archive ? `${options.to}/data` : options.to
    desk.result(
      {
        draw: number,
        folder: options.to,
        profile: archive ? 'archive' : 'public',
        sealed,
        files: written,
        ...(signed === null ? {} : { signed }),
      },
      () => [
        options.zip === true
          ? said.zipped(options.to, written.length)
          : said.exported(options.to, written.length, sums),
        ...(sealed ? [drawSaid.sealed.exported(number)] : []),
        ...(signed === null ? [] : signedLines(desk, signed)),
      ],
    )
    return 0
  })
}

/** The papers of this folder that have a number of their own. */
function numberedIn(draw: DrawRecord, archive: boolean): readonly NumberedPaper[] {
  if (seedRun(draw) === null || draw.ended !== null) return []
  if (!archive && !draw.detail.publishList) return []
  if (isSealed(draw)) return ['announcement']
  return archive ? ['notice', 'visits'] : ['notice']
}

/** All that a folder is laid out from, of one state of the database. */
function gathered(
  desk: Desk,
  store: Store,
  draw: DrawRecord,
  wishes: DocumentWishes,
  forms: PaperForms,
): Exported {
  const { archive, showing } = wishes
  if (seedRun(draw) === null) throw withoutResult(draw)
  if (!archive && !draw.detail.publishList) throw refuse('list-not-published', { task: draw.task })
  if (!archive && !isSealed(draw)) refuseGivingAway(store, draw)
  const input = inputWatched(desk, store, draw)
  // A notice and a form for each.
  const laying = progressOf(desk, desk.say.publish.writing, 2 * input.facts.counts.drawn)
  const { papers, counts, told } = toldPapersOf(input, wishes, forms, laying.at)
  laying.end()
  const commitment = commitmentOf(store, draw.number)
  const law = shownFiles(keptDraw(store, draw, showing), archive)
  refuseDamaged(commitment, law)
  if (!archive) refusePrivate(desk, draw, law)
  const occasion = recordOfDraw(store, draw)
  return {
    number: draw.number,
    spec: commitment.spec,
    papers,
    counts,
    law,
    record: recordText(archive ? occasion : publicOccasion(occasion, showing)),
    told,
    bag: bagInfo(store, draw),
  }
}

/** What papers tell, with its progress while it is read and while papers ask for what the registry says of each target. */
function inputWatched(desk: Desk, store: Store, draw: DrawRecord): DocumentInput {
  const reading = progressOf(desk, desk.say.common.reading)
  const input = documentInput(store, draw, reading.at)
  reading.end()
  const asking = progressOf(desk, desk.say.common.reading, input.facts.counts.drawn)
  let asked = 0
  const target: DocumentInput['target'] = id => {
    const found = input.target(id)
    asking.at(++asked)
    if (asked === input.facts.counts.drawn) asking.end()
    return found
  }
  return { ...input, target }
}

function refusePrivate(desk: Desk, { number }: DrawRecord, law: OpenFolder): void {
  const checking = progressOf(desk, desk.say.verify.checking, lengthOf(law))
  let bytes = 0
  const watch = (more: number) => {
    bytes += more
    checking.at(bytes)
  }
  try {
    refusePrivateData(number, watchedFolder(law, watch))
  } finally {
    checking.end()
  }
}

/** A draw as the store keeps it, with what is under seal. */
function keptDraw(store: Store, draw: DrawRecord, { officials }: Showing): KeptDraw {
  return {
    spec: commitmentOf(store, draw.number).spec,
    files: openFilesOf(store, draw.number),
    changes: substitutionsOf(store, draw.number),
    sealed: isSealed(draw),
    failed: draw.ended?.how === 'failed',
    officials,
  }
}

/** What `bag-info.txt` says: of the draw, not of the hour in which it was exported. */
function bagInfo(store: Store, draw: DrawRecord): BagInfo {
  return [
    ['Source-Organization', departmentName(store, draw.detail.lead, draw.since)],
    ['External-Identifier', draw.number],
    ['Bagging-Date', officeDay(seedRun(draw)!.detail.drawnAt, offsetAtFreeze(draw.detail))],
    ['Bag-Software-Agent', `ssj ${VERSION}`],
  ]
}
