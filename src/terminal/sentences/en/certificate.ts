import type { CertificateSentences } from '../topics/certificate.ts'
import { listed } from './phrases.ts'

export const certificateEn: CertificateSentences = {
  reasons: {
    'ambiguous-target': ({ name, ids }) => [
      `${ids.length} targets are called “${name}”: ${listed(ids.slice(0, 10))}${ids.length > 10 ? ' …' : ''}`,
      'use the code instead',
    ],
    'unknown-subject': ({ text, candidates }) => [
      `cannot certify “${text}”: it is neither a valid code or registration number nor one target of the registry as it was frozen${candidates.length === 0 ? '' : `; like it are ${listed(candidates.map(({ id, name }) => `${name} (${id})`))}`}`,
      'give the code, the registration number or the whole name as in the registry: a name that differs by one character is another firm, and would be certified as not drawn',
    ],
    'target-missing': () => ['no target was named', 'give a code, a registration number or a name'],
    'not-results': ({ path }) => [
      `“${path}” is no folder of published results: it has no SHA256SUMS`,
      'name the folder, or its zip, that ssj publish results --to wrote',
    ],
    'nothing-to-verify': () => [
      'nothing was named to verify',
      'name an exported folder, or a certificate with --certificate FILE --commitment commitment.json',
    ],
  },
  words: {
    written: path => `wrote ${path}`,
    unpublished: draw =>
      `ssj: the list of draw ${draw} is not to be published, but a certificate names the last target drawn in the stratum: give it only to those entitled to know`,
    yearFile: '年度抽查证明',
    yearTitle: (target, year) => `${target} in the draws of ${year}`,
    yearSum: (draws, drawn, sealed) =>
      `draws: ${draws}, drawn in ${drawn === 0 ? 'none' : drawn}${sealed.length === 0 ? '' : `; under seal: ${sealed.join(', ')}`}`,
    yearWord: officers =>
      `each verdict has a certificate of its own that can be checked; items, team and result are the record of the office${officers ? '' : ', which does not let names of inspectors be public'}; cases filed, transfers and penalties are not part of it.`,
    yearBesideWord:
      'of visits that were not drawn, and of what became of problems, there is no certificate to check: they are the record of the office; what was found can be compared with the results that it published.',
    yearCases: {
      file: '年度抽查证明-个案检查',
      heading: 'visits that were not drawn (with public results)',
      headings: ['case', 'cause', 'department', 'people', 'item', 'result'],
    },
    yearFollowUps: {
      file: '年度抽查证明-问题后续',
      heading: 'what became of problems (of public results)',
      headings: ['draw or case', 'department', 'item', 'inspected', 'deadline', 're-inspected', 'settled'],
    },
    yearUntold: cases =>
      `ssj: of ${cases} more ${cases === 1 ? 'case' : 'cases'} nothing is told: results that are not public, or kept back by the rules; ssj show targets ID --history lists every visit`,
    yearColumns: ['draw', 'task', 'verdict', 'department', 'team', 'item', 'result'],
    holds: path => `holds: ${path}`,
    soFar: path => `holds as far as it goes, which is not all the way: ${path}`,
    soFarHint:
      'the commitment alone shows no cut-off, no exclusion and no absence, and a forged “not drawn” agrees with it too: check it with the folder of the draw, ssj verify DIR --certificate FILE',
    resultsHint: path =>
      `the draw is checked all the way; ${path} does not hold all results that the certificate names: it may be of another draw, department or day, or they were taken down`,
    showsNothing: (path, text) =>
      `shows nothing: ${path} is about “${text}”, which is neither a code nor a target of the registry`,
    showsNothingHint:
      'frame and exclusions list codes only, so that no name ever stands in them: have it issued again for the code (ssj certify)',
    fails: path => `does not hold: ${path}`,
    folderFails: path => `the certificate cannot be checked against it: ${path}`,
    proven: 'proven:',
    open: 'not proven by this check; to be checked by other means:',
  },
  help: {
    certify: 'certify the outcome for one target: drawn, reserve, not drawn, excluded or out of scope',
    year: 'one target in every draw of the year: certify TARGET --year YYYY, with a folder for --to',
    officers: 'how much it tells of the officers: none (the default: how many), unit, masked, full',
    to: 'file to write: .json for checking, .html for printing',
  },
}
