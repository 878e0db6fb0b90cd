import { COMMITMENT_FILE } from '../core/draw/commitment/commitment.ts'
import { SUMS_FILE } from '../core/draw/folder/sums.ts'
import type { FilePath } from '../core/file-path.ts'
import { type DrawFolder, drawFolder } from '../core/publication/export/bag-verdict.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { readDrawFolder } from '../files/draw-folder.ts'
import type { Watch } from '../files/large-file.ts'

const refuse = refusal<FileReasons>()

/** The folder, zip or bag of a draw that lies at a path; refused where nothing of a draw is in it. */
export function drawIn(path: FilePath, watch?: Watch): DrawFolder {
  const folder = drawFolder(readDrawFolder(path, watch))
  const { payload } = folder
  if (!payload.has(COMMITMENT_FILE) && !payload.has(SUMS_FILE))
    throw refuse('not-a-folder', { path: path.written })
  return folder
}
