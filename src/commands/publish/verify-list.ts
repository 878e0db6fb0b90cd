import type { OpenFolder } from '../../core/draw/folder/content.ts'
import { listHolds, listVerdict } from '../../core/exchange/list-verdict.ts'
import { sha256Hex } from '../../core/hash.ts'
import { UserError } from '../../core/refusal.ts'
import { readOneFile } from '../../files/folder.ts'
import type { Desk } from '../../terminal/desk.ts'
import { listInFolder } from '../exchange/folder-above.ts'
import { layoutNamed } from '../exchange/layout-named.ts'
import { theirRows } from '../exchange/their-rows.ts'
import type { Answer } from './answer.ts'

/**
 * Sets a folder whose list another level drew beside that list: the folder or zip of the draw above, which must hold by
 * itself and be the one that is named, or the file that was taken. No database is needed.
 */
export async function answerList(desk: Desk, payload: OpenFolder, path: string): Promise<Answer> {
  const verdict = listVerdict(payload, await listAtHand(desk, path))
  const holds = listHolds(verdict)
  const { out } = desk.colours
  const line = desk.say.exchange.listChecked(path, verdict)
  return { holds, data: { list: path, ...verdict }, lines: [holds ? out.agrees(line) : out.differs(line)] }
}

async function listAtHand(desk: Desk, path: string) {
  if (/\.(?:csv|tsv|txt|xlsx)$/i.test(path)) {
    const sha256 = sha256Hex(readOneFile(desk.path(path)))
    return { kind: 'file', sha256, numbers: await numbersIn(desk, path) } as const
  }
  const { list, file } = await listInFolder(desk, path)
  return { kind: 'folder', list, file } as const
}

/** The numbers of a file under the headings of a list that is handed down; null where it has none of them. */
async function numbersIn(desk: Desk, path: string): Promise<ReadonlySet<string> | null> {
  const { layout } = await layoutNamed(desk, 'assigned-list', undefined)
  try {
    const { rows } = await theirRows(desk, layout, path, {})
    try {
      return new Set([...rows.rows()].flatMap(({ key }) => (key === '' ? [] : [key])))
    } finally {
      rows.close()
    }
  } catch (error) {
    if (error instanceof UserError && error.reason.code === 'file-not-of-layout') return null
    throw error
  }
}
