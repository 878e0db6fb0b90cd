import { escapeControls } from '../core/escape-controls.ts'
import { sinceThen, verdictSentence } from '../core/publication/certificate/certificate-sections.ts'
import { type Claim, claimsOf } from '../core/publication/certificate/claims.ts'
import type { CertificateCheck } from '../core/publication/certificate/verify-certificate.ts'
import { POWERSHELL_SUMS } from '../core/publication/papers/checking-guide.ts'
import { differenceSentence } from '../core/publication/words/difference-sentence.ts'
import { data, element } from './element.ts'
import type { Acts, State } from './state.ts'
import { signedNodes } from './view-signed.ts'
import type { PageWords } from './words-zh.ts'

/** What can be brought to the page: a certificate, a folder; and how to do without the page. */
export function doorsView(state: State, words: PageWords, acts: Acts): HTMLElement {
  const { certificate, folder, signatures, byHand } = words
  return element(
    'div',
    { class: 'doors' },
    element(
      'section',
      {},
      element('h2', {}, certificate.heading),
      element('p', {}, certificate.text),
      chooser('certificate', certificate.choose, { accept: '.json,.html' }, acts),
      element('p', { class: 'quiet' }, certificate.resultsText),
      chooser('results-in', certificate.chooseResults, { webkitdirectory: '', multiple: '' }, acts),
      element('div', { id: 'certified' }, ...resultsNodes(state, words), ...certificateNodes(state, words)),
    ),
    element(
      'section',
      {},
      element('h2', {}, folder.heading),
      element('p', {}, folder.text),
      chooser('folder-in', folder.choose, { webkitdirectory: '', multiple: '' }, acts),
      chooser('zip-in', folder.chooseZip, { accept: '.zip' }, acts),
    ),
    element(
      'section',
      {},
      element('h2', {}, signatures.heading),
      element('p', {}, signatures.text),
      chooser('signatures-in', signatures.choose, { webkitdirectory: '', multiple: '' }, acts),
      chooser('signers-in', signatures.chooseKeys, { accept: '.pub,.pem,.json', multiple: '' }, acts),
      element('div', { id: 'signed' }, ...signedNodes(state, words)),
    ),
    element(
      'section',
      { class: 'by-hand' },
      element('h2', {}, byHand.heading),
      element('p', {}, byHand.sums),
      element('pre', { tabindex: '0' }, 'sha256sum -c --strict SHA256SUMS'),
      element('p', {}, byHand.windows),
      element('pre', { tabindex: '0' }, POWERSHELL_SUMS),
      element('p', {}, byHand.commitment),
      element('pre', { tabindex: '0' }, 'certutil -hashfile commitment.json SHA256'),
      element('p', {}, byHand.whole),
      element('pre', { tabindex: '0' }, `ssj verify ${byHand.folder}`),
    ),
  )
}

/** A file input under a label that looks like a button; the input itself takes the keyboard. */
function chooser(
  id: string,
  label: string,
  attributes: Readonly<Record<string, string>>,
  acts: Acts,
): HTMLElement {
  const input = element('input', { id, type: 'file', class: 'file', ...attributes })
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (files.length > 0) acts.bring(files)
  })
  return element('p', { class: 'chooser' }, input, element('label', { for: id, class: 'button' }, label))
}

/** Which published results certificates are held against. */
function resultsNodes({ results }: State, { certificate }: PageWords): Node[] {
  if (results === null) return []
  return [
    element('p', { class: 'quiet' }, certificate.resultsFrom(escapeControls(results.name), results.files)),
  ]
}

function certificateNodes({ certificate, results }: State, words: PageWords): Node[] {
  const { certificate: say } = words
  if (certificate === null) return []
  if (certificate.check === null) return [element('p', { class: 'warning' }, say.noDraw)]
  return [certificateView(certificate.file, certificate.check, results?.name ?? null, words)]
}

function certificateView(
  file: string,
  check: CertificateCheck,
  results: string | null,
  words: PageWords,
): HTMLElement {
  const { certificate: say, shared } = words
  const failure = (differing: string) => {
    if (differing === file) return say.fails
    return results !== null && differing.startsWith(`${results}/`) ? say.resultsFail : say.folderFails
  }
  if (check.kind === 'differs')
    return element(
      'article',
      { class: 'verdict fails' },
      element('p', { class: 'said' }, failure(check.difference.file)),
      element('p', { class: 'difference' }, differenceSentence(shared, check.difference)),
    )
  if (check.kind === 'shows-nothing')
    return element(
      'article',
      { class: 'verdict fails' },
      element('p', { class: 'said' }, say.showsNothing),
      element('p', {}, data(check.certificate.target.id)),
      element('p', { class: 'difference' }, say.showsNothingHint),
    )
  const { folder } = claimsOf(check.certificate.finding)
  const missing = check.open.filter(claim => folder.includes(claim))
  const office = check.open.filter(claim => !folder.includes(claim))
  const claims = (lead: string, list: readonly Claim[]) =>
    list.length === 0
      ? []
      : [
          element('p', {}, lead),
          element('ul', {}, ...list.map(claim => element('li', {}, shared.certificate.claims[claim]))),
        ]
  const { proves, provesWithFolder, needsFolder, others } = shared.certificate
  return element(
    'article',
    { class: `verdict ${check.certificate.finding.verdict}` },
    element('p', { class: 'said' }, check.kind === 'holds' ? say.holds : say.soFar),
    ...(check.kind === 'holds'
      ? []
      : [element('p', { class: 'warning' }, missing.length > 0 ? say.soFarHint : say.resultsHint)]),
    element('p', {}, data(verdictSentence(check.certificate, shared))),
    ...sinceThen(check.certificate, shared).map(text =>
      element('p', { class: 'warning' }, escapeControls(text)),
    ),
    ...claims(missing.length === 0 ? provesWithFolder : proves, check.proven),
    ...claims(needsFolder, missing),
    ...claims(others, office),
  )
}
