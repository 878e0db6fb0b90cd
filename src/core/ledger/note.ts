import { bytesOfHex, hexOfBytes } from '../hex.ts'
import { base64Of, bytesOfBase64 } from './base64.ts'

/** A text with the signatures of one or more keys below it (C2SP signed-note). */
export interface Note {
  /** With its last line end, without the empty line that follows. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** A line below a note: whose key, and what it wrote. Nothing is known of it before it is verified. */
export interface NoteSignature {
  readonly name: string
  /** The key's id, eight hexadecimal digits: the name and it say which key is meant. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** Reads a note; null where a text is none. Whether its signatures hold is another question. */
export function parseNote(whole: string): Note | null {
  const end = whole.lastIndexOf('\n\n')
  if (end < 0 || !whole.endsWith('\n') || holdsControls(whole)) return null
  const lines = whole.slice(end + 2, -1).split('\n')
  const signatures = lines.map(parseSignature).filter(signature => signature !== null)
  return signatures.length === lines.length && lines.length <= MOST_SIGNATURES
    ? { text: whole.slice(0, end + 1), signatures }
    : null
}

/** The note as a text: parsing it gives the same again. */
export function noteText({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`
}

/** A signature as the line of a note, its end included. */
export function signatureLine({ name, id, bytes }: NoteSignature): string {
  return `— ${name} ${base64Of(Uint8Array.from([...bytesOfHex(id), ...bytes]))}\n`
}

/** One line below a note, without its end; null where it is none. */
export function parseSignature(line: string): NoteSignature | null {
  const [, name, encoded] = LINE.exec(line) ?? []
  const bytes = encoded === undefined ? null : bytesOfBase64(encoded)
  if (name === undefined || !isKeyName(name) || bytes === null || bytes.length <= ID_LENGTH) return null
  return { name, id: hexOfBytes(bytes.subarray(0, ID_LENGTH)), bytes: bytes.subarray(ID_LENGTH) }
}

/** Whether a key may have this name: not empty, without spaces, without `+`. */
export function isKeyName(name: string): boolean {
  return /^[^\s\p{Z}\p{C}+]+$/u.test(name)
}

const LINE = /^— (\S+) (\S+)$/
const ID_LENGTH = 4
const MOST_SIGNATURES = 100

function holdsControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows none of them but line ends
  return /[\u0000-\u0009\u000b-\u001f]/.test(text)
}
