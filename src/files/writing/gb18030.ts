/**
 * Text in GB 18030, which spreadsheets in China take a CSV for that has no byte order mark. All of Unicode has a place
 * in it; half of a surrogate pair, which is no character, becomes U+FFFD. Node decodes this encoding and does not
 * write it, so the decoder's table is turned round.
 */
export function gb18030(text: string): Buffer {
  codes ??= turnedRound()
  const bytes = Buffer.alloc(text.length * 4)
  let end = 0
  for (const character of text) {
    const code = codeOf(character.codePointAt(0)!, codes)
    const width = code < 0x100 ? 1 : code < 0x10000 ? 2 : 4
    end = bytes.writeUIntBE(code, end, width)
  }
  return bytes.subarray(0, end)
}

/** The bytes of each character of the first plane, as one number; made when first needed (0.1 s). */
let codes: Uint32Array | undefined

function codeOf(point: number, known: Uint32Array): number {
  if (point < 0x80) return point
  if (point > 0xffff) return fourBytes(point - 0x10000 + SECOND_PLANE)
  return known[point] || known[0xfffd]!
}

/** Where U+10000 stands among the codes of four bytes. */
const SECOND_PLANE = 189_000

/** How many codes of four bytes the first plane has. */
const FIRST_PLANE = 39_420

function turnedRound(): Uint32Array {
  const table = new Uint32Array(0x10000)
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const enter = (code: number, width: 2 | 4) => {
    const bytes = Buffer.alloc(width)
    bytes.writeUIntBE(code, 0, width)
    const point = decoder.decode(bytes).codePointAt(0)!
    // A1A1 and A3A0 are both read as the ideographic space: the first is the character's own.
    if (table[point] === 0) table[point] = code
  }
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) enter((lead << 8) | trail, 2)
  for (let linear = 0; linear < FIRST_PLANE; linear++) enter(fourBytes(linear), 4)
  for (const [i, point] of [...PRIVATE].entries())
    table[point.codePointAt(0)!] ||= table[MEANT.codePointAt(i)!]!
  return table
}

/**
 * Private-use characters that stood for a character until Unicode had it. The decoder reads their codes as that character
 * (GB 18030-2022, annex D; the side table of the Encoding Standard), so they are written as it.
 */
const PRIVATE =
  '\ue5e5\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864'
const MEANT =
  '\u3000\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb'

/** A code of four bytes as one number: 126 × 10 × 126 × 10 of them, from 81 30 81 30 on. */
function fourBytes(linear: number): number {
  const second = Math.floor(linear / 1260)
  return (
    (0x81 + Math.floor(second / 10)) * 0x1000000 +
    ((0x30 + (second % 10)) << 16) +
    ((0x81 + (Math.floor(linear / 10) % 126)) << 8) +
    (0x30 + (linear % 10))
  )
}
