import { bytesIn, type OpenFolder } from '../../draw/folder/content.ts'
import { RECORD_FILE } from '../../draw/folder/record-file.ts'
import { SUMS_FILE } from '../../draw/folder/sums.ts'
import { LAW_FILES } from '../../draw/verify/law-files.ts'
import type { SignedFolder } from '../../signing/signed-verdict.ts'
import type { Sm3Digests } from '../../signing/sm3-sums.ts'
import { TOLD_FILE } from './told-papers.ts'

/** Whether a folder holds papers with sums over them (published results, the certificates of a year), and nothing of a draw. */
export function isOfNoDraw(payload: OpenFolder): boolean {
  return payload.has(SUMS_FILE) && [...LAW_FILES, RECORD_FILE, TOLD_FILE].every(file => !payload.has(file))
}

/** What such papers are, to whom they are signed; null where no sums lie over them. `digests` are of all files, of a bag those around it too. */
export function signedPapers(payload: OpenFolder, digests: () => Sm3Digests): SignedFolder | null {
  const sha256sums = bytesIn(payload, SUMS_FILE)
  return sha256sums === undefined ? null : { draw: null, commitment: null, sha256sums, digests: digests() }
}
