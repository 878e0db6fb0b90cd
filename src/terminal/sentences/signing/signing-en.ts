import { signedEn } from '../../../core/publication/words/signed-en.ts'
import { listed } from '../en/phrases.ts'
import type { SigningSentences } from '../topics/signing.ts'

const FOUND = {
  locked: 'its key has a password, and this program asks for none',
  none: 'it holds no key of SM2 or Ed25519',
}
const ENDED = { exchanged: 'was exchanged', lost: 'was reported lost' }
const NAMES = { sm2: 'SM2', ed25519: 'Ed25519' }

const ASKED = {
  export: 'cannot export',
  certificate: 'cannot write the certificate',
  results: 'cannot publish results',
}

export const signingEn: SigningSentences = {
  reasons: {
    'not-a-signing-key': ({ path, found }) => [
      `cannot sign with “${path}”: ${FOUND[found]}`,
      found === 'locked'
        ? 'openssl pkey -in FILE -out NEW takes the password off; give NEW the rights 0600'
        : 'make one with ssj key new, or with openssl genpkey -algorithm SM2',
    ],
    'not-a-public-key': ({ path }) => [
      `“${path}” holds no public key of SM2 or Ed25519`,
      'a file with -----BEGIN PUBLIC KEY----- (PEM) is expected',
    ],
    'not-signers': ({ path, at, found }) => [
      `“${path}” is no list of signing keys: ${at || 'the whole'} is ${found || 'empty'}`,
      'such a list is written by ssj key list --to FILE',
    ],
    'not-a-signer-name': ({ option, value }) => [
      `option ${option}: “${value}” cannot be the name of a signer`,
      'one line of at most 100 characters, as 示例区市场监督管理局',
    ],
    'signing-key-seen-by-others': ({ path }) => [
      `others can read the key in “${path}”, which may have been copied`,
      `chmod 600 ${path} first; where somebody has copied it, ssj key lost`,
    ],
    'unknown-signing-key': ({ id, known }) => [
      `no signing key “${id}” is registered`,
      known.length === 0 ? 'register one with ssj key add' : `registered: ${listed(known)}`,
    ],
    'signing-key-known': ({ id, entry }) => [
      `signing key ${id} was registered by entry ${entry}`,
      'a key is registered once',
    ],
    'signer-has-key': ({ name, id, entry }) => [
      `“${name}” has a signing key in use: ${id} (entry ${entry})`,
      `to exchange it, add --instead ${id}; register the key of somebody else under another name: two signatures of one name are not two signers`,
    ],
    'signing-key-ended': ({ id, how, entry, at }) => [
      `signing key ${id} ${ENDED[how]} (entry ${entry}, ${at})`,
      'ssj key list shows the keys in use',
    ],
    'signing-key-unregistered': ({ path, id }) => [
      `the key ${id} of “${path}” is not registered by this office`,
      'ssj key add PUBLIC-KEY-FILE --name NAME first',
    ],
    'same-key-twice': ({ path, id }) => [`“${path}” is the same key ${id}`, 'a key signs once'],
    'signature-asked': ({ what, least }) => [
      `${ASKED[what]}: the rule signers-minimum asks for ${least === 1 ? 'one key' : `${least} keys`} to sign, and none is named`,
      'add --sign FILE; the others can sign with ssj key sign once it is written',
    ],
    'signed-already': ({ path, id }) => [
      `“${path}” has a signature of key ${id} already`,
      'a key signs once',
    ],
    'signatures-of-other-files': ({ path, file }) => [
      `the signatures in “${path}” are of other files: ${file} differs`,
      'where the files were changed on purpose, sign elsewhere (--signatures OTHER), or move the old signatures away',
    ],
    'nothing-to-sign': ({ path }) => [
      `cannot sign “${path}”: it is no certificate, and has no commitment.json, no SHA256SUMS or no number of a draw`,
      'what is signed is what ssj export, ssj draw announce, ssj certify --to and ssj publish results write',
    ],
    'more-than-signers': ({ option, least, signers }) => [
      `option ${option}: ${least} signatures are asked for, and ${signers} keys are named`,
      `a number from 1 to ${signers}`,
    ],
  },
  words: {
    columns: { id: 'id', algorithm: 'algorithm', name: 'name', registered: 'registered', state: 'state' },
    none: 'no signing key is registered',
    made: (id, algorithm, file, beside) =>
      `made the ${NAMES[algorithm]} signing key ${id}: its secret is in ${file}, for its owner’s eyes, its public half in ${beside}`,
    registered: (id, name) => `registered signing key ${id}: ${name}`,
    exchanged: id => `signing key ${id} signs no more; what it signed before still holds`,
    lost: id =>
      `signing key ${id} is lost: none of its signatures is believed any more, sign again with another key`,
    stands: 'in use',
    ended: ENDED,
    entryAt: (entry, at) => `entry ${entry}, ${at}`,
    asks: least => `the rules ask for ${least === 1 ? 'one key' : `${least} keys`} to sign`,
    listed: (path, keys) =>
      `wrote ${path} (${keys === 1 ? 'one key' : `${keys} keys`}): once it is published, anybody checks with ssj verify --signer`,
    signed: (draw, path, signatures) =>
      `signed ${draw === null ? 'it' : `draw ${draw}`} (${signatures === 1 ? 'one signature' : `${signatures} signatures`}), in ${path}`,
    open: file =>
      `${file}: have the device that holds the key sign all of its bytes (SM2 with the id 1234567812345678, SM3), and put the DER signature beside it, as .sig`,
    stillAsked: (asked, there) =>
      `the rules ask for ${asked} signatures, ${there} ${there === 1 ? 'is' : 'are'} there: do not publish before the others have signed (ssj key sign)`,
    papersAgree: (path, files) =>
      `${path}: ${files === 1 ? 'one file' : `${files} files`} as SHA256SUMS says; there is no draw in it to compute`,
    papersUnproven:
      'who wrote it was not checked: anybody can write another one with its SHA256SUMS (name the signer with --signer)',
    verdict: signedEn,
  },
  help: {
    key: 'signing keys: make, register, exchange, report lost, sign what was exported',
    new: 'make a signing key: the secret in FILE (rights 0600), the public half in FILE.pub; no database is needed',
    algorithm: 'sm2 (GB/T 32918 with the id 1234567812345678, the default) or ed25519',
    add: 'register a public key (PEM), as an entry of the ledger',
    name: 'whose key it is; will be published',
    instead: 'exchange: the key that signs no more from now on (takes --reason and --approver)',
    lost: 'report a key lost: no signature of it is believed any more',
    list: 'list the signing keys, those that sign no more too',
    listTo: 'write the list to publish, for ssj verify --signer',
    sign: 'sign a folder, zip or certificate that was written, or add a signature; works on a machine without the database',
    signKey:
      'file of a key; the public half of one in a device writes only the statement that is to be signed; can be given several times',
    signatures: 'folder of the signatures (default: beside, as NAME.signatures)',
    exportSign:
      'sign with the key in this file; signatures go beside, into NAME.signatures; can be given several times',
    signer:
      'who must have signed: a public key, or the list of keys that the office publishes; can be given several times',
    least:
      'how many of them at least (default: all public keys that are named, of a list as many as it says)',
  },
}
