import type { SignedWords } from './signed-words.ts'

const NAMES = { sm2: 'SM2', ed25519: 'Ed25519' }

/** What was found of signatures. */
export const signedEn: SignedWords = {
  holds: (signatures, asked) =>
    `signed: by ${signatures === 1 ? 'one' : signatures} of the keys that were named (asked for: ${asked})`,
  unvouched: signatures =>
    `${signatures === 1 ? 'one signature' : `${signatures} signatures`}, by the public keys beside; whose these are was not checked (name them with --signer)`,
  tooFew: (asked, there, missing) =>
    `too few signatures: ${asked} asked for, ${there} by keys that were named${missing === '' ? '' : `; not signed by ${missing}`}`,
  unsigned: path => `not signed: ${path} holds no signature`,
  by: (name, id, algorithm) => `${name}, ${NAMES[algorithm]} key ${id}`,
  registered: (entry, at) => `registered ${at} (entry ${entry}, by its list)`,
  unregistered: 'when it was registered was not checked',
  time: time => `signed at ${time} by the signer’s own word, which nothing proves`,
  how: {
    unvouched: 'whose key it is was not checked',
    stranger: 'none of the keys that were named: not checked',
  },
  fails: {
    absent: ({ file }) => `the signatures do not hold: ${file} is missing`,
    form: ({ file }) => `the signatures do not hold: ${file} is no statement of a signature`,
    signature: ({ file }) =>
      `the signatures do not hold: ${file} was not signed by this key, or a byte is another`,
    'other-draw': ({ file, draw }) =>
      `the signatures do not hold: ${file} is about ${draw === null ? 'no draw' : `draw ${draw}`}, or another commitment`,
    'other-sums': ({ file }) => `the signatures do not hold: ${file} is about another SHA256SUMS or SM3SUMS`,
    'other-content': ({ file }) => `the signatures do not hold: ${file} is another than SM3SUMS lists`,
    'lost-key': ({ signer: { id, ended } }) =>
      `not to be believed: key ${id} was reported lost (entry ${ended!.entry}, ${ended!.at}), and a time in a signature does not show who signed`,
    'ended-before': ({ signer: { id, ended }, time }) =>
      `not to be believed: key ${id} was exchanged at ${ended!.at} (entry ${ended!.entry}), and the signature says ${time}`,
  },
}
