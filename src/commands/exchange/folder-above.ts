import { piecesOf } from '../../core/draw/folder/content.ts'
import { SELECTION } from '../../core/draw/folder/tables.ts'
import { type ListAbove, listAbove } from '../../core/exchange/drawn-above.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { bagVerdict } from '../../core/publication/export/bag-verdict.ts'
import { refusal } from '../../core/refusal.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawIn } from '../draw-in.ts'

const refuse = refusal<ExchangeReasons>()

/** The list in the folder (or zip) of another level's draw, which is drawn again and must hold. */
export async function folderAbove(desk: Desk, folder: string) {
  const found = drawIn(desk.path(folder))
  const verdict = await bagVerdict(found)
  const list = listAbove(found.payload, verdict)
  if (typeof list === 'string') {
    const file = verdict.kind === 'differs' ? verdict.difference.file : ''
    throw refuse('no-list-in-folder', { path: folder, why: list, file })
  }
  return {
    list: list satisfies ListAbove,
    path: `${folder}/${SELECTION.file}`,
    bytes: piecesOf(found.payload.get(SELECTION.file)!),
  }
}
