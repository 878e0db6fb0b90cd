import type { SignedCheckpoint } from './checkpoint.ts'
import type { VerifierKey } from './keys.ts'
import { type NoteSignature, parseSignature } from './note.ts'
import { signedBy } from './sign.ts'

/** The signature lines of a text, whatever stands around them: a note, or the one line that a witness sent back. */
export function signaturesIn(text: string): NoteSignature[] {
  return text
    .split('\n')
    .map(line => parseSignature(line.trim()))
    .filter(signature => signature !== null)
}

/** The checkpoint that a witness's line was made for, with the line below it; null where it was for none of these. */
export function cosignedOne(
  checkpoints: readonly SignedCheckpoint[],
  key: VerifierKey,
  line: NoteSignature,
): SignedCheckpoint | null {
  for (const { note, checkpoint } of checkpoints) {
    const others = note.signatures.filter(({ name, id }) => name !== line.name || id !== line.id)
    const alone = { text: note.text, signatures: [line] }
    if (signedBy(alone, key).kind === 'holds')
      return { checkpoint, note: { text: note.text, signatures: [...others, line] } }
  }
  return null
}
