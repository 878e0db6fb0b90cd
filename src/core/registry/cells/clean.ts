import type { NoteCode } from './issue.ts'
import { withPlaces } from './private-characters.ts'

export interface Cleaned {
  readonly text: string
  /** The first kind of change that was needed, or null when the text is as written. */
  readonly note: NoteCode | null
}

/**
 * A cell as a careful colleague reads it: without anti-Excel wrapping, invisible characters and stray spaces, in
 * Unicode NFC. Full-width characters stay: in a registered name they belong to the name.
 */
export function clean(written: string): Cleaned {
  if (PLAIN.test(written)) return { text: written, note: null }
  let text = written
  let note: NoteCode | null = null
  for (const stage of STAGES) {
    const next = stage.read(text)
    if (next !== text) note ??= stage.note
    text = next
  }
  return { text, note }
}

/** The same for codes, dates and numbers, where a full-width character is only a way of typing. */
export function cleanNarrow(written: string): Cleaned {
  const cleaned = clean(written)
  if (ASCII.test(cleaned.text)) return cleaned
  const text = cleaned.text.normalize('NFKC').trim()
  return text === cleaned.text ? cleaned : { text, note: cleaned.note ?? 'width' }
}

/** The first control character of a cleaned text, or null. */
export function controlCharacter(text: string): string | null {
  const found = CONTROL.exec(text)
  return found === null ? null : `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Printable ASCII, the common ideographs and the punctuation of names: nothing here needs cleaning. */
const PLAIN = /^(?![\s'=])(?!.*(?: {2}| $))[ -~一-鿿（）、，。；：·—～《》]*$/
const ASCII = /^[ -~]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the one place that looks for them
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

const STAGES: readonly { readonly note: NoteCode; readonly read: (text: string) => string }[] = [
  {
    note: 'invisible',
    read: text =>
      text.replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu, ''),
  },
  { note: 'spaces', read: text => text.replace(/[\s\u0085]+/gu, ' ').trim() },
  {
    note: 'prefix',
    read: text =>
      text
        .replace(/^="([^"]*)"$/, '$1')
        .replace(/^'(.*)'$/, '$1')
        .replace(/^'/, '')
        .trim(),
  },
  { note: 'private-use', read: withPlaces },
  { note: 'composed', read: text => text.normalize('NFC') },
]
