import type { DrawReasons } from '../../core/draw/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { DrawRecord } from './draw-record.ts'

const refuse = refusal<DrawReasons>()

/** Why a draw has no result: it waits for its seed, its seed found no teams, or it lapsed. */
export function withoutResult({ number: draw, ended }: DrawRecord) {
  if (ended === null) return refuse('draw-not-run', { draw })
  switch (ended.how) {
    case 'failed':
      return refuse('draw-failed', { draw, department: ended.detail.department })
    case 'lapsed':
      return refuse('draw-lapsed', { draw, last: ended.detail.last })
    default:
      return ended satisfies never
  }
}
