import { createHash } from 'node:crypto'
import type { Content } from '../core/draw/folder/content.ts'
import type { Digest } from '../core/ids.ts'
import { type Pieces, whole } from '../core/pieces.ts'
import { LARGE } from './large-file.ts'

/** What is made piece by piece each time it is asked for, as a file; it is gone over once for its length and its digest. */
export function madeFile(pieces: Pieces): Content {
  const hash = createHash('sha256')
  let length = 0
  for (const piece of pieces) {
    hash.update(piece)
    length += piece.length
  }
  if (length < LARGE) return whole(pieces)
  const digest = hash.digest('hex') as Digest
  return { length, pieces, sha256: () => digest }
}
