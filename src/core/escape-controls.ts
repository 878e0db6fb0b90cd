/** Makes control characters and marks of direction and tags in data visible (⇥ a tab, ↵ a line break), so that no name can steer what shows it. */
export function escapeControls(text: string): string {
  return text
    .replaceAll('\t', '⇥')
    .replaceAll(/\r\n|[\r\n]/g, '↵')
    .replace(UNSEEN, escapeOf)
}

/** The same for marks of direction alone; in JSON the escape means the mark. */
export function withoutDirections(text: string): string {
  return text.replace(DIRECTIONS, escapeOf)
}

/** The same for JSON, where only its own line breaks stay, and the escape means the character. */
export function escapedInJson(json: string): string {
  return json.replace(BEYOND_LINES, escapeOf)
}

function escapeOf(character: string): string {
  return Array.from({ length: character.length }, (_, i) =>
    character.charCodeAt(i).toString(16).padStart(4, '0'),
  )
    .map(unit => `\\u${unit}`)
    .join('')
}

const UNSEEN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu
const BEYOND_LINES =
  /[\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu
