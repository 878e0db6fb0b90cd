import { wordsEn } from '../../core/publication/words/words-en.ts'
import type { CertificateSentences } from '../zh-CN/certificate.ts'

export const certificateEn: CertificateSentences = {
  help: {
    certify: 'certify what a draw did with one target: drawn, reserve, not drawn, excluded or unknown',
    to: 'write a file: .json to be checked, .html to be printed',
    certificate: 'check a certificate',
    commitment:
      'commitment.json, or the folder or zip that holds it: of a certificate’s draw, or as announced (compared byte for byte)',
  },
  reasons: {
    'ambiguous-target': ({ name, ids }) => [
      `${ids.length} targets are called “${name}”: ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ' …' : ''}`,
      'name the code instead',
    ],
    'target-missing': () => ['nothing was named to certify', 'name a code, a registration number or a name'],
    'nothing-to-verify': () => [
      'nothing was named to verify',
      'name an exported folder; a certificate takes --certificate FILE --commitment commitment.json',
    ],
  },
  sentences: {
    words: wordsEn,
    written: path => `wrote ${path}`,
    unknownNearest: (id, nearest) => `ssj: no registry has “${id}”; the nearest is “${nearest}”`,
    unpublished: draw =>
      `ssj: the list of draw ${draw} is not to be published, and a certificate shows the last target drawn in the stratum: give it only to those who may know`,
    holds: path => `holds: ${path}`,
    fails: path => `does not hold: ${path}`,
    folderFails: path => `cannot check the certificate by it: ${path}`,
    proven: 'proven:',
    open: 'not proven by this check, to be checked otherwise:',
    digest: digest => `commitment digest ${digest}`,
  },
}
