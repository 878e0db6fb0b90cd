import { readHeldSums } from '../../core/draw/verify/read-sums.ts'
import type { DrawFolder } from '../../core/publication/export/bag-verdict.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Desk } from '../../terminal/desk.ts'
import { verdictLines } from '../../terminal/reports/verdict.ts'
import { signedPapers } from '../key/signed-folder.ts'
import { answerSigned, type SignerOptions } from './verify-signed.ts'
import type { PolicyOptions } from './verify-witnessed.ts'

const refuse = refusal<OptionReasons>()

type PapersOptions = SignerOptions & PolicyOptions & { readonly commitment?: string; readonly list?: string }

/**
 * verify, of papers that are of no single draw: published results, the certificates of a year. Their sums hold or do not; whose
 * they are only a signature shows, and without one that was asked for nothing is proven.
 */
export function verifyPapers(desk: Desk, path: string, folder: DrawFolder, options: PapersOptions): number {
  for (const option of ['commitment', 'policy', 'against', 'list'] as const)
    if (options[option] !== undefined)
      throw refuse('option-not-applicable', { option: `--${option}`, with: path })
  const read = readHeldSums(folder.payload)
  if (read.kind === 'differs') {
    desk.result({ folder: path, ...read }, () => verdictLines(desk, path, read, undefined, null))
    return 1
  }
  const files = read.sums.size
  const signed = answerSigned(desk, path, () => signedPapers(folder), options)
  const isShown = signed?.holds === true && (options.signer ?? []).length > 0
  const { papersAgree, papersUnproven } = desk.say.signing
  desk.result(
    { folder: path, kind: 'sums', files, ...(signed === null ? {} : { signed: signed.data }) },
    () => [papersAgree(path, files), ...(signed?.lines ?? []), ...(isShown ? [] : [papersUnproven])],
  )
  return isShown ? 0 : 1
}
