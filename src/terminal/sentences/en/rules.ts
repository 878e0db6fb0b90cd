import type { RuleNamed } from '../../../core/rules/reasons.ts'
import type { RuleKind } from '../../../core/rules/rule-book.ts'
import type { RuleConflict } from '../../../core/rules/rules.ts'
import type { RuleSentences } from '../topics/rules.ts'
import { listed, orLike, ruleText } from './phrases.ts'

export const rulesEn: RuleSentences = {
  reasons: {
    'unknown-rule': ({ name, nearest, row }) => [
      `${inRow(row)}there is no rule “${name}”${orLike(nearest)}`,
      'ssj rules list shows all rules',
    ],
    'invalid-rule-value': ({ standing, value, kind, issue, row }) => [
      `${inRow(row)}cannot set rule ${standing.rule} to “${value}”: it should be ${wanted(kind)}${issue === null ? '' : ` (${issue})`}`,
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
    preset: 'preset',
    none: '(empty)',
    entry: entry => `entry ${entry}`,
    wanted: wanted,
    line: {
      value: value => `  value   ${value}`,
      range: text => `  may be  ${text}`,
      preset: value => `  preset  ${value}`,
      source: text => `  source  ${text}`,
    },
    setting: (value, setting, reason, until) =>
      `  entry ${setting.entry} ${setting.at} ${setting.actor}: ${value}${reason === '' ? '' : ` (${reason})`}${until === null ? ', in force' : `, until entry ${until}`}`,
    changed: (rule, was, becomes) => `rule ${rule}: “${was}” → “${becomes}”`,
    same: 'no rule changed',
  },
  help: {
    rules: 'rules that differ between places, set by the office',
    list: 'all rules, their values and where those were set',
    show: 'one rule: what it may be, its preset, the source, its history',
    set: 'sets a rule; the value “default” restores the preset',
    import: 'sets rules from a CSV (rule,value,reason), all or none',
  },
}

const inRow = (row: number | null) => (row === null ? '' : `row ${row}: `)

/** What a value of a rule should be. */
function wanted(kind: RuleKind): string {
  switch (kind.kind) {
    case 'limit':
      return `a whole number from ${kind.least} to ${kind.most}, or “不限” (none)`
    case 'count':
      return `a whole number from ${kind.least} to ${kind.most}`
    case 'choice':
      return kind.choices.map(choice => `“${choice}”`).join(' or ')
    case 'words':
      return kind.choices === null
        ? 'some words, separated by semicolons, or “无” (none)'
        : `some of ${listed(kind.choices)}, separated by semicolons, or “无” (none)`
    case 'condition':
      return 'a condition on targets such as 信用风险等级=A'
    case 'window':
      return '否 (no), 本年 (this year) or 近N年 (last N years), then perhaps 同部门 (same department) or 同事项 (same item)'
    case 'month-day':
      return 'month-day, such as 01-31'
    default:
      return kind satisfies never
  }
}

function cure({ kind, causes }: RuleConflict, [first, second]: readonly [RuleNamed, RuleNamed]): string {
  switch (kind) {
    case 'cap-order':
      return `set ${second.rule} to at least ${first.value}, or ${first.rule} to at most ${second.value}`
    case 'cause-unknown':
      return `add ${causes.map(cause => `“${cause}”`).join(', ')} to ${second.rule}, or take it out of ${first.rule}`
    default:
      return kind satisfies never
  }
}

const CONTRADICTS: Readonly<Record<RuleConflict['kind'], string>> = {
  'cap-order': 'the limit of one department is above that of all together',
  'cause-unknown': 'a cause that caps do not count is not among the causes of visits',
}
