import { type LedgerPlace, recordText } from '../../core/publication/export/record.ts'
import { statementOf } from '../../core/publication/statement.ts'
import { filesOf } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import type { Store } from '../../store/open.ts'
import { entryAt } from '../../store/views/log.ts'
import { lawOf } from '../draw/draw-law.ts'
import { commitmentIn, seedIn } from '../draw/fixed-files.ts'

/** `record.json` of a draw that was made. */
export function recordOfDraw(store: Store, draw: DrawRecord): string {
  const { detail } = draw
  const run = draw.run!
  const { committed, machine } = run.detail
  return recordText({
    draw: draw.number,
    attempt: draw.attempt,
    task: draw.task,
    frozen: placeOf(store, draw.since),
    drawn: placeOf(store, run.since),
    commitment: committed === 'before' ? 'before-the-seed' : 'with-the-draw',
    seedFrom: machine ? 'this-machine' : 'announced-sources',
    statement: statementOf({ committed, machine, sealed: draw.sealed !== null }),
    witnesses: run.detail.witnesses ?? [],
    sealed: sealedPart(store, draw),
    again: detail.again,
    void: draw.void === null ? null : { reason: draw.void.reason, approver: draw.void.approver },
    signatures: run.detail.signatures,
    registry: detail.registry ?? null,
    ...lawOf(draw),
    program: detail.program,
  })
}

function placeOf(store: Store, entry: number): LedgerPlace {
  const { at, actor, digest } = entryAt(store, entry)
  return { at, by: actor, entry, ledger: digest }
}

function sealedPart(store: Store, draw: DrawRecord) {
  if (draw.sealed === null) return null
  const { source, revealed } = draw.sealed
  const files = filesOf(store, draw.number)
  const given = seedIn(files, commitmentIn(files))
    .lines.filter(line => line.source !== source)
    .map(line => `${line.source}=${line.value}`)
  return { source, given, revealed: revealed === null ? null : placeOf(store, revealed) }
}
