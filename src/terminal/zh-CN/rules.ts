import type { RuleNamed, RuleSet } from '../../core/rules/reasons.ts'
import { type RuleKind, ruleNamed } from '../../core/rules/rule-book.ts'
import type { RuleConflict } from '../../core/rules/rules.ts'
import type { ReasonSentences } from '../sentence.ts'

const inRow = (row: number | null) => (row === null ? '' : `第 ${row} 行：`)

/** 规则的值应为什么。 */
function wanted(kind: RuleKind): string {
  switch (kind.kind) {
    case 'limit':
      return `整数 ${kind.least}–${kind.most}，或“不限”`
    case 'count':
      return `整数 ${kind.least}–${kind.most}`
    case 'choice':
      return kind.choices.map(choice => `“${choice}”`).join('或')
    case 'words':
      return kind.choices === null
        ? '若干词，用分号分隔，或“无”'
        : `${kind.choices.join('、')}中的若干个，用分号分隔，或“无”`
    case 'condition':
      return '检查对象条件，如 信用风险等级=A'
    case 'window':
      return '否、本年、近N年，后面可加“同部门”或“同事项”'
    case 'month-day':
      return '月-日，如 01-31'
    default:
      return kind satisfies never
  }
}

function setBy(set: RuleSet | null): string {
  return set === null ? '是默认值' : `由 ${set.actor} 于 ${set.at} 设定（台账第 ${set.entry} 条）`
}

/** 规则名、现值、在哪里设定。 */
function named({ rule, value, set }: RuleNamed): string {
  const title = `规则 ${rule}（${ruleNamed(rule)?.zh ?? rule}）`
  return set === 'wished' ? `${title}拟设为“${value}”` : `${title}现为“${value}”，${setBy(set)}`
}

function cure({ kind, causes }: RuleConflict, [first, second]: readonly [RuleNamed, RuleNamed]): string {
  switch (kind) {
    case 'cap-order':
      return `把 ${second.rule} 设为不小于 ${first.value}，或把 ${first.rule} 设为不大于 ${second.value}`
    case 'cause-unknown':
      return `把${causes.map(cause => `“${cause}”`).join('、')}加入 ${second.rule}，或从 ${first.rule} 中去掉`
    default:
      return kind satisfies never
  }
}

const CONTRADICTS: Readonly<Record<RuleConflict['kind'], string>> = {
  'cap-order': '一个部门的上限高于各部门合计的上限',
  'cause-unknown': '不计入上限的原因不在检查原因之列',
}

const reasons: Pick<
  ReasonSentences,
  'unknown-rule' | 'invalid-rule-value' | 'conflicting-rules' | 'missing-headings'
> = {
  'unknown-rule': ({ name, nearest, row }) => [
    `${inRow(row)}没有规则“${name}”${nearest === null ? '' : `，最接近的是“${nearest}”`}`,
    '用 ssj rules list 查看全部规则',
  ],
  'invalid-rule-value': ({ standing, value, kind, issue, row }) => [
    `${inRow(row)}不能把规则 ${standing.rule} 设为“${value}”：应为${wanted(kind)}${issue === null ? '' : `（${issue}）`}`,
    named(standing),
  ],
  'conflicting-rules': ({ conflict, rules }) => [
    `规则 ${rules[0].rule} 与 ${rules[1].rule} 相互矛盾：${CONTRADICTS[conflict.kind] ?? conflict.kind}。${rules.map(named).join('；')}`,
    cure(conflict, rules),
  ],
  'missing-headings': ({ path, expected }) => [`不能读取“${path}”：找不到表头，应有：${expected.join('、')}`],
}

const words = {
  columns: { rule: '规则', title: '名称', value: '值', set: '设定' },
  preset: '默认',
  none: '（空）',
  entry: (entry: number) => `第 ${entry} 条`,
  wanted,
  line: {
    value: (value: string) => `  值    ${value}`,
    range: (text: string) => `  应为  ${text}`,
    preset: (value: string) => `  默认  ${value}`,
    source: (text: string) => `  依据  ${text}`,
  },
  setting: (value: string, setting: RuleSet, reason: string, until: number | null) =>
    `  台账第 ${setting.entry} 条 ${setting.at} ${setting.actor}：${value}${reason === '' ? '' : `（${reason}）`}${until === null ? '，现行' : `，至第 ${until} 条止`}`,
  changed: (rule: string, was: string, becomes: string) => `规则 ${rule}：“${was}” → “${becomes}”`,
  same: '规则没有变化',
  named,
}

const help = {
  rules: '规则：各地不同的规定，由本单位设定',
  rulesList: '列出全部规则、现值和设定处',
  rulesShow: '显示一条规则：取值范围、默认值、依据、历史',
  rulesSet: '设定一条规则；值“默认”恢复默认值',
  rulesImport: '从 CSV（规则,值,理由）设定多条规则，全部或全不',
}

export const rulesZh = { reasons, words, help }
export type RuleSentences = typeof rulesZh
