import type { OtherValue } from '../../../core/engine/registry-values.ts'
import type { Trap } from '../../../core/engine/self-test.ts'

/** What an engine does otherwise, in one line. */
export function trapZh(trap: Trap, expected: string, found: string): string {
  return `${TRAPS[trap]}：应为 ${expected}，得到 ${found}`
}

const TRAPS: Readonly<Record<Trap, string>> = {
  'digest-ascii': 'SHA-256（字母数字）不对',
  'digest-chinese': 'SHA-256（汉字）不对，数据库字符集不是 UTF-8',
  'digest-four-bytes': 'SHA-256（四字节汉字）不对，字符集存不下四字节字符（utf8mb3）',
  'digest-decomposed': '外部数据库改写了分解形式的字符（NFD），须原样保留',
  'digest-long': '64 KB 长行的 SHA-256 不对',
  'digest-key': '密钥与编号连接后的 SHA-256 不对',
  hex: '摘要不是 64 位小写十六进制',
  leaf: '默克尔树叶子的摘要不对（前置零字节丢失）',
  'zero-bytes': '以零字节结尾的摘要被截短（toString(FixedString)）',
  'byte-order': '文本不按 UTF-8 字节比较（排序规则不是 C/binary）',
  'trailing-blank': '末尾空格被忽略（排序规则补空格，utf8mb4_bin 也是）',
  'letter-case': '大小写或重音不同的字母被视为相同',
  null: '空值（NULL）没有成为空文本',
  empty: '空文本不等于空文本（被当作 NULL）',
  backslash: '反斜杠的写法不同（NO_BACKSLASH_ESCAPES、standard_conforming_strings）',
  quote: '引号的写法不同',
  part: '截取文本的结果不对',
  place: '查找文本的结果不对',
  replaced: '替换文本的结果不对',
  expression: '正则表达式的结果不对',
  day: '日期加天数的结果不对',
  number: '数字写成文本的结果不对',
  halves: '整数除以二的结果不对',
  grouping: '分组时把不同的文本并为一组',
  cut: '行数多的回答被截短（sql_select_limit、max_result_rows）',
  kept: '写入表中的行读出时不同，或不能建表',
}

/** A value of a registry that is written otherwise than a file should have it. */
export function otherValueZh({ heading, found, count, target, becomes, allowed }: OtherValue): string {
  const rows = count === 1 ? `“${target}”` : `“${target}”等 ${count} 户`
  const should =
    becomes === null
      ? allowed.length === 0
        ? '不能这样写'
        : `应为 ${allowed.join('、')}`
      : becomes === ''
        ? '应为空'
        : `应写作“${becomes}”`
  return `${rows}的${heading}写作“${found}”，${should}`
}
