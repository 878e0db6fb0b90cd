import { verify } from '../core/draw/verdict.ts'
import { UserError } from '../core/reason.ts'
import { readFolder } from '../files/folder.ts'
import type { Desk } from '../terminal/desk.ts'
import { differenceText } from '../terminal/difference.ts'

/** verify — draw again, compare. Works from an exported folder alone; a stranger needs no database. */
export async function verifyDraw(desk: Desk, path: string): Promise<number> {
  const { say } = desk
  const folder = readFolder(path)
  if (!folder.has('commitment.json') && !folder.has('SHA256SUMS'))
    throw new UserError('not-a-folder', { path })
  const verdict = await verify(folder)
  desk.result({ folder: path, ...verdict }, () => {
    if (verdict.kind === 'differs') return [say.differs(path), differenceText(desk, verdict.difference)]
    const parts = (names: readonly (keyof typeof say.parts)[]) =>
      say.listed(names.map(name => say.parts[name]))
    return [
      say.agrees(path),
      say.agreed(verdict.digest),
      say.selectKey(verdict.selectKey),
      say.verifiedSizes(verdict.targets, verdict.drawn, verdict.reserves),
      say.verifiedParts(parts(verdict.shown)),
      ...(verdict.notShown.length > 0 ? [say.notShown(parts(verdict.notShown))] : []),
    ]
  })
  return verdict.kind === 'agrees' ? 0 : 1
}
