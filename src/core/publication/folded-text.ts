/** A text in plain ASCII, and where each of its characters stands in the text that was given. */
export interface FoldedText {
  readonly plain: string
  readonly at: readonly number[]
}

/** Figures, letters and signs of other widths, and numbers in Chinese numerals, as ASCII; what is unseen is left out. */
export function folded(text: string): FoldedText {
  const spelled = text.replace(SPELLED, run => [...run].map(one => NUMERALS.get(one) ?? one).join(''))
  const at: number[] = []
  let plain = ''
  let place = 0
  for (const character of spelled) {
    const shown = ASCII.test(character) ? character : plainOf(character)
    for (let i = 0; i < shown.length; i++) at.push(place)
    plain += shown
    place += character.length
  }
  at.push(place)
  return { plain, at }
}

function plainOf(character: string): string {
  if (/^[\p{Cf}\p{M}]$/u.test(character)) return ''
  if (/^[\p{Pd}\p{Zs}·•・−…ー]$/u.test(character)) return ' '
  if (character === '。') return '.'
  if (/^\p{Nd}$/u.test(character)) return figureOf(character)
  const plain = character.normalize('NFKC')
  return /^[!-~]$/.test(plain) ? plain : character
}

/** Each script has its ten figures in a row, the nought first. */
function figureOf(character: string): string {
  const plain = character.normalize('NFKC')
  if (ASCII.test(plain)) return plain
  let value = 0
  const code = character.codePointAt(0)!
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return `${value}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\u0000-\u007f]$/
const NUMERALS: ReadonlyMap<string, string> = new Map([
  ...[...'〇一二三四五六七八九'].map((numeral, value) => [numeral, `${value}`] as const),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((numeral, value) => [numeral, `${value}`] as const),
  ['○', '0'],
  ['幺', '1'],
  ['两', '2'],
])
/** Ten numerals and more; all of them are one unit long. */
const SPELLED =
  /[〇○零幺两一二三四五六七八九壹贰叁肆伍陆柒捌玖](?:[^\p{L}\p{N}]{0,2}[〇○零幺两一二三四五六七八九壹贰叁肆伍陆柒捌玖]){9,}/gu
