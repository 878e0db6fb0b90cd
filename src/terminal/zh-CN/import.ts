import type { FieldDifference, IssueCode, IssueDetails } from '../../core/registry/cells/issue.ts'
import type { LargeRemoval } from '../../core/registry/large-removal.ts'
import type { LibraryName } from '../../core/registry/libraries/field.ts'
import type { Reasons } from '../sentence.ts'

const orLike = (nearest: string | null) => (nearest === null ? '' : `，最接近的是“${nearest}”`)

const both = (fields: readonly FieldDifference[]) => {
  const told = fields
    .slice(0, 3)
    .map(({ field, was, becomes }) => `${field}那里是“${was}”，这里是“${becomes}”`)
  return told.join('；') + (fields.length > 3 ? `；另有 ${fields.length - 3} 项不同` : '')
}

const known = ({ name, namesakes = [] }: { name?: string; namesakes?: readonly string[] }) =>
  namesakes.length === 0 ? '' : `；名录库中名称为“${name}”的是 ${namesakes.join('、')}`

const candidates = (codes: readonly string[]) =>
  codes.length === 0 ? '' : `，可能的原代码：${codes.join('、')}`

const part = ({ heading, value, before, gone }: LargeRemoval) =>
  `${value === '' ? '全库' : `${heading}“${value}”`} ${before} 条中有 ${gone} 条`

/** The first five parts; a terminal is no place for sixteen departments. */
const several = (parts: readonly LargeRemoval[]) =>
  parts.slice(0, 5).map(part).join('，') + (parts.length > 5 ? `等 ${parts.length} 处` : '')

export const importReasons = {
  'no-such-map': ({ name, nearest }: Reasons['no-such-map']) => [
    `没有名为“${name}”的表头对应${orLike(nearest)}`,
    '--map 的写法是 表头=字段，或用 --save-map 保存过的名称',
  ],
  'unknown-map-field': ({ pair, field, nearest, library }: Reasons['unknown-map-field']) => [
    `不能按“${pair}”对应表头：没有字段“${field}”${orLike(nearest)}`,
    `ssj template ${library} 列出全部字段`,
  ],
  'no-such-field': ({ library, field, nearest }: Reasons['no-such-field']) => [
    `没有字段“${field}”${orLike(nearest)}`,
    `ssj template ${library} 列出全部字段`,
  ],
  'duplicate-field': ({ field, heading }: Reasons['duplicate-field']) => [
    field === heading
      ? `“${heading}”给了两次，请只留一个`
      : `“${field}”就是“${heading}”，给了两次，请只留一个`,
  ],
  'large-removal': ({ file, parts }: Reasons['large-removal']) => [
    `没有导入“${file}”：${several(parts)}将停用（超过三成）`,
    '用 --dry-run 查看；确认无误后加 --yes',
  ],
} satisfies { [K in keyof Reasons]?: (details: Reasons[K]) => readonly [string, string?] }

export const importIssues = {
  'rounded-code': (details: IssueDetails['rounded-code']) =>
    `末几位被表格软件改成了 0${candidates(details.candidates)}${known(details)}`,
  'code-as-number': (details: IssueDetails['code-as-number']) =>
    `在工作簿中是数字，15 位以后已丢失，请从原系统重新导出为文本${candidates(details.candidates)}${known(details)}`,
  'code-as-exponent': (details: IssueDetails['code-as-exponent']) =>
    `被表格软件改成了科学计数法，原数字已丢失，请从原系统重新导出${known(details)}`,
  'duplicate-id': ({ id, other, fields }: IssueDetails['duplicate-id']) =>
    `${id} 在第 ${other} 行已出现且内容不同：${both(fields)}`,
  conflict: ({ id, departments, fields }: IssueDetails['conflict']) =>
    `${id} 与 ${departments} 登记的不一致：${both(fields)}`,
  'duplicate-firm': ({ id, twin, other, fields }: IssueDetails['duplicate-firm']) =>
    `与${other === null ? '名录库中' : `第 ${other} 行`}的 ${twin} 是同一户（注册号相同），内容不同：${both(fields)}；这一行的代码是 ${id}`,
}

