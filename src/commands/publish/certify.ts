import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { SealReasons } from '../../core/draw/seed/reasons.ts'
import type { EntryNumber, TargetId } from '../../core/ids.ts'
import {
  type Certificate,
  certificateDigest,
  type Issuer,
} from '../../core/publication/certificate/certificate.ts'
import { type Certified, certifier } from '../../core/publication/certificate/certify.ts'
import { openLists } from '../../core/publication/certificate/open-lists.ts'
import {
  certifiedSubject,
  codeAsTyped,
  type KnownTarget,
} from '../../core/publication/certificate/subject.ts'
import { publicOccasion } from '../../core/publication/export/public-occasion.ts'
import type { Officers } from '../../core/publication/lists/public-list.ts'
import { publicTarget, type Showing } from '../../core/publication/public-facts.ts'
import type { CertificateReasons, PublicationReasons } from '../../core/publication/reasons.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ShownResult } from '../../core/results/shown-result.ts'
import { writeNewFile } from '../../files/folder.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { isSealed } from '../../store/draws/draws.ts'
import { withoutResult } from '../../store/draws/without-result.ts'
import { inspectionOf } from '../../store/inputs/followed/inspection-of.ts'
import { idsOfFirm } from '../../store/moved-firms.ts'
import { officeValues } from '../../store/office.ts'
import type { Store } from '../../store/open.ts'
import { columnsAt } from '../../store/registry/registry.ts'
import { idOfTarget, targetsCalled } from '../../store/registry/targets.ts'
import { resultsShown } from '../../store/results/shown-results.ts'
import { rulesNow } from '../../store/rules.ts'
import { targetThen } from '../../store/views/draw-people.ts'
import { refuseDamaged } from '../../store/views/kept-files.ts'
import { recordOfDraw } from '../../store/views/record-of-draw.ts'
import { folderOf } from '../../store/views/standing-draw.ts'
import type { Desk } from '../../terminal/desk.ts'
import { certificateLines } from '../../terminal/reports/certificate.ts'
import { resultLines } from '../../terminal/reports/record.ts'
import { findingOnEngine } from '../engine/certified-on-engine.ts'
import { signedLines, signedNow } from '../key/sign-folder.ts'
import { drawNamed } from '../lookup.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { inOneState } from '../session.ts'
import { certificatePaper, isOnPaper, writerOf } from './certificate-paper.ts'
import { refuseGivingAway } from './giving-away.ts'
import { keysThatSign, recordToSign } from './sign-certificate.ts'

const refuse = refusal<CertificateReasons & DrawReasons & OptionReasons & PublicationReasons & SealReasons>()

export interface CertifyOptions {
  readonly to?: string
  /** How much the certificate tells of the officers. */
  readonly officers?: Officers
  /** Files of the keys that sign. */
  readonly sign?: readonly string[]
}

/** certify — what a draw did with one target, with the digits that prove it, and what followed there by the office's record. */
export async function certify(
  desk: Desk,
  name: string,
  target: string,
  { to, officers = 'none', sign }: CertifyOptions,
): Promise<number> {
  const keys = keysThatSign(desk, to, sign)
  const write = to === undefined ? undefined : writerOf(to, keys)
  return inOneState(desk, async store => {
    const draw = drawNamed(store, desk, name)
    if (draw.run === null) throw withoutResult(draw)
    if (isSealed(draw)) throw refuse('draw-sealed', { draw: draw.number })
    refuseGivingAway(store, draw)
    const { certificate, untold } = await certificateFor(desk, store, draw, target, officers)
    const record = recordToSign(desk, store, isOnPaper(to) ? undefined : to, keys)
    if (to !== undefined)
      writeNewFile(
        desk.path(to),
        await write!(certificate, () => certificatePaper(store, draw, certificate)),
        'umask',
      )
    const signed = to === undefined ? null : signedNow(desk, to, keys, record)
    const beside = signed === null ? {} : { signed }
    const say = desk.say.certificate
    if (!draw.detail.publishList && 'ticket' in certificate.finding) desk.remark(say.unpublished(draw.number))
    desk.result({ ...certificate, digest: certificateDigest(certificate), ...beside }, () => [
      ...certificateLines(desk, certificate),
      ...(untold.length === 0 ? [] : ['', desk.say.results.beside]),
      ...untold.flatMap(result => resultLines(naming(desk, store), result)),
      ...(to === undefined ? [] : ['', say.written(to)]),
      ...(signed === null ? [] : signedLines(desk, signed)),
    ])
    return 0
  })
}

