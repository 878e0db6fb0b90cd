import { type CellResult, invalid, unchanged } from './cell-result.ts'
import { cleanNarrow } from './clean.ts'
import type { Doubt } from './doubt.ts'
import { textDoubt } from './lost-text.ts'

/** Yes and no, as canonical cells say it. */
export const YES = '是'
export const NO = '否'

/** What targets are called whose class of credit risk nobody has set: their stratum has a name and is never dropped. */
export const UNCLASSED = '未分类'

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
  const letter = /^([A-Da-d])(?:类|级|等|类企业)?(?: ?[(（][^)）]*[)）])?$/.exec(text)
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

/** 登记状态: what the frame understands, and what leaves a target in force. */
export const statusDoubt = among(
  /存续|在营|在业|开业|在册|正常|有效|迁入|筹建|在建|在产|注销|吊销|撤销|迁出|停业|歇业|关闭|停产|停办|关停|清算|无效|失效|终止|竣工|完工|结束/,
)

/** 主体类型, by the classes of the registers and what they end in. */
export const subjectDoubt = among(
  /企业|公司|个体|合作社|分支|独资|合伙|集体|国有|全民|外资|外商|港澳台|联营|股份|机构|机关|单位|社会团体|社团|基金会|学校|医院|协会|农民|自然人|法人|组织|产品|项目|行为|其他/,
)

/** 信用风险等级: a letter, or a grade in words. */
export const riskDoubt = among(/^[A-DM][+-]?$|[高中低优良好差]|较|一般|严重|失信|守信|未|无/)

/** A doubt about words beyond those of an open list: nobody but the office knows what they mean. */
function among(words: RegExp): (value: string) => Doubt | null {
  return value => textDoubt(value) ?? (words.test(value) ? null : 'unknown-word')
}
