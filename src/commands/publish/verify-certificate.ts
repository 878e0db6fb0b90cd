import { COMMITMENT_FILE } from '../../core/draw/commitment/commitment.ts'
import type { OpenFolder } from '../../core/draw/folder/content.ts'
import { SUMS_FILE } from '../../core/draw/folder/sums.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import type { FilePath } from '../../core/file-path.ts'
import { sinceThen, verdictSentence } from '../../core/publication/certificate/certificate-sections.ts'
import type { Claim } from '../../core/publication/certificate/claims.ts'
import { verifyCertificate } from '../../core/publication/certificate/verify-certificate.ts'
import { drawFolder } from '../../core/publication/export/bag-verdict.ts'
import type { CertificateReasons } from '../../core/publication/reasons.ts'
import { differenceSentence } from '../../core/publication/words/difference-sentence.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readDrawFolder } from '../../files/draw-folder.ts'
import { readOneFile } from '../../files/folder.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawIn } from '../draw-in.ts'
import { signedCertificate } from '../key/signed-folder.ts'
import { announcedCommitment, type VerifyOptions as FolderOptions, verifyDraw } from './verify.ts'
import { verifySelf } from './verify-self.ts'
import { answerSigned } from './verify-signed.ts'

const refuse = refusal<CertificateReasons & OptionReasons>()

interface VerifyOptions extends FolderOptions {
  readonly certificate?: string
  /** A folder of published results, to hold those of the certificate against. */
  readonly results?: string
  readonly self?: boolean
}

/** verify — a folder, or a certificate against the commitment of its draw or its whole folder. */
export async function verifyAny(
  desk: Desk,
  folder: string | undefined,
  { certificate, results, self, ...of }: VerifyOptions,
): Promise<number> {
  const { commitment } = of
  if (self === true) return verifyItself(desk, folder ?? certificate ?? commitment)
  if (of.authority !== undefined && of.policy === undefined)
    throw refuse('missing-option', { option: '--policy' })
  if (certificate !== undefined && of.policy !== undefined)
    throw refuse('option-not-applicable', { option: '--policy', with: '--certificate' })
  if (certificate !== undefined && of.list !== undefined)
    throw refuse('option-not-applicable', { option: '--list', with: '--certificate' })
  if (certificate !== undefined) return verifyOne(desk, certificate, { folder, results }, of)
  if (results !== undefined) throw refuse('missing-option', { option: '--certificate' })
  if (folder !== undefined) return verifyDraw(desk, folder, of)
  if (commitment !== undefined) throw refuse('missing-option', { option: '--certificate' })
  throw refuse('nothing-to-verify', {})
}

/** Nothing else is checked in the same breath. */
async function verifyItself(desk: Desk, other: string | undefined): Promise<number> {
  if (other !== undefined) throw refuse('option-not-applicable', { option: '--self', with: other })
  return verifySelf(desk)
}

interface Against {
  readonly folder: string | undefined
  readonly results: string | undefined
}

async function verifyOne(
  desk: Desk,
  path: string,
  { folder, results }: Against,
  of: FolderOptions,
): Promise<number> {
  const { commitment } = of
  if (folder === undefined && commitment === undefined)
    throw refuse('missing-option', { option: '--commitment' })
  const bytes = readOneFile(desk.path(path))
  const files = new Map(folder === undefined ? [] : drawIn(desk.path(folder)).payload)
  if (commitment !== undefined) files.set(COMMITMENT_FILE, announcedCommitment(desk.path(commitment)))
  const listed = results === undefined ? null : { path: results, folder: resultsFolder(desk.path(results)) }
  const checked = await verifyCertificate(path, bytes, files, listed)
  const { certificate: say, published, draw } = desk.say
  const { agrees, differs } = desk.colours.out
  const said = (claims: readonly Claim[]) =>
    claims.map(claim => `    - ${published.certificate.claims[claim]}`)
  const signed = answerSigned(desk, path, beside => signedCertificate(path, bytes, beside), of)
  const told = signed === null ? {} : { signed: signed.data }
  const lines = () => {
    if (checked.kind === 'differs') {
      const { difference } = checked
      // The certificate holds against its commitment; the folder that was to prove the rest does not.
      const other = results !== undefined && difference.file.startsWith(`${results}/`) ? results : folder
      const told = difference.file === path ? say.fails(path) : say.folderFails(other ?? commitment!)
      return [differs(told), `  ${differenceSentence(published, difference)}`]
    }
    if (checked.kind === 'shows-nothing')
      return [
        differs(say.showsNothing(path, escapeControls(checked.certificate.target.id))),
        `  ${say.showsNothingHint}`,
      ]
    return [
      ...(checked.kind === 'so-far'
        ? [differs(say.soFar(path)), `  ${folder === undefined ? say.soFarHint : say.resultsHint(results!)}`]
        : [agrees(say.holds(path))]),
      `  ${escapeControls(verdictSentence(checked.certificate, published))}`,
      ...sinceThen(checked.certificate, published).map(sentence => `  ${escapeControls(sentence)}`),
      `  ${draw.digest(checked.certificate.commitment)}`,
      `  ${say.proven}`,
      ...said(checked.proven),
      `  ${say.open}`,
      ...said(checked.open),
    ]
  }
  desk.result({ file: path, ...checked, ...told }, () => [...lines(), ...(signed?.lines ?? [])])
  return checked.kind === 'holds' && signed?.holds !== false ? 0 : 1
}

/** A folder of published results, or a zip of it. */
function resultsFolder(path: FilePath): OpenFolder {
  const { payload } = drawFolder(readDrawFolder(path))
  if (!payload.has(SUMS_FILE)) throw refuse('not-results', { path: path.written })
  return payload
}
