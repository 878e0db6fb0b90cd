import type { Rule, RuleKind } from './rule.ts'

const limit: RuleKind = { kind: 'limit', least: 1, most: 366 }
const CHENGDU =
  '成都市“一码检查”：对同一企业一天超过一次、一周超过两次、一个月超过三次的予以标记；全国没有统一数字'

/** How often a firm is visited within a short time, and who finds nothing again and again; what is beyond is told, and refused where `refused-doubts` says so. */
export const FREQUENCY_RULES = [
  {
    name: 'visits-per-day',
    zh: '同一对象一天内检查次数上限',
    en: 'visits to one target in a day, all departments together',
    kind: limit,
    preset: '1',
    source: CHENGDU,
  },
  {
    name: 'visits-per-week',
    zh: '同一对象一周内检查次数上限',
    en: 'visits to one target in a week (Monday to Sunday)',
    kind: limit,
    preset: '2',
    source: CHENGDU,
  },
  {
    name: 'visits-per-month',
    zh: '同一对象一个月内检查次数上限',
    en: 'visits to one target in a month of the calendar',
    kind: limit,
    preset: '3',
    source: CHENGDU,
  },
  {
    name: 'empty-visits',
    zh: '同一人员一年内未发现问题的检查达到几次提示',
    en: 'visits of one inspector in a year that found nothing, from which on it is told',
    kind: limit,
    preset: '3',
    source: '成都市“一码检查”：同一检查人员一年内三次检查未发现问题的，须说明；全国没有统一数字',
  },
] as const satisfies readonly Rule[]
