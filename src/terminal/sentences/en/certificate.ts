import type { CertificateSentences } from '../topics/certificate.ts'

export const certificateEn: CertificateSentences = {
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
  words: {
    written: path => `wrote ${path}`,
    unknownNearest: (id, nearest) => `ssj: no registry has “${id}”; the nearest is “${nearest}”`,
    unpublished: draw =>
      `ssj: the list of draw ${draw} is not to be published, and a certificate shows the last target drawn in the stratum: give it only to those who may know`,
    holds: path => `holds: ${path}`,
    fails: path => `does not hold: ${path}`,
    folderFails: path => `cannot check the certificate by it: ${path}`,
    proven: 'proven:',
    open: 'not proven by this check, to be checked otherwise:',
  },
  help: {
    certify: 'certify what a draw did with one target: drawn, reserve, not drawn, excluded or unknown',
    to: 'write a file: .json to be checked, .html to be printed',
  },
}
