import { piecesOf } from '../../core/draw/folder/content.ts'
import { SELECTION } from '../../core/draw/folder/tables.ts'
import { listAbove } from '../../core/exchange/drawn-above.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { bagVerdict } from '../../core/publication/export/bag-verdict.ts'
import { refusal } from '../../core/refusal.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawIn } from '../draw-in.ts'

const refuse = refusal<ExchangeReasons>()

/** The list in the folder (or zip) of another level's draw, which is drawn again; or why it gives none, and in which file it differs. */
export async function listInFolder(desk: Desk, folder: string) {
  const found = drawIn(desk.path(folder))
  const verdict = await bagVerdict(found)
  const file = verdict.kind === 'differs' ? verdict.difference.file : ''
  return { payload: found.payload, list: listAbove(found.payload, verdict), file }
}

/** The list in such a folder, which must hold. */
export async function folderAbove(desk: Desk, folder: string) {
  const { payload, list, file } = await listInFolder(desk, folder)
  if (typeof list === 'string') throw refuse('no-list-in-folder', { path: folder, why: list, file })
  const path = `${folder}/${SELECTION.file}`
  return { list, path, bytes: piecesOf(payload.get(SELECTION.file)!) }
}
