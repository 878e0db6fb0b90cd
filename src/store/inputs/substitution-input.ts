import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { StandingDraw } from '../../core/draw/substitution/replaced-seat.ts'
import { refusal } from '../../core/refusal.ts'
import { allOpenFilesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { withoutResult } from '../draws/without-result.ts'
import { idsOfFirm } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { idOfTarget } from '../registry/targets.ts'
import { changedIn, drawFrom } from '../views/standing-draw.ts'

const refuse = refusal<DrawReasons>()

/** Reads a draw as it stands, with the ids of the targets that were named. One that is void or not run cannot change. */
export function substitutionInput(store: Store, record: DrawRecord, names: readonly string[]): StandingDraw {
  const { number } = record
  if (record.void !== null) throw refuse('draw-void', { draw: number })
  if (record.run === null) throw withoutResult(record)
  const named = new Map(names.map(name => [name, idsOfFirm(store, idOfTarget(store, name))]))
  return { number, draw: drawFrom(allOpenFilesOf(store, number)), ...changedIn(store, number), named }
}
