import type { Checkpoint } from './checkpoint.ts'
import { EMPTY_ROOT, isConsistent, type TreeHead } from './consistency.ts'
import { parseVerifierKey, type VerifierKey, verifierKeyText } from './keys.ts'
import { base64OfDigest, digestOfBase64 } from './root.ts'
import { signedBy } from './sign.ts'
import type { WitnessRequest } from './witness-request.ts'

/** All that a witness keeps: the key of the ledger that it watches, and the last tree of it that it signed. */
export interface WitnessState extends TreeHead {
  readonly log: VerifierKey
}

/** Before the first signature. */
export function newWitness(log: VerifierKey): WitnessState {
  return { log, size: 0, root: EMPTY_ROOT }
}

/** The three lines of the state's file: key, size, hash. */
export function stateText({ log, size, root }: WitnessState): string {
  return `${verifierKeyText(log)}\n${size}\n${base64OfDigest(root)}\n`
}

/** Reads such a file; null where it is none. */
export function parseState(text: string): WitnessState | null {
  const [key, size, encoded, ...rest] = text.split('\n')
  const log = parseVerifierKey(key!)
  const root = digestOfBase64(encoded ?? '')
  const isState = log !== null && root !== null && /^(0|[1-9]\d{0,9})$/.test(size!) && rest.join('') === ''
  return isState ? { log, root, size: Number(size) } : null
}

/** What a witness answers to a request. It signs only what extends what it signed before. */
export type WitnessAnswer =
  /** To be signed once `state` is kept: a witness that loses it could sign a tree that departs from this one. */
  | { readonly kind: 'signs'; readonly text: string; readonly state: WitnessState }
  | { readonly kind: 'other-log'; readonly found: string }
  /** The ledger's own signature is missing or does not hold. */
  | { readonly kind: 'unsigned'; readonly how: 'absent' | 'fails' }
  /** The proof begins at another tree than the last that was signed. */
  | { readonly kind: 'other-start'; readonly asked: number }
  /** The tree is smaller than the one that was signed: it is an older file, or the ledger was cut. */
  | { readonly kind: 'behind'; readonly found: number }
  /** As large as the one that was signed, or larger, but not the same entries. */
  | { readonly kind: 'departs'; readonly found: number }

/** Decides what a witness does with a request (the checks of C2SP tlog-witness, in an order that tells the worst first). */
export function witness(state: WitnessState, request: WitnessRequest): WitnessAnswer {
  const { note, checkpoint, old, proof } = request
  const signed = signedBy(note, state.log)
  if (checkpoint.origin !== state.log.name) return { kind: 'other-log', found: checkpoint.origin }
  if (signed.kind !== 'holds') return { kind: 'unsigned', how: signed.kind }
  if (checkpoint.size < state.size) return { kind: 'behind', found: checkpoint.size }
  if (checkpoint.size === state.size)
    return checkpoint.root === state.root ? signs(state, checkpoint, note.text) : departs(checkpoint)
  if (old !== state.size) return { kind: 'other-start', asked: old }
  return isConsistent(state, checkpoint, proof) ? signs(state, checkpoint, note.text) : departs(checkpoint)
}

/** What is signed is the note's text as it stands, further lines included. */
function signs({ log }: WitnessState, { size, root }: Checkpoint, text: string): WitnessAnswer {
  return { kind: 'signs', text, state: { log, size, root } }
}

function departs({ size }: Checkpoint): WitnessAnswer {
  return { kind: 'departs', found: size }
}
