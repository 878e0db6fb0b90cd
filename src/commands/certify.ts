import type { Certificate } from '../core/publication/certificate.ts'
import { certificateDigest, certificateText } from '../core/publication/certificate.ts'
import { certificateHtml } from '../core/publication/certificate-html.ts'
import { type Certified, certifier } from '../core/publication/certify.ts'
import { openDraw } from '../core/publication/opened-draw.ts'
import { UserError } from '../core/reason.ts'
import { library } from '../core/registry/library.ts'
import { nearest } from '../core/registry/nearest.ts'
import { writeNewFile } from '../files/folder.ts'
import type { DrawRecord } from '../store/draws.ts'
import { idsOfFirm } from '../store/moved-firms.ts'
import type { Store } from '../store/open.ts'
import { columnsAt, idOfTarget, targetsCalled } from '../store/registry.ts'
import { certificateLines } from '../terminal/certificate.ts'
import type { Desk } from '../terminal/desk.ts'
import { recordOfDraw } from './record-of-draw.ts'
import { isSealed } from './seal.ts'
import { drawNamed, withStore } from './shared.ts'
import { folderOf } from './standing.ts'

/** certify — what a draw did with one target, with the digits that prove it. */
export async function certify(
  desk: Desk,
  name: string,
  target: string,
  { to }: { readonly to?: string },
): Promise<number> {
  const write = to === undefined ? undefined : writerOf(to)
  return withStore(desk, store => {
    const draw = drawNamed(store, desk, name)
    if (draw.run === null) throw new UserError('draw-not-run', { draw: draw.number })
    if (isSealed(draw)) throw new UserError('draw-sealed', { draw: draw.number })
    const opened = openDraw(folderOf(store, draw.number))
    if (opened === null) throw new Error(`draw ${draw.number} in the database is damaged: ssj log --verify`)
    const certificate = certifier(
      opened,
      JSON.parse(recordOfDraw(store, draw)),
    )(targetNamed(desk, store, draw, target))
    if (to !== undefined) writeNewFile(to, write!(certificate))
    const say = desk.say.certificate
    if (!draw.detail.publishList && 'ticket' in certificate.finding) desk.remark(say.unpublished(draw.number))
    desk.result({ ...certificate, digest: certificateDigest(certificate) }, () => [
      ...certificateLines(desk, certificate),
      ...(to === undefined ? [] : ['', say.written(to)]),
    ])
    return 0
  })
}

const WRITERS: Readonly<Record<string, (certificate: Certificate) => string>> = {
  '.json': certificateText,
  '.html': certificateHtml,
}

function writerOf(to: string): (certificate: Certificate) => string {
  const write = WRITERS[/\.[a-z]+$/.exec(to.toLowerCase())?.[0] ?? '']
  if (write !== undefined) return write
  throw new UserError('option-bad', { option: '--to', value: to, expected: '*.json | *.html' })
}

/** The target as the registry knew it when the draw was frozen; a name that several have is refused. */
function targetNamed(desk: Desk, store: Store, draw: DrawRecord, text: string): Certified {
  const called = text.trim().normalize('NFC')
  if (called === '') throw new UserError('certify-whom', {})
  const then = targetsCalled(store, called, draw.since)
  const [found, ...others] = then.length > 0 ? then : targetsOnceCalled(store, called, draw.since)
  if (others.length > 0) {
    const ids = [found!, ...others].map(({ id }) => id)
    throw new UserError('target-ambiguous', { name: text, ids })
  }
  if (found !== undefined) return { ...found, registered: true }
  const known = [...columnsAt(store, library('targets'), ['id', 'name'], draw.since)]
  const like = nearest(text, known.flat())
  if (like !== null) desk.remark(desk.say.certificate.unknownNearest(text, like))
  return { id: called, name: '', registered: false }
}

/** A firm that has its USCC only since, under the registration number that it went by when the draw was frozen. */
function targetsOnceCalled(store: Store, called: string, entry: number): ReturnType<typeof targetsCalled> {
  return idsOfFirm(store, idOfTarget(store, called)).flatMap(id => targetsCalled(store, id, entry))
}
