import { type CellResult, invalid, unchanged } from './cell-result.ts'
import { cleanNarrow } from './clean.ts'

/** Yes and no, as canonical cells say it. */
export const YES = '是'
export const NO = '否'

const SAYS_YES = [YES, '有', '有效', '在用', '√', 'Y', 'YES', 'TRUE', '1']
const SAYS_NO = [NO, '无', '无效', '停用', '×', 'N', 'NO', 'FALSE', '0']

/** Yes or no, in any of the ways offices say it. */
export function readYesNo(text: string): CellResult {
  const word = text.toUpperCase()
  const value = SAYS_YES.includes(word) ? YES : SAYS_NO.includes(word) ? NO : null
  if (value === null) return invalid('invalid-yesno', {})
  return { value, note: value === text ? null : 'word' }
}

/** How many, with or without what is counted. */
export function readCount(text: string): CellResult {
  const found = /^(\d{1,9})(?:\.0+)?(?:户|家|人|个|次|户次)?$/.exec(text)
  if (found === null) return invalid('invalid-count', {})
  const value = String(Number(found[1]))
  return { value, note: value === text ? null : 'word' }
}

/** A class of credit risk as its letter; what is not a class of A–D keeps its own word. */
export function readRisk(text: string): CellResult {
  const letter = /^([A-Da-d])(?:类|级|等|类企业)?$/.exec(text)
  if (letter !== null) {
    const value = letter[1]!.toUpperCase()
    return { value, note: value === text ? null : 'word' }
  }
  return /[;,"]/.test(text)
    ? invalid('invalid-id-character', { character: text.match(/[;,"]/)![0] })
    : unchanged(text)
}

/** One of a few words, each with its variants. */
export function readChoice(choices: readonly (readonly string[])[], written: string): CellResult {
  const { text, note } = cleanNarrow(written)
  if (text === '') return { value: '', note }
  const found = choices.find(words => words.includes(text))
  if (found === undefined) return invalid('invalid-choice', { choices: choices.map(words => words[0]!) })
  return { value: found[0]!, note: found[0] === text ? note : 'word' }
}
