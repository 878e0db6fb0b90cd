import type { OtherValue } from '../../../core/engine/registry-values.ts'
import type { Trap } from '../../../core/engine/self-test.ts'

/** What an engine does otherwise, in one line. */
export function trapEn(trap: Trap, expected: string, found: string): string {
  return `${TRAPS[trap]}: ${expected} expected, ${found} found`
}

const TRAPS: Readonly<Record<Trap, string>> = {
  'digest-ascii': 'SHA-256 of letters and digits is wrong',
  'digest-chinese': 'SHA-256 of Chinese is wrong: the character set is not UTF-8',
  'digest-four-bytes':
    'SHA-256 of a character of four bytes is wrong: the character set has no room for it (utf8mb3)',
  'digest-decomposed': 'decomposed characters (NFD) are rewritten, and must be left as they are',
  'digest-long': 'SHA-256 of a line of 64 KB is wrong',
  'digest-key': 'SHA-256 of key and code together is wrong',
  hex: 'digests are not 64 lowercase hexadecimal digits',
  leaf: 'the digest of a leaf of the tree is wrong (its first byte, nought, is lost)',
  'zero-bytes': 'digests that end in a byte of nought are cut short (toString(FixedString))',
  'byte-order': 'text is not compared by its UTF-8 bytes (the collation is not C or binary)',
  'trailing-blank': 'blanks at the end are passed over (a padding collation; utf8mb4_bin is one)',
  'letter-case': 'letters that differ in case or accent are taken for the same',
  null: 'NULL does not become an empty text',
  empty: 'an empty text does not equal an empty text (it is taken for NULL)',
  backslash: 'backslashes are written in another way (NO_BACKSLASH_ESCAPES, standard_conforming_strings)',
  quote: 'quotes are written in another way',
  part: 'a part of a text is not what it should be',
  place: 'a text is not found where it stands',
  replaced: 'replacing gives another text',
  expression: 'a regular expression finds something else',
  day: 'a day so many days later is another one',
  number: 'a number as text is another text',
  halves: 'half a whole number is another one',
  grouping: 'different texts are grouped together',
  cut: 'an answer of many lines is cut short (sql_select_limit, max_result_rows)',
  kept: 'rows do not come back as they were written, or no table can be made',
}

/** A value of a registry that is written otherwise than a file should have it. */
export function otherValueEn({ heading, found, count, target, becomes, allowed }: OtherValue): string {
  const rows = `“${target}”, in ${count} ${count === 1 ? 'row' : 'rows'},`
  const should =
    becomes === null
      ? allowed.length === 0
        ? 'which no file may hold'
        : `which should be ${allowed.join(', ')}`
      : becomes === ''
        ? 'which should be empty'
        : `which should be written “${becomes}”`
  return `${heading} of ${rows} is written “${found}”, ${should}`
}
