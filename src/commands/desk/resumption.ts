import type { OfficeState } from '../../store/desk/office-state.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { Offer } from './comes-next.ts'
import { JOBS } from './jobs/jobs.ts'
import type { BrokenOff, Memory } from './memory.ts'

/** What is told of a sitting that broke off, and offered to go on with. */
export interface Resumption {
  readonly told: readonly string[]
  readonly offers: readonly Offer[]
}

/**
 * Says in the middle of what a sitting broke off, and whether the ledger has moved since it began; what is not in the ledger
 * is offered again, at the question that was put last, and so is a record that was not entered to its end.
 */
export function resumption(
  { say }: Desk,
  state: OfficeState,
  left: BrokenOff | null,
  { drafts }: Memory,
): Resumption {
  const { desk, registry } = say
  const records = drafts.all().map(
    ([library, draft]): Offer => ({
      job: 'add',
      given: { library },
      title: desk.goOnEntering(registry.libraries[library as keyof typeof registry.libraries], draft.size),
    }),
  )
  if (left === null) return { told: [], offers: records }
  const { job, given, answers, back } = left
  const isWritten = left.stage === 'running' && state.entry > left.entry
  const told = [desk.brokeOff(desk.jobs[job], left.stage, isWritten ? state.entry : null)]
  const isOffered = JOBS[job].offered?.(state) !== false && back.length > 0 && !isWritten && job !== 'add'
  const again: Offer = { job, given, title: desk.goOnWith(desk.jobs[job]), resumed: { answers, back } }
  return { told, offers: isOffered ? [again, ...records] : records }
}
