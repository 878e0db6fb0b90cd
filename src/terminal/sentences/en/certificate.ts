import type { CertificateSentences } from '../topics/certificate.ts'
import { listed, orLike } from './phrases.ts'

export const certificateEn: CertificateSentences = {
  reasons: {
    'ambiguous-target': ({ name, ids }) => [
      `${ids.length} targets are called “${name}”: ${listed(ids.slice(0, 10))}${ids.length > 10 ? ' …' : ''}`,
      'use the code instead',
    ],
    'target-missing': () => ['no target was named', 'give a code, a registration number or a name'],
    'nothing-to-verify': () => [
      'nothing was named to verify',
      'name an exported folder, or a certificate with --certificate FILE --commitment commitment.json',
    ],
  },
  words: {
    written: path => `wrote ${path}`,
    unknownNearest: (id, nearest) => `ssj: “${id}” is not in the registry${orLike(nearest)}`,
    unpublished: draw =>
      `ssj: the list of draw ${draw} is not to be published, but a certificate names the last target drawn in the stratum: give it only to those entitled to know`,
    holds: path => `holds: ${path}`,
    fails: path => `does not hold: ${path}`,
    folderFails: path => `the certificate cannot be checked against it: ${path}`,
    proven: 'proven:',
    open: 'not proven by this check; to be checked by other means:',
  },
  help: {
    certify: 'certify the outcome for one target: drawn, reserve, not drawn, excluded or out of scope',
    to: 'file to write: .json for checking, .html for printing',
  },
}
