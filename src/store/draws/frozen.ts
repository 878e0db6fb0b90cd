import { fixedFiles } from '../../core/draw/commitment/freeze.ts'
import type { FrozenDraw } from '../../core/freeze/freeze.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { EntryWriter } from '../entry.ts'
import { writeRecord } from '../registry/registry.ts'
import { writeFiles } from './draw-files.ts'
import type { DrawDetail } from './draw-record.ts'
import { writeSecret } from './sealed.ts'
import { writeDraw, writeVoid } from './write-draw.ts'

/** A new attempt at a task as it goes into the ledger. */
export interface NewFrozen {
  /** The row of the plan, or of an ad-hoc task, which is written with the draw. */
  readonly row: RecordCells
  readonly adHoc: boolean
  readonly draw: FrozenDraw
  /** Which day it was frozen, when, by whom and by which program; why it is a further attempt, and who approved. */
  readonly occasion: Pick<DrawDetail, 'day' | 'frozenAt' | 'actor' | 'program'> & {
    readonly again: { readonly reason: string; readonly approver: string } | null
  }
}

/** Writes a frozen draw with its files; the attempt that it replaces becomes void. */
export function writeFrozen(writer: EntryWriter, frozen: NewFrozen): void {
  const { row, draw, occasion } = frozen
  const { number, attempt, what, replaces, seal } = draw
  const { again } = occasion
  if (frozen.adHoc) writeRecord(writer, library('plan'), row)
  if (replaces !== null && again !== null) writeVoid(writer, replaces, again.reason, again.approver)
  const { task } = what
  writeDraw(writer, {
    number,
    taskId: task.id,
    attempt,
    digest: what.frozen.digest,
    starts: task.from,
    ends: task.to,
    detail: detailOf(frozen),
  })
  writeFiles(writer, number, fixedFiles(what.frozen))
  if (seal !== null && seal.secret !== null)
    writeSecret(writer, number, { source: seal.source, value: seal.secret })
}

/** The keys come in the order in which the ledger has had them since version 0.1.0: its digest covers their text. */
function detailOf({ row, draw, occasion }: NewFrozen): DrawDetail {
  const { task, rules, lent, itemsUsed, waterfall, frozen, snapshot } = draw.what
  const { again } = occasion
  return {
    name: task.name,
    lead: task.lead,
    items: task.items,
    publishList: task.publishList,
    day: occasion.day,
    frozenAt: occasion.frozenAt,
    actor: occasion.actor,
    again:
      draw.after === null || again === null
        ? null
        : { draw: draw.after, ...again, ...(draw.afterEnded === null ? {} : { ended: draw.afterEnded }) },
    row,
    program: occasion.program,
    rules,
    ...(lent.length === 0 ? {} : { lent }),
    itemsUsed,
    ...(draw.late === null ? {} : { late: draw.late }),
    ...(frozen.commitment.spec === 'ssj-draw/1' ? {} : { sources: frozen.commitment.seedSources }),
    ...(draw.weak === null ? {} : { weak: draw.weak }),
    ...(draw.twins === null ? {} : { twins: draw.twins }),
    registry: {
      targets: waterfall.registry,
      elsewhere: waterfall.elsewhere,
      outside: waterfall.outside,
    },
    ...(snapshot === undefined ? {} : { snapshot }),
  }
}
