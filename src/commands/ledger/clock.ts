import { approved } from '../../core/approval/approval.ts'
import { CLOCK_CORRECTED } from '../../core/ledger/entry-time.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { inEntry } from '../../store/entry.ts'
import { CLOCK } from '../../store/schema/ledger-tables.ts'
import { lastTime } from '../../store/views/log.ts'
import type { Desk } from '../../terminal/desk.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<LedgerReasons>()

/** log clock — put on record that the clock was wrong when the last entry was written, so that work goes on at the right time. */
export async function correctClock(
  desk: Desk,
  options: { readonly reason?: string; readonly approver?: string },
): Promise<number> {
  const { reason, approver } = approved(desk.actor, options)
  return withStore(desk, async store => {
    const { entry } = await inEntry(store, occasionOf(desk), CLOCK_CORRECTED, writer => {
      const before = lastTime(store) ?? writer.at
      if (writer.at >= before) throw refuse('clock-not-behind', { now: writer.at, last: before })
      writer.write(CLOCK, { behind: before, reason, approver })
      return { subject: { behind: before, reason, approver }, result: null }
    })
    const { number, at, digest } = entry!
    desk.result({ at, reason, approver, entry: number, digest }, () => [
      desk.say.ledger.clockCorrected(at),
      desk.say.log.entry(number, digest),
    ])
    return 0
  })
}
