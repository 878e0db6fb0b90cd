import { privateDataIn } from '../publication/private-data.ts'
import { isUscc, isUsccAt } from '../registry/numbers/uscc.ts'
import { ASCII_IN_IDS, decodeUtf8, isId } from '../text.ts'

/** What is seen of an id as it passes: nothing, that it is none, or that it holds a number of a person. */
export type SeeId = (bytes: Uint8Array, from: number, to: number) => 0 | typeof IS_BAD | typeof IS_PRIVATE

export const IS_BAD = 1
export const IS_PRIVATE = 2

/** Looks at ids as they pass: most are codes of firms, which are seen byte by byte. `codes`: whether they will be public. */
export function idSeer(codes: boolean): SeeId {
  return (bytes, from, to) => {
    // Most are codes of firms: their check tells that nothing else stands in them.
    if (isLetteredUscc(bytes, from, to) || (!codes && isAsciiId(bytes, from, to))) return 0
    const text = decodeUtf8(bytes.subarray(from, to))
    if (text === undefined || !isId(text)) return IS_BAD
    return codes && privateDataIn(text).length > 0 && !(WITH_LETTER.test(text) && isUscc(text))
      ? IS_PRIVATE
      : 0
  }
}

const WITH_LETTER = /^\w{8}[A-Z]/

/** The ids of which every character is one byte that may stand in an id. */
function isAsciiId(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (ASCII_IN_IDS[bytes[i]!] === 0) return false
  return to > from
}

/** A code of a firm (GB 32100) with a letter in its ninth place: nobody's number. */
function isLetteredUscc(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 18 || bytes[from + 8]! < 65 || bytes[from + 8]! > 90) return false
  return isUsccAt(bytes, from)
}
