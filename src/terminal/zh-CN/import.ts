import type { Reasons } from '../../core/reason.ts'
import type { FieldDifference, IssueCode, IssueDetails } from '../../core/registry/issue.ts'
import type { LibraryName } from '../../core/registry/library.ts'
import type { Shrinkage } from '../../core/registry/shrinkage.ts'

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

const part = ({ heading, value, before, gone }: Shrinkage) =>
  `${value === '' ? '全库' : `${heading}“${value}”`} ${before} 条中有 ${gone} 条`

/** The first five parts; a terminal is no place for sixteen departments. */
const several = (parts: readonly Shrinkage[]) =>
  parts.slice(0, 5).map(part).join('，') + (parts.length > 5 ? `等 ${parts.length} 处` : '')

export const importReasons = {
  'map-none': ({ name, nearest }: Reasons['map-none']) => [
    `没有名为“${name}”的表头对应${orLike(nearest)}`,
    '--map 的写法是 表头=字段，或用 --save-map 保存过的名称',
  ],
  'map-field': ({ pair, field, nearest, library }: Reasons['map-field']) => [
    `不能按“${pair}”对应表头：没有字段“${field}”${orLike(nearest)}`,
    `ssj template ${library} 列出全部字段`,
  ],
  'field-none': ({ library, field, nearest }: Reasons['field-none']) => [
    `没有字段“${field}”${orLike(nearest)}`,
    `ssj template ${library} 列出全部字段`,
  ],
  'field-twice': ({ field, heading }: Reasons['field-twice']) => [
    field === heading
      ? `“${heading}”给了两次，请只留一个`
      : `“${field}”就是“${heading}”，给了两次，请只留一个`,
  ],
  'large-change': ({ file, parts }: Reasons['large-change']) => [
    `没有导入“${file}”：${several(parts)}将停用（超过三成）`,
    '用 --dry-run 查看；确认无误后加 --yes',
  ],
} satisfies { [K in keyof Reasons]?: (details: Reasons[K]) => readonly [string, string?] }

export const importIssues = {
  'code-rounded': (details: IssueDetails['code-rounded']) =>
    `末几位被表格软件改成了 0${candidates(details.candidates)}${known(details)}`,
  'code-number': (details: IssueDetails['code-number']) =>
    `在工作簿中是数字，15 位以后已丢失，请从原系统重新导出为文本${candidates(details.candidates)}${known(details)}`,
  'code-exponent': (details: IssueDetails['code-exponent']) =>
    `被表格软件改成了科学计数法，原数字已丢失，请从原系统重新导出${known(details)}`,
  'id-twice': ({ id, other, fields }: IssueDetails['id-twice']) =>
    `${id} 在第 ${other} 行已出现且内容不同：${both(fields)}`,
  conflict: ({ id, departments, fields }: IssueDetails['conflict']) =>
    `${id} 与 ${departments} 登记的不一致：${both(fields)}`,
  'firm-twice': ({ id, twin, other, fields }: IssueDetails['firm-twice']) =>
    `与${other === null ? '名录库中' : `第 ${other} 行`}的 ${twin} 是同一户（注册号相同），内容不同：${both(fields)}；这一行的代码是 ${id}`,
}

/** What an issue is about, in a word or two, to count by. */
export const issueKinds: Readonly<Record<IssueCode, string>> = {
  'needed-empty': '必填项为空',
  'control-character': '含控制字符',
  'id-character': '编号字符不对',
  'zeros-lost': '编号丢了开头的 0',
  'uscc-length': '代码位数不对',
  'uscc-alphabet': '代码字符不对',
  'uscc-check': '代码校验不符',
  'code-rounded': '代码末位丢失',
  'code-number': '代码成了数字',
  'cell-error': '单元格错误值',
  'code-exponent': '代码成了科学计数',
  'registration-check': '注册号不对',
  'date-none': '日期看不懂',
  'dates-reversed': '起止颠倒',
  'days-none': '日期时段看不懂',
  'period-none': '起止时间看不懂',
  'period-year': '缺年份',
  'yesno-none': '不是“是”“否”',
  'count-none': '不是整数',
  'choice-none': '不在选项中',
  'rate-none': '比例看不懂',
  'rate-above': '比例过大',
  'rates-none': '分级比例看不懂',
  'reserve-none': '替补看不懂',
  'team-none': '席位看不懂',
  'condition-none': '条件看不懂',
  'field-unknown': '没有该字段',
  'field-list': '字段不能分层',
  'source-none': '随机源写法不对',
  'source-double': '随机源重复',
  'heading-missing': '缺表头',
  'heading-double': '表头重复',
  'heading-unknown': '表头不认识',
  'headings-none': '找不到表头',
  'columns-count': '列数不对',
  'id-none': '没有编号',
  'id-twice': '文件内重复',
  conflict: '与其他部门不一致',
  'firm-twice': '一户两号',
  'department-unknown': '部门不认识',
  'department-several': '写了几个部门',
  'department-double': '部门名称重复',
  'item-unknown': '事项不认识',
  'inspector-unknown': '人员不认识',
  'target-unknown': '对象不认识',
  'rate-and-count': '比例数量都填',
  'rate-nor-count': '比例数量都空',
  'lead-twice': '发起部门重复',
  'team-stranger': '席位部门不对',
}

export const importing = {
  byKind: (kinds: string) => `  问题：${kinds}`,
  settled: (count: number) => `  按 --on-conflict 处理了 ${count} 处冲突：`,
  shrinkage: (one: Shrinkage) => `  ${part(one)}将停用（超过三成）`,
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
