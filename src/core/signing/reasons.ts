import type { SignerEnd } from './signers.ts'

/** Why a key, a list of keys or a signature cannot do what is asked. */
export interface SigningReasons {
  /** `path` holds no key of SM2 or Ed25519, or one under a password. */
  'not-a-signing-key': { path: string; found: 'locked' | 'none' }
  /** `path` holds no public key of SM2 or Ed25519. */
  'not-a-public-key': { path: string }
  /** `path` is no list of an office's keys: the first place that is not as it should be. */
  'not-signers': { path: string; at: string; found: string }
  'not-a-signer-name': { option: string; value: string }
  'signing-key-seen-by-others': { path: string }
  'unknown-signing-key': { id: string; known: readonly string[] }
  'signing-key-known': { id: string; entry: number }
  /** Somebody of this name has a key already: two keys of one name would count as two signers. */
  'signer-has-key': { name: string; id: string; entry: number }
  /** A key with which nobody signs any more; `at` by the office's clock. */
  'signing-key-ended': { id: string; how: SignerEnd['how']; entry: number; at: string }
  /** The office has no such key on record. */
  'signing-key-unregistered': { path: string; id: string }
  'same-key-twice': { path: string; id: string }
  /** The rule `signers-minimum` asks for signatures, and no key was named. */
  'signature-asked': { what: 'export' | 'certificate' | 'results'; least: number }
  'signed-already': { path: string; id: string }
  /** The signatures beside a folder are of other files than it has now. */
  'signatures-of-other-files': { path: string; file: string }
  /** A folder without what a signature names: its draw. */
  'nothing-to-sign': { path: string }
  /** More signatures are asked for than keys are named. */
  'more-than-signers': { option: string; least: number; signers: number }
}
