import { either, type Rule } from './rule.ts'

/** What becomes of draws that are frozen and wait for their seed. */
export const WAITING_RULES = [
  {
    name: 'waiting-draws',
    zh: '已冻结未抽取的抽取',
    en: 'draws that are frozen and not yet run',
    kind: either('计入', '不计'),
    preset: '计入',
    source: '国办发〔2024〕54号：不得突破频次上限；冻结后尚不知抽中谁，按可能抽中计',
  },
  {
    name: 'lapse-days',
    zh: '冻结后未抽取的失效天数',
    en: 'days after its sources are known in which a frozen draw is run',
    kind: { kind: 'count', least: 1, most: 366 },
    preset: '30',
    source: '没有统一规定：种子产生后久不抽取的，可能是在挑选结果；到期自行失效并记入台账',
  },
] as const satisfies readonly Rule[]
