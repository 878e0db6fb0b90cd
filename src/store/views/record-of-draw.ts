import { tableText } from '../../core/draw/folder/table.ts'
import { SUBSTITUTIONS } from '../../core/draw/folder/tables.ts'
import { sha256Hex } from '../../core/hash.ts'
import type { EntryNumber } from '../../core/ids.ts'
import { statementOf } from '../../core/publication/draw-facts.ts'
import type { DrawOccasion, LedgerPlace } from '../../core/publication/export/record.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { DrawLaw } from '../../core/rules/draw-law.ts'
import { openFilesOf } from '../draws/draw-files.ts'
import { type DrawRecord, seedRun } from '../draws/draw-record.ts'
import { substitutionsOf } from '../draws/substitutions.ts'
import type { Store } from '../open.ts'
import { carriedCheckpoints } from './carried-checkpoints.ts'
import { commitmentIn, seedIn } from './kept-files.ts'
import { entryAt } from './log.ts'

/** The rules and items that a draw was frozen under. */
export function lawOf({ detail }: DrawRecord): DrawLaw {
  return {
    rules: detail.rules ?? null,
    items: (detail.itemsUsed ?? []).map(({ code, since, row }) => ({
      code,
      since,
      name: asRecord('items', row).get('name'),
    })),
  }
}

/** What belongs to the occasion of a draw that was made, in full. */
export function recordOfDraw(store: Store, draw: DrawRecord): DrawOccasion {
  const { detail } = draw
  const seeded = seedRun(draw)!
  const { committed, machine } = seeded.detail
  const checkpoints = carriedCheckpoints(store, draw)
  return {
    draw: draw.number,
    attempt: draw.attempt,
    task: draw.task,
    frozen: placeOf(store, draw.since),
    drawn: placeOf(store, seeded.since),
    commitment: committed === 'before' ? 'before-the-seed' : 'with-the-draw',
    seedFrom: machine ? 'this-machine' : 'announced-sources',
    statement: statementOf({ committed, machine, sealed: draw.sealed !== null, weak: detail.weak ?? null }),
    witnesses: seeded.detail.witnesses ?? [],
    ...(seeded.detail.enteredBy === undefined ? {} : { enteredBy: seeded.detail.enteredBy }),
    sealed: sealedPart(store, draw),
    again: detail.again,
    void: draw.void === null ? null : { reason: draw.void.reason, approver: draw.void.approver },
    signatures: seeded.detail.signatures,
    registry: detail.registry ?? null,
    ...lawOf(draw),
    program: detail.program,
    ...(draw.ended?.how === 'failed' ? { outcome: 'no-teams' as const } : {}),
    ...secondPart(store, draw),
    ...(checkpoints.length === 0 ? {} : { checkpoints }),
  }
}

/** What version 2 of the law asks of a record besides. */
function secondPart(store: Store, draw: DrawRecord): Pick<DrawOccasion, 'weakSeed' | 'substitutions'> {
  if (draw.detail.sources === undefined) return {}
  const changes = substitutionsOf(store, draw.number)
  const { weak } = draw.detail
  return {
    ...(weak === undefined ? {} : { weakSeed: weak }),
    substitutions: {
      count: changes.at(-1)?.number ?? 0,
      sha256: sha256Hex(tableText(SUBSTITUTIONS, changes)),
    },
  }
}

function placeOf(store: Store, entry: EntryNumber): LedgerPlace {
  const { at, actor, digest } = entryAt(store, entry)
  return { at, by: actor, entry, ledger: digest }
}

function sealedPart(store: Store, draw: DrawRecord): DrawOccasion['sealed'] {
  if (draw.sealed === null) return null
  const { source, revealed } = draw.sealed
  const files = openFilesOf(store, draw.number)
  const given = seedIn(files, commitmentIn(files))
    .lines.filter(line => line.source !== source)
    .map(line => `${line.source}=${line.value}`)
  return { source, given, revealed: revealed === null ? null : placeOf(store, revealed) }
}
