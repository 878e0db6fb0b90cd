import type { RuleNamed, WishPlace } from '../../../core/rules/reasons.ts'
import type { RuleKind } from '../../../core/rules/rule.ts'
import type { RuleConflict } from '../../../core/rules/rules.ts'
import type { RuleSentences } from '../topics/rules.ts'
import { listed, orLike, ruleText } from './phrases.ts'

export const rulesEn: RuleSentences = {
  reasons: {
    'unknown-rule': ({ name, nearest, place }) => [
      `${within(place, 'name')}there is no rule “${name}”${orLike(nearest)}`,
      'ssj rules list shows them all',
    ],
    'invalid-rule-value': ({ standing, value, kind, issue, place }) => [
      `${within(place, 'value')}cannot set rule ${standing.rule} to “${value}”: expected ${wanted(kind)}${issue === null ? '' : ` (${issue})`}`,
      ruleText(standing),
    ],
    'conflicting-rules': ({ conflict, rules }) => [
      `rules ${rules[0].rule} and ${rules[1].rule} contradict each other: ${CONTRADICTS[conflict.kind] ?? conflict.kind}; ${rules.map(ruleText).join('; ')}`,
      cure(conflict, rules),
    ],
  },
  words: {
    columns: {
      rule: 'rule',
      title: 'title',
      value: 'value',
      set: 'set by',
    },
    preset: 'default',
    none: '(empty)',
    entry: entry => `entry ${entry}`,
    wanted,
    line: {
      value: value => `  value    ${value}`,
      range: text => `  allowed  ${text}`,
      preset: value => `  default  ${value}`,
      source: text => `  source   ${text}`,
    },
    setting: (value, setting, reason, until) =>
      `  entry ${setting.entry} ${setting.at} ${setting.actor}: ${value}${reason === '' ? '' : ` (${reason})`}${until === null ? ', in force' : `, until entry ${until}`}`,
    changed: (rule, was, becomes) => `rule ${rule}: “${was}” → “${becomes}”`,
    same: 'no rule has changed',
  },
  help: {
    rules: 'local rules, which each office sets for itself',
    list: 'list all rules, their values and where those were set',
    show: 'show one rule: its allowed values, default, source and history',
    set: 'set a rule; the value “default” restores the default',
    import: 'set rules from a CSV file (rule,value,reason): all of them or none',
  },
}

const within = (place: WishPlace | null, field: keyof WishPlace['headings']) =>
  place === null ? '' : `${place.file} row ${place.row} (${place.headings[field]}): `

/** The values that a rule may have. */
function wanted(kind: RuleKind): string {
  switch (kind.kind) {
    case 'limit':
      return `a whole number from ${kind.least} to ${kind.most}, or “不限” (no limit)`
    case 'count':
      return `a whole number from ${kind.least} to ${kind.most}${kind.word === undefined ? '' : `, or “${kind.word}”`}`
    case 'choice':
      return kind.choices.map(choice => `“${choice}”`).join(' or ')
    case 'words':
      return kind.choices === null
        ? 'words separated by semicolons, or “无” (none)'
        : `any of ${listed(kind.choices)}, separated by semicolons, or “无” (none)`
    case 'condition':
      return 'a condition on targets, such as 信用风险等级=A'
    case 'window':
      return '否 (no), 本年 (this year) or 近N年 (last N years), optionally with 同部门 (same department) or 同事项 (same item)'
    case 'offset':
      return 'an offset from UTC such as +08:00 (Beijing time)'
    case 'sources':
      return 'seed sources, such as 骰子/25 or 双色球;福彩3D; “无” is none'
    case 'figures':
      return `NAME=NUMBER with semicolons between, of ${listed(kind.names)}, each 1 to ${kind.most ?? 100}${kind.sum === null ? '' : `, ${kind.sum} in all`}`
    case 'classes':
      return kind.most === 1
        ? 'one class of risk, or “无” (none)'
        : `${kind.least} to ${kind.most} classes of risk from low to high, separated by semicolons, such as A;B;C;D`
    case 'writers':
      return 'operators and their departments, such as 张三=市监局;李四=卫体局、教科局;王五=全部, or 无'
    case 'month-day':
      return 'a month and day, such as 01-31'
    default:
      return kind satisfies never
  }
}

function cure({ kind, causes }: RuleConflict, [first, second]: readonly [RuleNamed, RuleNamed]): string {
  switch (kind) {
    case 'cap-order':
      return `set ${second.rule} to at least ${first.value}, or ${first.rule} to at most ${second.value}`
    case 'certified-above-staff':
      return `set ${first.rule} to ${second.value} or less, or ${second.rule} to ${first.value} or more`
    case 'step-order':
      return `set ${first.rule} to ${second.value} or less, or ${second.rule} to ${first.value} or more`
    case 'class-unknown':
      return `set ${first.rule} to one of ${second.value}, or add ${first.value} to ${second.rule}`
    case 'cause-unknown':
      return `add ${listed(causes.map(cause => `“${cause}”`))} to ${second.rule}, or remove it from ${first.rule}`
    default:
      return kind satisfies never
  }
}

const CONTRADICTS: Readonly<Record<RuleConflict['kind'], string>> = {
  'cap-order': 'the cap for one department is above the cap for all departments together',
  'certified-above-staff': 'more officers need a certificate than have to go',
  'step-order': 'an earlier step is due after a later one',
  'class-unknown': 'the class to start from is none of the classes of risk',
  'cause-unknown': 'a cause exempt from the caps is not among the causes of visits',
}
