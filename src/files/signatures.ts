import { createHash, getHashes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { bytesOf, type Content, heldFolder, type OpenFolder, piecesOf } from '../core/draw/folder/content.ts'
import type { FilePath } from '../core/file-path.ts'
import { hexOfBytes } from '../core/hex.ts'
import type { SignatureFiles } from '../core/signing/signed-verdict.ts'
import { sm3 } from '../core/signing/sm3.ts'
import type { Sm3Digests } from '../core/signing/sm3-sums.ts'
import { readFolder } from './folder.ts'

/** The SM3 of every file of a folder; large ones are read as they pass. */
export function sm3Digests(folder: OpenFolder): Sm3Digests {
  return new Map([...folder].map(([name, content]) => [name, sm3Hex(content)]))
}

/** The SM3 of a file as 64 digits. */
export function sm3Hex(content: Content): string {
  if (!HAS_SM3) return hexOfBytes(sm3(bytesOf(content)))
  const hash = createHash('sm3')
  for (const piece of piecesOf(content)) hash.update(piece)
  return hash.digest('hex')
}

/** Programs that were built without it compute it themselves, more slowly. */
const HAS_SM3 = getHashes().includes('sm3')

/** The files in a folder of signatures; none where there is no such folder. */
export function readSignatures(path: FilePath): SignatureFiles {
  return existsSync(path.full) ? heldFolder(readFolder(path, () => {})) : new Map()
}
