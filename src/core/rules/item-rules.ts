import { either, type Rule, taskKinds } from './rule.ts'

/** What of the items of a task can refuse it. */
export const ITEM_FAULTS = {
  none: '无事项',
  other: '他部门事项',
  unowned: '无主体',
  unbased: '无依据',
} as const

/** What the list of items means for a task. */
export const ITEM_RULES = [
  {
    name: 'item-limit-kinds',
    zh: '受一般事项上限约束的抽查类型',
    en: 'kinds of task that the limits of 一般 items hold for',
    kind: taskKinds,
    preset: '不定向;定向',
    source: '离政发〔2019〕34号 三（二）、三（六）：专项检查根据实际情况确定抽查比例',
  },
  {
    name: 'item-limit-missing',
    zh: '一般事项没有写明上限时',
    en: 'an 一般 item whose list states no upper limit',
    kind: either('提示', '拒绝'),
    preset: '提示',
    source: '离政发〔2019〕34号 三（二）要求设置上限；现有清单多只写“≥3%”',
  },
  {
    name: 'item-frequency',
    zh: '对象达到一般事项频次上限时',
    en: 'a target that an 一般 item has reached as often as it may',
    kind: either('排除', '拒绝'),
    preset: '排除',
    source: '离政发〔2019〕34号 三（二）：频次设上限；达到者不再抽',
  },
  {
    name: 'items-bind',
    zh: '抽查事项的哪些情形使任务不能冻结',
    en: 'what of its items refuses a task',
    kind: { kind: 'words', choices: Object.values(ITEM_FAULTS) },
    preset: '他部门事项;无主体;无事项;无依据',
    source:
      '离政发〔2019〕34号 三（二）：清单须写明检查主体和检查依据；四（三）：尽职照单免责；清单之外无检查',
  },
] as const satisfies readonly Rule[]
