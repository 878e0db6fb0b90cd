import { sortByBytes } from '../../bytes.ts'
import { type CellResult, invalid, parsed } from './cell-result.ts'

/**
 * What an inspection may end with (检查结果), by the code of the provincial platforms. Codes without words
 * are breaches of the rules of single authorities, which platforms word differently.
 */
const OUTCOMES: readonly (readonly [string, ...string[]])[] = [
  ['1', '未发现问题', '未见异常', '正常'],
  ['B', '未按规定公示应当公示的信息'],
  ['C', '公示信息隐瞒真实情况、弄虚作假'],
  ['6', '通过登记的住所（经营场所）无法联系', '通过登记的住所无法联系'],
  ['E', '发现问题经责令已改正', '发现问题已责令改正'],
  ['8', '不配合检查情节严重', '不予配合情节严重'],
  ['F', '未发现开展本次抽查涉及的（生产）经营活动', '未发现开展本次抽查涉及的经营活动'],
  ['A', '发现问题待后续处理'],
  ['7', '已关闭停业或正在组织清算'],
  ['9', '注销'],
  ['10', '被吊销'],
  ['11', '被撤销'],
  ['12', '迁出'],
  ['2'],
  ['D'],
  ['3'],
  ['4'],
  ['5'],
  ['G'],
]

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

/** Codes by themselves and by their words, which are compared whole: 1 never stands for the 1 in 10. */
const CODES: ReadonlyMap<string, string> = new Map(
  OUTCOMES.flatMap(([code, ...words]) =>
    [code, ...words, ...words.map(word => `${code}${word}`)].map(word => [plain(word), code] as const),
  ),
)

/** Words that hold the mark which also parts two results, the longest first. */
const WITH_COMMA = [...CODES].filter(([word]) => word.includes('、')).sort(([a], [b]) => b.length - a.length)

/** Reads the results of one inspection, several where several hold, as their codes in byte order: `6;A`. */
export function readOutcomes(text: string): CellResult {
  const codes = new Set<string>()
  const parts = WITH_COMMA.reduce((all, [word, code]) => all.replaceAll(word, code), plain(text))
  for (const part of parts.split(/[;,、/|]/).filter(part => part !== '')) {
    // What went through a program for tables comes back as a number with a fraction: 1.0 is 1.
    const code = CODES.get(part.toUpperCase().replace(/^(\d+)\.0+$/, '$1'))
    if (code === undefined) return invalid('invalid-choice', { choices: OUTCOME_CHOICES })
    codes.add(code)
  }
  return parsed(sortByBytes([...codes]).join(';'), text, 'word')
}

/** Every code, in the order of the platforms. */
export const OUTCOME_CODES: readonly string[] = OUTCOMES.map(([code]) => code)

/** The first words of each code that has any. */
export const OUTCOME_WORDS: ReadonlyMap<string, string> = new Map(
  OUTCOMES.flatMap(([code, word]) => (word === undefined ? [] : [[code, word] as const])),
)

/** The codes with their words, as a drop-down shows them. */
export const OUTCOME_CHOICES: readonly string[] = OUTCOMES.map(([code, word]) =>
  word === undefined ? code : `${code} ${word}`,
)
