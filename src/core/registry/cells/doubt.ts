/** What is odd about a value and may be right all the same; the words are those of the rule `refused-doubts`. */
export const DOUBT_WORDS = {
  'lost-character': '缺字',
  mojibake: '乱码',
  'export-quotes': '转义引号',
  'identity-code': '身份证号',
  'unknown-word': '用词',
  'organisation-check': '组织机构代码',
  'same-firm': '疑似同户',
  'other-year': '年度不符',
  'outside-period': '期限外检查',
  'lone-inspector': '一人检查',
  'found-beside-none': '无问题有说明',
  'problem-unsaid': '有问题无说明',
  'frequent-visit': '检查过频',
  'empty-visits': '多次空查',
} as const

/** A doubt that an office may have refused. */
export type Doubt = keyof typeof DOUBT_WORDS

/** The doubts that these words of the rule name. */
export function doubtsNamed(words: ReadonlySet<string>): ReadonlySet<Doubt> {
  const all = Object.entries(DOUBT_WORDS) as [Doubt, string][]
  return new Set(all.filter(([, word]) => words.has(word)).map(([doubt]) => doubt))
}
