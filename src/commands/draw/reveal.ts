import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { SealReasons } from '../../core/draw/seed/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { secretOf, writeReveal } from '../../store/draws/sealed.ts'
import { inEntry } from '../../store/entry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawNamed } from '../lookup.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<DrawReasons & SealReasons>()

/** reveal — open the sealed source of a draw once the visits are done: from now on anybody can draw it again. */
export async function reveal(desk: Desk, name: string): Promise<number> {
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'reveal', writer => {
      const draw = drawNamed(store, desk, name)
      const secret = secretOf(store, draw.number)
      if (draw.sealed === null || secret === null) throw refuse('draw-not-sealed', { draw: draw.number })
      const { revealed } = draw.sealed
      if (revealed !== null) throw refuse('already-revealed', { draw: draw.number, entry: revealed })
      if (draw.run === null && draw.void === null) throw refuse('draw-not-run', { draw: draw.number })
      const { source, value } = secret
      writeReveal(writer, draw.number, source)
      return { subject: { draw: draw.number, source }, result: { draw, source, value } }
    })
    const { draw, source, value } = result
    const { number, digest } = entry!
    desk.result({ draw: draw.number, source, value, entry: number, ledger: digest }, () => [
      desk.say.draw.sealed.revealed(draw.number),
      `  ${source}=${value}`,
      desk.say.log.entry(number, digest),
    ])
    return 0
  })
}
