import { approved } from '../../core/approval/approval.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { writeVoid } from '../../store/draws/write-draw.ts'
import { inEntry } from '../../store/entry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawNamed } from '../lookup.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<DrawReasons>()

/** void — mark a draw; it is never deleted. */
export async function voidDraw(
  desk: Desk,
  name: string,
  options: { readonly reason?: string; readonly approver?: string },
): Promise<number> {
  const { reason, approver } = approved(desk.actor, options)
  return withStore(desk, async store => {
    const { entry, result: draw } = await inEntry(store, occasionOf(desk), 'void', writer => {
      const draw = drawNamed(store, desk, name)
      if (draw.void !== null) throw refuse('draw-void', { draw: draw.number })
      writeVoid(writer, draw.number, reason, approver)
      return { subject: { draw: draw.number, reason, approver }, result: draw }
    })
    desk.result({ draw: draw.number, reason, approver, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.draw.voided(draw.number),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}
