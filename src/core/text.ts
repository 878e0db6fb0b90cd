/**
 * Whether a text may name a target, an inspector, a department or a stratum: non-empty, NFC, trimmed, without
 * control characters and without `;` `,` `"` (draw.md, section 1).
 */
export function isId(text: string): boolean {
  return ASCII_ID.test(text) || (isWord(text) && !NOT_IN_IDS.test(text))
}

/** Whether a text may stand in a `;` list and on one line: a tag, an area. As an id, but `,` and `"` are allowed. */
export function isWord(text: string): boolean {
  return text !== '' && !UNTRIMMED.test(text) && !NOT_IN_WORDS.test(text) && isNfc(text)
}

export function isNfc(text: string): boolean {
  return ASCII.test(text) || (!LONE_SURROGATE.test(text) && text.normalize('NFC') === text)
}

/** A text on one line, without any control character (draw-2.md, section 1). */
export function isLine(text: string): boolean {
  return isNfc(text) && !CONTROL.test(text)
}

const CONTROL = /\p{Cc}/u
const ASCII_ID = /^[!#-+\--:<-~]+$/
const UNTRIMMED = /^\p{White_Space}|\p{White_Space}$/u
const NOT_IN_IDS = /[,"]/
const NOT_IN_WORDS = /[;\p{Cc}]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: every ASCII character is meant
const ASCII = /^[\x00-\x7f]*$/
const LONE_SURROGATE = /\p{Cs}/u

/** Strict UTF-8, nothing repaired, a byte order mark kept; undefined where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Which bytes are characters that may stand in an id, by themselves. */
export const ASCII_IN_IDS = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 128 && isId(String.fromCharCode(byte)) ? 1 : 0,
)
