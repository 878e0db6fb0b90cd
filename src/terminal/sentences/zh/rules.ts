import type { RuleNamed, WishPlace } from '../../../core/rules/reasons.ts'
import type { RuleKind } from '../../../core/rules/rule.ts'
import type { RuleConflict } from '../../../core/rules/rules.ts'
import type { RuleSentences } from '../topics/rules.ts'
import { listed, orLike, ruleText } from './phrases.ts'

export const rulesZh: RuleSentences = {
  reasons: {
    'unknown-rule': ({ name, nearest, place }) => [
      `${within(place, 'name')}没有规则“${name}”${orLike(nearest)}`,
      '用 ssj rules list 查看全部规则',
    ],
    'invalid-rule-value': ({ standing, value, kind, issue, place }) => [
      `${within(place, 'value')}不能把规则 ${standing.rule} 设为“${value}”：应为${wanted(kind)}${issue === null ? '' : `（${issue}）`}`,
      ruleText(standing),
    ],
    'conflicting-rules': ({ conflict, rules }) => [
      `规则 ${rules[0].rule} 与 ${rules[1].rule} 相互矛盾：${CONTRADICTS[conflict.kind] ?? conflict.kind}。${rules.map(ruleText).join('；')}`,
      cure(conflict, rules),
    ],
  },
  words: {
    columns: {
      rule: '规则',
      title: '名称',
      value: '值',
      set: '设定',
    },
    preset: '默认',
    none: '（空）',
    entry: entry => `第 ${entry} 条`,
    wanted: wanted,
    line: {
      value: value => `  值    ${value}`,
      range: text => `  应为  ${text}`,
      preset: value => `  默认  ${value}`,
      source: text => `  依据  ${text}`,
    },
    setting: (value, setting, reason, until) =>
      `  台账第 ${setting.entry} 条 ${setting.at} ${setting.actor}：${value}${reason === '' ? '' : `（${reason}）`}${until === null ? '，现行' : `，至第 ${until} 条止`}`,
    changed: (rule, was, becomes) => `规则 ${rule}：“${was}” → “${becomes}”`,
    same: '规则没有变化',
  },
  help: {
    rules: '规则：各地不同的规定，由本单位设定',
    list: '列出全部规则、现值和设定处',
    show: '显示一条规则：取值范围、默认值、依据、历史',
    set: '设定一条规则；值“默认”恢复默认值',
    import: '从 CSV（规则,值,理由）设定多条规则，全部或全不',
  },
}

const within = (place: WishPlace | null, field: keyof WishPlace['headings']) =>
  place === null ? '' : `${place.file} 第 ${place.row} 行（${place.headings[field]}）：`

/** 规则的值应为什么。 */
function wanted(kind: RuleKind): string {
  switch (kind.kind) {
    case 'limit':
      return `整数 ${kind.least}–${kind.most}，或“不限”`
    case 'count':
      return `整数 ${kind.least}–${kind.most}${kind.word === undefined ? '' : `，或“${kind.word}”`}`
    case 'choice':
      return kind.choices.map(choice => `“${choice}”`).join('或')
    case 'words':
      return kind.choices === null
        ? '若干词，用分号分隔，或“无”'
        : `${listed(kind.choices)}中的若干个，用分号分隔，或“无”`
    case 'condition':
      return '检查对象条件，如 信用风险等级=A'
    case 'window':
      return '否、本年、近N年，后面可加“同部门”或“同事项”'
    case 'offset':
      return '与协调世界时之差，如 +08:00（北京时间）'
    case 'sources':
      return '随机源，如 骰子/25，或 双色球;福彩3D；“无”表示没有'
    case 'figures':
      return `“名称=整数”若干项，用分号分隔，名称取自${listed(kind.names)}，每项 1–${kind.most ?? 100}${kind.sum === null ? '' : `，合计 ${kind.sum}`}`
    case 'classes':
      return kind.most === 1
        ? '一个风险等级，或“无”'
        : `风险等级 ${kind.least}–${kind.most} 个，由低到高，用分号分隔，如 A;B;C;D`
    case 'writers':
      return '操作人=部门，如 张三=市监局;李四=卫体局、教科局;王五=全部；“无”表示不限'
    case 'month-day':
      return '月-日，如 01-31'
    default:
      return kind satisfies never
  }
}

function cure({ kind, causes }: RuleConflict, [first, second]: readonly [RuleNamed, RuleNamed]): string {
  switch (kind) {
    case 'cap-order':
      return `把 ${second.rule} 设为不小于 ${first.value}，或把 ${first.rule} 设为不大于 ${second.value}`
    case 'certified-above-staff':
      return `把 ${first.rule} 设为不大于 ${second.value}，或把 ${second.rule} 设为不小于 ${first.value}`
    case 'step-order':
      return `把 ${first.rule} 设为不大于 ${second.value}，或把 ${second.rule} 设为不小于 ${first.value}`
    case 'class-unknown':
      return `把 ${first.rule} 设为 ${second.value} 中的一级，或在 ${second.rule} 中加上 ${first.value}`
    case 'cause-unknown':
      return `把${causes.map(cause => `“${cause}”`).join('、')}加入 ${second.rule}，或从 ${first.rule} 中去掉`
    default:
      return kind satisfies never
  }
}

const CONTRADICTS: Readonly<Record<RuleConflict['kind'], string>> = {
  'cap-order': '一个部门的上限高于各部门合计的上限',
  'certified-above-staff': '须持证的人数多于要求的执法人员数',
  'step-order': '前一步的期限晚于后一步',
  'class-unknown': '起算的等级不在风险等级之列',
  'cause-unknown': '不计入上限的原因不在检查原因之列',
}
