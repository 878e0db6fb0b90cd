import { UserError } from '../core/reason.ts'
import { writeVoid } from '../store/draws.ts'
import { inEntry } from '../store/entry.ts'
import type { Desk } from '../terminal/desk.ts'
import { approved } from './approval.ts'
import { drawNamed, occasionOf, withStore } from './shared.ts'

/** void — mark a draw; it is never deleted. */
export async function voidDraw(
  desk: Desk,
  name: string,
  options: { readonly reason?: string; readonly approver?: string },
): Promise<number> {
  const { reason, approver } = approved(desk, options)
  return withStore(desk, async store => {
    const draw = drawNamed(store, desk, name)
    if (draw.void !== null) throw new UserError('draw-void', { draw: draw.number })
    const { entry } = await inEntry(store, occasionOf(desk), 'void', pen => {
      writeVoid(pen, draw.number, reason, approver)
      return { subject: { draw: draw.number, reason, approver }, result: null }
    })
    desk.result({ draw: draw.number, reason, approver, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.voided(draw.number),
      desk.say.entry(entry!.number, entry!.digest).trim(),
    ])
    return 0
  })
}
