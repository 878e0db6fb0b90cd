/** Without the characters that XML and HTML cannot hold (controls other than tab and line ends, lone surrogates). */
export function withoutControls(text: string): string {
  return text.replace(UNPRINTABLE, '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNPRINTABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Cs}/gu

/** How wide a text prints, in Latin characters: a Chinese one is two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
}
