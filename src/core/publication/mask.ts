/**
 * A person's name for the public. One rule: the surname stays, every further character becomes `*`; a compound
 * surname (复姓) stays whole when something follows it. Names that have no Chinese surname (transliterated, with `·`,
 * or in another script) keep their first character; spaces, dots and hyphens stay, so that the parts can be counted.
 */
export function maskName(name: string): string {
  const characters = name.trim().match(CHARACTER) ?? []
  const [first = '', second = ''] = characters
  const foreign = characters.some(character => BETWEEN.test(character)) || !HAN.test(first)
  const compound = !foreign && characters.length > 2 && COMPOUND.has(first + second)
  const kept = characters.length === 1 ? 0 : compound ? 2 : 1
  return characters.map((character, i) => (i < kept || BETWEEN.test(character) ? character : '*')).join('')
}

/**
 * A document's number for the public: of an identity card the first six and the last four of 18 digits (three of 15),
 * of any other document (passport, permit) the first and the last two; of four characters and fewer nothing.
 */
export function maskNumber(number: string): string {
  const characters = [...number.trim()]
  const { length } = characters
  const [head, tail] = IDENTITY.test(number.trim())
    ? [6, length === 18 ? 4 : 3]
    : length > 4
      ? [1, 2]
      : [0, 0]
  return characters.map((character, i) => (i < head || i >= length - tail ? character : '*')).join('')
}

/** A character as people see it: with the marks and variation selectors that follow it. */
const CHARACTER = /\P{M}\p{M}*/gu
const HAN = /^\p{Script=Han}/u
const BETWEEN = /^[\s·•・.\-'’]$/u
const IDENTITY = /^(?:\d{17}[\dXx]|\d{15})$/
/** 复姓 in use, and historic ones that still occur. */
const COMPOUND: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 ' +
    '公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 ' +
    '拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 公户 公玉 第五 淳于 单于 完颜 纳兰 ' +
    '富察 歐陽 司馬 諸葛 東方 獨孤 聞人 尉遲 澹臺 公孫 鍾離 長孫 鮮于 閭丘 軒轅 東郭'
  ).split(' '),
)