/** What an issue is about, in a word or two, to count by. */
export const issueKinds: Readonly<Record<IssueCode, string>> = {
  'missing-value': '必填项为空',
  'control-character': '含控制字符',
  'invalid-id-character': '编号字符不对',
  'lost-zeros': '编号丢了开头的 0',
  'uscc-length': '代码位数不对',
  'uscc-alphabet': '代码字符不对',
  'uscc-check': '代码校验不符',
  'rounded-code': '代码末位丢失',
  'code-as-number': '代码成了数字',
  'error-cell': '单元格错误值',
  'code-as-exponent': '代码成了科学计数',
  'registration-check': '注册号不对',
  'invalid-date': '日期看不懂',
  'reversed-dates': '起止颠倒',
  'invalid-days': '日期时段看不懂',
  'invalid-period': '起止时间看不懂',
  'period-without-year': '缺年份',
  'invalid-yesno': '不是“是”“否”',
  'invalid-count': '不是整数',
  'invalid-choice': '不在选项中',
  'invalid-rate': '比例看不懂',
  'rate-above-100': '比例过大',
  'invalid-rates': '分级比例看不懂',
  'invalid-reserve': '替补看不懂',
  'invalid-team': '席位看不懂',
  'invalid-condition': '条件看不懂',
  'unknown-field': '没有该字段',
  'field-is-list': '字段不能分层',
  'invalid-source': '随机源写法不对',
  'duplicate-source': '随机源重复',
  'missing-heading': '缺表头',
  'duplicate-heading': '表头重复',
  'unknown-heading': '表头不认识',
  'no-headings': '找不到表头',
  'wrong-column-count': '列数不对',
  'missing-id': '没有编号',
  'duplicate-id': '文件内重复',
  conflict: '与其他部门不一致',
  'duplicate-firm': '一户两号',
  'unknown-department': '部门不认识',
  'several-departments': '写了几个部门',
  'ambiguous-department': '部门名称重复',
  'unknown-item': '事项不认识',
  'unknown-inspector': '人员不认识',
  'unknown-target': '对象不认识',
  'rate-and-count': '比例数量都填',
  'no-rate-or-count': '比例数量都空',
  'lead-among-partners': '发起部门重复',
  'team-of-other-department': '席位部门不对',
}

export const importing = {
  byKind: (kinds: string) => `  问题：${kinds}`,
  settled: (count: number) => `  按 --on-conflict 处理了 ${count} 处冲突：`,
  shrinkage: (one: LargeRemoval) => `  ${part(one)}将停用（超过三成）`,
  largeChange: (file: string) => `${file}：确认停用并导入？`,
  changedTo: (field: string, was: string, becomes: string) => `${field}“${was}” → “${becomes}”`,
  changed: (id: string, line: number, fields: string) => `  第 ${line} 行 ${id}：${fields}`,
  moreChanges: (count: number) => `  ……另有 ${count} 条变更，全部内容见 --json`,
  sameFile: (entry: number) => `  与台账第 ${entry} 条导入的是同一文件，没有改动`,
  savedMap: (name: string) => `  表头对应已保存为“${name}”，下次用 --map ${name}`,
  mapUnused: (headings: string) => `  --map 指明的表头在文件中没有：${headings}`,
  notRead: (file: string) => `ssj: ${file} 未导入：`,
}

export const LIBRARY_NAMES: Readonly<Record<LibraryName, string>> = {
  departments: '部门',
  items: '抽查事项清单',
  targets: '检查对象名录库',
  inspectors: '执法检查人员名录库',
  experts: '专家名录库',
  recusals: '回避登记',
  plan: '年度抽查计划',
  results: '检查结果',
}
