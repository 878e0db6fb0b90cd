/**
 * The order of ids everywhere in a draw: by their UTF-8 bytes, which is the order of Unicode code points
 * (draw.md, section 1). JavaScript's own `<` compares UTF-16 units and differs where a character beyond
 * the BMP meets one of U+E000…U+FFFF. Negative, zero or positive, as `Array.prototype.sort` wants it.
 */
export function byBytes(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return codePointRank(x) - codePointRank(y)
  }
  return a.length - b.length
}

/** The same order of two texts that are at hand as bytes, each from one place up to, not with, another. */
export function compareBytes(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): number {
  const shared = Math.min(aTo - aFrom, bTo - bFrom)
  for (let i = 0; i < shared; i++) {
    const difference = a[aFrom + i]! - b[bFrom + i]!
    if (difference !== 0) return difference
  }
  return aTo - aFrom - (bTo - bFrom)
}

/** Sorts in place by {@link byBytes}; the engine's faster order is used where both agree. */
export function sortByBytes(texts: string[]): string[] {
  return texts.some(isBeyondUnits) ? texts.sort(byBytes) : texts.sort()
}

/** Whether a text may stand elsewhere by its bytes than by its UTF-16 units, the engine's own and faster order. */
export function isBeyondUnits(text: string): boolean {
  return BEYOND_BMP_OR_LATE.test(text)
}

const BEYOND_BMP_OR_LATE = /[\ud800-\uffff]/

/** Surrogates (units D800–DFFF) stand for code points above every BMP character. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
