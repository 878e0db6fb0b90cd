import { commitmentDigest } from '../../draw/commitment/commitment.ts'
import { bytesIn, type OpenFolder } from '../../draw/folder/content.ts'
import { recordIn } from '../../draw/folder/record-file.ts'
import { SUMS_FILE } from '../../draw/folder/sums.ts'
import { readCommitment } from '../../draw/verify/read-parts.ts'
import { isObject, parseJson } from '../../json.ts'
import type { SignedFolder } from '../../signing/signed-verdict.ts'
import type { Sm3Digests } from '../../signing/sm3-sums.ts'
import { decodeUtf8 } from '../../text.ts'
import { TOLD_FILE } from './told-papers.ts'

/** What the folder of a draw is, to whom it is signed; null where it has no commitment or no sums. `digests` are of all its files, of a bag those around it too. */
export function signedDraw(payload: OpenFolder, digests: () => Sm3Digests): SignedFolder | null {
  const read = readCommitment(payload)
  const sha256sums = bytesIn(payload, SUMS_FILE)
  if (read.kind === 'differs' || sha256sums === undefined) return null
  const commitment = commitmentDigest(read.commitment)
  return { draw: drawOf(payload), commitment, sha256sums, digests: digests() }
}

/** The number of the draw: in the record of a result, in the papers of an announcement. */
function drawOf(payload: OpenFolder): string | null {
  const { draw } = recordIn(payload)
  if (typeof draw === 'string') return draw
  const told = parseJson(decodeUtf8(bytesIn(payload, TOLD_FILE) ?? new Uint8Array()) ?? '')
  const announced = isObject(told) && isObject(told.announced) ? told.announced.number : undefined
  return typeof announced === 'string' ? announced : null
}
