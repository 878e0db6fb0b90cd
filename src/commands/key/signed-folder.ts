import type { FilePath } from '../../core/file-path.ts'
import { signedCertificate as certificateSigned } from '../../core/publication/certificate/read-certificate.ts'
import { type DrawFolder, drawFolder } from '../../core/publication/export/bag-verdict.ts'
import { signedDraw } from '../../core/publication/told/signed-draw.ts'
import {
  isOfNoDraw as holdsNoDraw,
  signedPapers as papersSigned,
} from '../../core/publication/told/signed-papers.ts'
import type { SignatureFiles, SignedFolder } from '../../core/signing/signed-verdict.ts'
import { readDrawFolder } from '../../files/draw-folder.ts'
import { readOneFile } from '../../files/folder.ts'
import { sm3Digests, sm3Hex } from '../../files/signatures.ts'
import { isFile } from '../../files/text-file.ts'

/** What a folder is, to whom it is signed; null where it has no commitment or no sums. */
export function signedFolder({ whole, payload }: DrawFolder): SignedFolder | null {
  return signedDraw(payload, () => sm3Digests(whole))
}

/**
 * What lies at a path, to whom it is signed: a draw folder or zip, a folder of papers of no single draw (published results,
 * the certificates of a year), or one certificate. Null where it is none of these.
 */
export function signedAt(path: FilePath): SignedFolder | null {
  if (isPaper(path)) return signedCertificate(path.written, readOneFile(path))
  const folder = drawFolder(readDrawFolder(path))
  return isOfNoDraw(folder) ? signedPapers(folder) : signedFolder(folder)
}

/** Whether a folder holds papers with sums over them, and nothing of a draw. */
export function isOfNoDraw({ payload }: DrawFolder): boolean {
  return holdsNoDraw(payload)
}

/** Such papers. */
export function signedPapers({ whole, payload }: DrawFolder): SignedFolder | null {
  return papersSigned(payload, () => sm3Digests(whole))
}

/** One certificate by itself, under the name that it was signed by where it goes by another now; null where the bytes are none. */
export function signedCertificate(
  path: string,
  bytes: Uint8Array,
  beside: SignatureFiles = new Map(),
): SignedFolder | null {
  return certificateSigned(path, bytes, beside, sm3Hex)
}

/** A file that is no zip (which begins with `PK`). */
function isPaper(path: FilePath): boolean {
  if (!isFile(path)) return false
  const [first, second] = readOneFile(path)
  return first !== 0x50 || second !== 0x4b
}

/** Where the signatures of a folder, a zip or a file lie: beside it, since the sums of a folder name every file that it holds. */
export function signaturesBeside(path: string): string {
  return `${withoutEnd(path).replace(/\.zip$/i, '')}.signatures`
}

/** A path without the strokes that it ends in; one that is nothing else stays. */
function withoutEnd(path: string): string {
  let end = path.length
  while (end > 1 && '/\\'.includes(path[end - 1]!)) end--
  return path.slice(0, end)
}
