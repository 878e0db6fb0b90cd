import { either, type Rule } from './rule.ts'

/** Lists that another level drew (市抽县查): who is inspected is given, who inspects is drawn here. */
export const ASSIGNED_RULES = [
  {
    name: 'assigned-lists',
    zh: '上级抽取派发的名单',
    en: 'lists that another level drew and handed down',
    kind: either('照单检查', '按本级抽取'),
    preset: '照单检查',
    source: '各地年度计划的抽查模式：市抽市查、市抽县（区）查；名单由上级抽定，本级只匹配检查人员',
  },
] as const satisfies readonly Rule[]
