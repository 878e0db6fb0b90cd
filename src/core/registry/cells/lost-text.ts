import type { Doubt } from './doubt.ts'

/** True for what spreadsheets, databases and programs write where a value should stand and is none. */
export function isErrorWord(text: string): boolean {
  return ERROR_WORD.test(text)
}

const ERROR_WORD =
  /^(?:#(?:N\/A|(?:REF|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|UNKNOWN)[!?]?|GETTING_DATA|#+)|\\N|[(<[]?(?:null|nil)[)>\]]?|none|nan|undefined|n\/a)$/i

/** True for what a clerk writes into a cell that must not be empty, and that says nothing. */
export function saysNothing(text: string): boolean {
  return /^(?:[-—–－_/／\\.。·*?？]+|暂?无|空|不详|未知|待[定填补]|待补充|略)$/.test(text)
}

/** Whether a text has lost something on its way, and what shows it; null where nothing does. */
export function textDoubt(text: string): Doubt | null {
  if (PLAIN.test(text)) return null
  if (LOST.test(text)) return 'lost-character'
  if (QUOTES.test(text)) return 'export-quotes'
  return (ACCENTED.test(text) && SEEMS_WESTERN.test(text)) ||
    REPLACED_TWICE.test(text) ||
    isUtf8ReadAsGbk(text)
    ? 'mojibake'
    : null
}

/** ASCII without quotes, backslashes and question marks: most cells, and nothing of it can be lost. */
const PLAIN = /^[ !#-&(->@-[\]-~]*$/

/** Without one of these a text does not seem western. */
const ACCENTED = /[À-ÿ\uff61-\uff9f]/

/** The mark of a lost character, one that only its own system shows, or a question mark or a box where a character was. */
const LOST =
  /[\ufffd\ue000-\uf8ff\u{f0000}-\u{10ffff}]|\?\?|\p{Script=Han}[\u25a0\u25a1\u25af\u3013]|^[\u25a0\u25a1\u25af\u3013]\p{Script=Han}|\p{Script=Han}\?\p{Script=Han}|^\?\p{Script=Han}|^\?$/u

/** Escapes of a database's export, of a page, of a workbook or an address; or the quotes of a whole cell. */
const QUOTES =
  /\\["'\\]|^"[\s\S]*"$|&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[\da-f]{2,5});|\\u[\da-f]{4}|_x[\dA-F]{4}_|(?:%[\dA-F]{2}){3}/i

/** Bytes of Chinese text read as those of Western Europe, or as Japanese of half width. */
const SEEMS_WESTERN = /(?=[\s\S]{0,2}[À-ÿ])[¡-ÿŒœŠšŸŽžƒˆ˜‚„†‡‰‹›€™]{4}|[\uff61-\uff9f]{4}/

/** What U+FFFD becomes when it is read wrongly once more, and fillings of memory. */
const REPLACED_TWICE = /锟斤|斤拷|烫烫|屯屯|ï»¿/

/**
 * True for text of UTF-8 that was read as GBK: turned back into bytes it is UTF-8 again, of nothing but Chinese
 * characters and ASCII. A name that is so by chance does not occur: three characters of nine bytes have to fit.
 */
function isUtf8ReadAsGbk(text: string): boolean {
  const bytes: number[] = []
  for (const character of text) {
    const unit = character.charCodeAt(0)
    if (unit < 0x80) {
      bytes.push(unit)
      continue
    }
    const code = gbkCodes().get(character)
    if (code === undefined) return false
    if (bytes.length % 2 === 0 && bytes.every(byte => byte < 0x80) && !isLead(code >> 8)) return false
    bytes.push(code >> 8, code & 0xff)
  }
  for (let cut = 0; cut < 3; cut++) {
    const read = utf8(Uint8Array.from(bytes.slice(0, bytes.length - cut)))
    if (read !== null)
      return (read.match(/\p{Script=Han}/gu)?.length ?? 0) >= 3 && !/[\u0080-\u07ff]/.test(read)
  }
  return false
}

/** The first byte of a Chinese character in UTF-8. */
const isLead = (byte: number) => byte >= 0xe4 && byte <= 0xe9

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

let codes: ReadonlyMap<string, number> | null = null

/** Every character of two bytes in GBK, and its bytes. */
function gbkCodes(): ReadonlyMap<string, number> {
  if (codes !== null) return codes
  const found = new Map<string, number>()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail)
  codes = found
  return found
}
