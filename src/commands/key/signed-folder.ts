import { commitmentDigest } from '../../core/draw/commitment/commitment.ts'
import { bytesIn } from '../../core/draw/folder/content.ts'
import { recordIn } from '../../core/draw/folder/record-file.ts'
import { SUMS_FILE } from '../../core/draw/folder/sums.ts'
import { readCommitment } from '../../core/draw/verify/read-parts.ts'
import { isObject, parseJson } from '../../core/json.ts'
import type { DrawFolder } from '../../core/publication/export/bag-verdict.ts'
import { TOLD_FILE } from '../../core/publication/told/told-papers.ts'
import type { SignedFolder } from '../../core/signing/signed-verdict.ts'
import { decodeUtf8 } from '../../core/text.ts'
import { sm3Digests } from '../../files/signatures.ts'

/** What a folder is, to whom it is signed; null where it has no commitment or no sums. */
export function signedFolder({ whole, payload }: DrawFolder): SignedFolder | null {
  const read = readCommitment(payload)
  const sha256sums = bytesIn(payload, SUMS_FILE)
  if (read.kind === 'differs' || sha256sums === undefined) return null
  return {
    draw: drawOf(payload),
    commitment: commitmentDigest(read.commitment),
    sha256sums,
    digests: sm3Digests(whole),
  }
}

/** The number of the draw: in the record of a result, in the papers of an announcement. */
function drawOf(payload: DrawFolder['payload']): string | null {
  const { draw } = recordIn(payload)
  if (typeof draw === 'string') return draw
  const told = parseJson(decodeUtf8(bytesIn(payload, TOLD_FILE) ?? new Uint8Array()) ?? '')
  const announced = isObject(told) && isObject(told.announced) ? told.announced.number : undefined
  return typeof announced === 'string' ? announced : null
}

/** Where the signatures of a folder or a zip lie: beside it, since its sums name every file that it holds. */
export function signaturesBeside(path: string): string {
  return `${withoutEnd(path).replace(/\.zip$/i, '')}.signatures`
}

/** A path without the strokes that it ends in; one that is nothing else stays. */
function withoutEnd(path: string): string {
  let end = path.length
  while (end > 1 && '/\\'.includes(path[end - 1]!)) end--
  return path.slice(0, end)
}
