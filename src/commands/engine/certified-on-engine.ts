import type { SecondCommitment } from '../../core/draw/commitment/commitment.ts'
import { ticketOf } from '../../core/draw/selection.ts'
import { recordReader } from '../../core/engine/read-answers.ts'
import type { Snapshot } from '../../core/freeze/fix.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import type { Finding } from '../../core/publication/certificate/certificate.ts'
import type { Certified } from '../../core/publication/certificate/certify.ts'
import { boundariesInLists } from '../../core/publication/certificate/find-in-lists.ts'
import type { Find } from '../../core/publication/certificate/finding.ts'
import type { OpenLists } from '../../core/publication/certificate/open-lists.ts'
import type { KnownTarget } from '../../core/publication/certificate/subject.ts'
import { type Stands, standsIn, targetsNamedIn } from '../../engine/certified.ts'
import { layFiles } from '../../store/draws/draw-files.ts'
import { ASKED_TARGET, keptBlocks, recordsText } from '../../store/draws/engine-files.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { engineNamed } from './engine-named.ts'
import { withEngineOf } from './with-engine-of.ts'

/**
 * Finds what a draw did with one target of a frame that lies in an engine, which goes by one of these texts there: one block of it is fetched. What its
 * registry said of the target is laid beside what is kept of those that were drawn. `subjectOf` says who is meant by those that were found.
 */
export async function findingOnEngine(
  desk: Desk,
  store: Store,
  { number, snapshot }: { readonly number: DrawNumber; readonly snapshot: Snapshot },
  opened: OpenLists,
  texts: readonly string[],
  subjectOf: (found: readonly KnownTarget[]) => Certified,
): Promise<{ readonly named: Certified; readonly find: Find }> {
  const engine = engineNamed(store, snapshot.engine)
  const blocks = keptBlocks(store, number)
  const commitment = opened.commitment as SecondCommitment
  const { selectKey } = opened
  const proven = { engine, draw: number, snapshot, commitment, blocks, selectKey }
  const { named, stands } = await withEngineOf(desk, engine, async session => {
    const ids = await targetsNamedIn(session, proven, texts)
    const named = subjectOf(ids.map(id => ({ id, name: '' })))
    return { named, stands: await standsIn(session, proven, named.id as TargetId) }
  })
  if (stands.cells !== null) {
    const record = recordReader(engine)(stands.cells)
    layFiles(store, number, new Map([[ASKED_TARGET, recordsText([record])]]))
  }
  const find: Find = (_, registered) => findingOf(opened, stands, named.id as TargetId, registered)
  return { named, find }
}

function findingOf(opened: OpenLists, stands: Stands, target: TargetId, registered: boolean): Finding {
  switch (stands.kind) {
    case 'absent':
      return { verdict: 'unknown', registered: registered || stands.cells !== null, absence: stands.gaps }
    case 'excluded': {
      const { reason, row } = stands
      return { verdict: 'excluded', reason, line: row.index + 2, row }
    }
    case 'framed': {
      const { stratum, rank, row } = stands
      const own = opened.commitment.strata.find(one => one.stratum === stratum)!
      const { size, take, reserve } = own
      const verdict = rank <= take ? 'drawn' : rank <= take + reserve ? 'reserve' : 'not-drawn'
      const ticket = ticketOf(opened.selectKey, target)
      const last = boundariesInLists(opened, stratum)
      const boundaries = { lastDrawn: last.drawn, lastReserve: last.reserve }
      return { verdict, stratum, size, take, reserve, rank, ticket, row, ...boundaries }
    }
    default:
      return stands satisfies never
  }
}
