import type { DrawReasons } from '../../core/draw/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { writeFolder } from '../../files/folder.ts'
import { withoutResult } from '../../store/draws/without-result.ts'
import type { Desk } from '../../terminal/desk.ts'
import { bringPublicLists } from '../engine/bring-lists.ts'
import { drawNamed } from '../lookup.ts'
import { numberPapers } from '../office/number-papers.ts'
import { announcedFolder } from '../publish/announced.ts'
import { formatsIn } from '../publish/formats-in.ts'
import { frameWithheldFor } from '../publish/giving-away.ts'
import { inOneState } from '../session.ts'

const refuse = refusal<DrawReasons>()

/** announce — what is published of a frozen draw, with the checkpoints that witnesses have signed since it was frozen. */
export async function announce(
  desk: Desk,
  name: string,
  { to, format }: { readonly to: string; readonly format?: string },
): Promise<number> {
  const formats = formatsIn(format)
  await numberPapers(desk, name, draw =>
    draw.run === null && draw.void === null && draw.ended === null ? ['announcement'] : [],
  )
  return inOneState(desk, async store => {
    const draw = drawNamed(store, desk, name)
    if (draw.run !== null) throw refuse('draw-run', { draw: draw.number })
    if (draw.void !== null) throw refuse('draw-void', { draw: draw.number })
    if (draw.ended !== null) throw withoutResult(draw)
    await bringPublicLists(desk, store, draw)
    const files = await announcedFolder(store, draw, null, formats)
    writeFolder(desk.path(to), files, 'umask')
    const withheld = frameWithheldFor(store, draw)
    const told = withheld.length === 0 ? {} : { frameWithheld: withheld }
    desk.result({ draw: draw.number, folder: to, files: [...files.keys()], ...told }, () => [
      desk.say.draw.announced(draw.number, to, files.size),
      ...(withheld.length === 0 ? [] : [desk.say.draw.frameWithheld(withheld)]),
    ])
    return 0
  })
}
