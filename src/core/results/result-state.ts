import type { Day } from '../dates.ts'

/**
 * What may be done to a result, in the words of the platforms: 录入, 审核, 退回, 公示, 更正, 下架. Each is a step on record;
 * no cell of a file takes one.
 */
export const STEPS = ['entered', 'reviewed', 'returned', 'published', 'corrected', 'taken-down'] as const
export type Step = (typeof STEPS)[number]

/** Where a result stands: what was corrected is public and stays so. */
export type ResultState = 'entered' | 'reviewed' | 'returned' | 'published' | 'taken-down'

const STATE_AFTER: Readonly<Record<Step, ResultState>> = {
  entered: 'entered',
  reviewed: 'reviewed',
  returned: 'returned',
  published: 'published',
  corrected: 'published',
  'taken-down': 'taken-down',
}

/** A step that was taken; `day` is the office's day on which it holds, `actor` who wrote it. */
export interface TakenStep {
  readonly step: Step
  readonly day: Day
  readonly actor: string
  readonly approver: string
  readonly reason: string
}

/** What version 0.1.0 kept of a state, as two cells of a row. */
export interface StatedState {
  /** 审核状态. */
  readonly review: string
  /** 公示日期. */
  readonly published: Day | ''
}

/** The state of a result after its steps, oldest first; one without steps is where its own cells say that it is. */
export function stateAfter(steps: readonly TakenStep[], { review, published }: StatedState): ResultState {
  const last = steps.at(-1)
  if (last !== undefined) return STATE_AFTER[last.step]
  if (review === '已公示' || published !== '') return 'published'
  return review === '审核退回' || review === '不通过' ? 'returned' : 'entered'
}

/** The day on which a result was first published; null where it never was, `''` where version 0.1.0 kept no day. */
export function publishedOn(steps: readonly TakenStep[], stated: StatedState): Day | '' | null {
  if (stateAfter([], stated) === 'published') return stated.published
  return steps.find(({ step }) => step === 'published')?.day ?? null
}
