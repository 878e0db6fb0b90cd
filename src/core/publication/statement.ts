/** How commitment and seed came about (record.json, and every notice). */
export interface Circumstances {
  readonly committed: 'before' | 'at-once'
  /** Whether this machine made a part of the seed in the open. */
  readonly machine: boolean
  readonly sealed: boolean
}

/** In plain words, which of the three it was: committed before the seed, frozen and drawn at once, a seed of this machine. */
export function statementOf({ committed, machine, sealed }: Circumstances): string {
  return [
    STATEMENTS[machine ? 'machine' : committed],
    ...(machine ? [AND[committed]] : []),
    ...(sealed ? [SEALED] : []),
  ].join('')
}

const STATEMENTS = {
  before: '先冻结、后产生种子：抽样框、可匹配人员和抽取数量在种子登记之前已经冻结，承诺摘要形成在先。',
  'at-once': '冻结与抽取同时进行：承诺摘要没有先于种子形成，不能由本记录证明冻结时种子尚不可知。',
  machine: '种子由本机产生：随机数取自经办人员的计算机，不是公众可见的事件，旁人不能独立核实其来源。',
} as const

const AND = {
  before: '抽样框和承诺摘要冻结在先。',
  'at-once': '冻结与抽取同时进行。',
} as const

const SEALED = '另有一个封存的随机源：其值在冻结时产生并由承诺摘要固定，检查结束后公开。'