/** The certificate of a target in a draw that may be shown, and what is on record there and may not stand in it. */
export async function certificateFor(
  desk: Desk,
  store: Store,
  draw: DrawRecord,
  target: string,
  officers: Officers,
): Promise<{ readonly certificate: Certificate; readonly untold: readonly ShownResult[] }> {
  const folder = folderOf(store, draw.number)
  const opened = openLists(folder)
  if (opened === null) throw refuse('kept-file-damaged', { file: draw.number })
  refuseDamaged(opened.commitment, folder)
  const showing = rulesNow(store)
  const { snapshot } = draw.detail
  const { named, find } =
    snapshot === undefined
      ? { named: targetNamed(store, draw, target), find: undefined }
      : await findingOnEngine(desk, store, { number: draw.number, snapshot }, opened, waysOf(target), found =>
          targetNamed(store, draw, target, found),
        )
  const occasion = publicOccasion(recordOfDraw(store, draw), showing)
  const inspection = inspectionOf(store, draw, named.id as TargetId, {
    officers,
    today: officeToday(desk, store),
  })
  const beside = { inspection, issuer: issuerIn(store) }
  const certificate = certifier(opened, occasion, find)(shownTo(store, draw, named, showing), beside)
  return { certificate, untold: untoldResults(store, draw, certificate) }
}

/** Who issues it, as the office has set it for its papers. */
export function issuerIn(store: Store): Issuer {
  const { signature, organ, telephone, seal } = officeValues(store)
  return { office: signature || organ, telephone, seal }
}

/** The results that a certificate names without what was found: whoever issues it sees them beside it. */
function untoldResults(store: Store, draw: DrawRecord, { target, inspection }: Certificate): ShownResult[] {
  const items = inspection?.visits.flatMap(visit => visit.items) ?? []
  if (items.every(({ result }) => result === null || result.state === 'published')) return []
  return resultsShown(store, [target.id as TargetId]).filter(
    ({ occasion, state }) => occasion === draw.number && state !== 'published',
  )
}

/** A certificate goes from hand to hand: it names its target as a public list does. */
function shownTo(store: Store, draw: DrawRecord, target: Certified, showing: Showing): Certified {
  const facts = targetThen(store, draw, target.id as TargetId)
  const { name } = facts
  // A registry that lies elsewhere knows targets that this database has never heard of.
  const registered = target.registered || (draw.detail.snapshot !== undefined && name !== '')
  if (!registered) return target
  return { ...target, registered, name: publicTarget(facts, showing).name }
}

/** The target as the registry knew it when the draw was frozen; `elsewhere` are those that the registry of an engine has. */
function targetNamed(
  store: Store,
  draw: DrawRecord,
  text: string,
  elsewhere: readonly KnownTarget[] = [],
): Certified {
  const called = textOf(text)
  const found = elsewhere.length > 0 ? elsewhere : targetsThen(store, called, draw.since)
  return certifiedSubject(called, found, () =>
    [...columnsAt(store, 'targets', ['id', 'name'], draw.since)].map(([id, name]) => [id!, name!] as const),
  )
}

function textOf(text: string): string {
  const called = text.trim().normalize('NFC')
  if (called === '') throw refuse('target-missing', {})
  return called
}

/** As it is written, in capitals, and as the code that it is. */
function waysOf(text: string): readonly string[] {
  const called = textOf(text)
  return [...new Set([called, called.toUpperCase(), codeAsTyped(called) ?? called])]
}

/** As it is written, else as the code it is, else by the number that the firm went by before. */
function targetsThen(store: Store, called: string, entry: EntryNumber): ReturnType<typeof targetsCalled> {
  const names = [called, codeAsTyped(called) ?? called]
  const then = names.map(name => targetsCalled(store, name, entry)).find(found => found.length > 0)
  return then ?? targetsOnceCalled(store, names[1]!, entry)
}

/** A firm that has its USCC only since, under the registration number that it went by when the draw was frozen. */
function targetsOnceCalled(
  store: Store,
  called: string,
  entry: EntryNumber,
): ReturnType<typeof targetsCalled> {
  return idsOfFirm(store, idOfTarget(store, called)).flatMap(id => targetsCalled(store, id, entry))
}
