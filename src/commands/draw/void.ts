import { approved } from '../../core/approval/approval.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { openSeal } from '../../store/draws/sealed.ts'
import { withoutResult } from '../../store/draws/without-result.ts'
import { writeVoid } from '../../store/draws/write-draw.ts'
import { inEntry } from '../../store/entry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawNamed } from '../lookup.ts'
import { refuseOverResults } from '../results/results-stand.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<DrawReasons>()

/** void — mark a draw; it is never deleted. What it keeps under seal is opened: a result that displeased is seen all the same. */
export async function voidDraw(
  desk: Desk,
  name: string,
  options: { readonly reason?: string; readonly approver?: string; readonly despiteResults?: boolean },
): Promise<number> {
  const { reason, approver } = approved(desk.actor, options)
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'void', writer => {
      const draw = drawNamed(store, desk, name)
      if (draw.void !== null) throw refuse('draw-void', { draw: draw.number })
      if (draw.ended !== null) throw withoutResult(draw)
      const kept = refuseOverResults(store, draw.number, null, options.despiteResults === true)
      writeVoid(writer, draw.number, reason, approver)
      const opened = openSeal(store, writer, draw.number)
      const told = { draw: draw.number, reason, approver, ...kept, ...(opened === null ? {} : { opened }) }
      return { subject: told, result: { told, opened } }
    })
    const { told, opened } = result
    const { voided, sealed } = desk.say.draw
    desk.result({ ...told, entry: entry!.number, digest: entry!.digest }, () => [
      voided(told.draw),
      ...(opened === null ? [] : [sealed.openedByVoid, `  ${opened.source}=${opened.value}`]),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}
