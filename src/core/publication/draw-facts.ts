import type { Commitment } from '../draw/commitment/commitment.ts'
import type { Ending } from '../draw/draw-state.ts'
import type { DepartmentCode, Digest, DrawNumber } from '../ids.ts'
import type { LibraryName } from '../registry/libraries/field.ts'
import type { OfficeFacts } from './office-facts.ts'

/** What notices say of a draw: names as the registries had them when it was frozen. */
export interface DrawFacts {
  readonly number: DrawNumber
  readonly attempt: number
  readonly again: Again | null
  readonly void: { readonly reason: string; readonly approver: string } | null
  readonly task: {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly scope: string
    readonly method: string
    readonly from: string
    readonly to: string
  }
  /** What the other system calls the plan and the task; not there where it gave neither a number. */
  readonly numbers?: { readonly plan: string; readonly task: string }
  readonly items: readonly ItemFacts[]
  readonly lead: string
  /** All departments of the task, the lead first. */
  readonly departments: readonly string[]
  readonly commitment: Commitment
  readonly digest: Digest
  readonly frozen: { readonly at: string; readonly by: string }
  readonly drawn: { readonly at: string; readonly by: string }
  /** How far the office's clock was from UTC. */
  readonly offset: string
  readonly circumstances: SeedOrigin
  readonly witnesses: readonly string[]
  /** The two people who read the dice and entered them; not there where nobody was asked. */
  readonly enteredBy?: readonly string[]
  /** In the order announced; a value under seal is null. */
  readonly seed: readonly { readonly source: string; readonly value: string | null }[]
  /** How the registries moved since the freeze before it; null of a draw under version 1 of the law. */
  readonly changes: {
    readonly after: DrawNumber | null
    readonly registries: readonly RegistryChange[]
  } | null
  readonly counts: { readonly drawn: number; readonly reserve: number }
  /** The department for which its seed found no teams; null of a draw that was made. */
  readonly failed: DepartmentCode | null
  /** What papers print of the office that issues them; not there where it has set nothing. */
  readonly office?: OfficeFacts
}

/** How many records of a registry were written (new or changed) and ended between two freezes. */
export interface RegistryChange {
  readonly library: LibraryName
  readonly written: number
  readonly ended: number
}

/** Why a draw is not the first attempt at its task, and who approved. */
export interface Again {
  readonly draw: string
  readonly reason: string
  readonly approver: string
  /** How the one before ended, where it was not made void. */
  readonly ended?: Ending
}

export interface ItemFacts {
  readonly name: string
  readonly content: string
  readonly basis: string
  readonly methods: readonly string[]
}

/** `第1次抽取`, or `本次为第2次抽取，原因：…`. */
export function attemptText(attempt: number, again: Again | null): string {
  if (again === null) return `第${attempt}次抽取`
  const before = again.ended === undefined ? '已作废' : ENDED[again.ended]
  return `本次为第${attempt}次抽取，原因：${again.reason}（批准人：${again.approver}；前一次 ${again.draw} ${before}，记录保留）`
}

/** How an attempt ended that was neither drawn nor made void. */
export const ENDED: Readonly<Record<Ending, string>> = {
  failed: '的种子组不成检查组，没有结果',
  lapsed: '逾期未抽取，已失效',
}

/** The names of the items, as one cell has them. */
export function itemNames(items: readonly ItemFacts[]): string {
  return items.map(({ name }) => name).join('、')
}

/** How commitment and seed came about (record.json, and every notice). */
export interface SeedOrigin {
  readonly committed: 'before' | 'at-once'
  /** Whether this machine made a part of the seed in the open. */
  readonly machine: boolean
  readonly sealed: boolean
  /** Why its seed may be one that can be steered, and who approved; null where it cannot be or nothing was announced. */
  readonly weak: { readonly reason: string; readonly approver: string } | null
}

/** In plain words, which of the three it was: committed before the seed, frozen and drawn at once, a seed of this machine. */
export function statementOf({ committed, machine, sealed, weak }: SeedOrigin): string {
  return [
    STATEMENTS[machine ? 'machine' : committed],
    ...(machine ? [AND[committed]] : []),
    ...(sealed ? [SEALED] : []),
    ...(weak === null ? [] : [WEAK]),
  ].join('')
}

const WEAK = '弱种子：随机源的可能结果太少，不防操纵，经批准仍予使用。'

/** Of a seed that can be steered, why it is used all the same. */
export function weakSentence({ reason, approver }: NonNullable<SeedOrigin['weak']>): string {
  return `弱种子：可能结果太少，不防操纵，经批准仍予使用，理由：${reason}（批准人：${approver}）。`
}

/** Of a draw that was frozen and drawn at once: what every paper of it says. */
export const AT_ONCE = '冻结与抽取同时进行：抽取之前没有公开固定过名单、人员和数量。'

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

/** The numbers of the other system, labelled, as far as they are known. */
export function platformNumbers({
  numbers,
}: Pick<DrawFacts, 'numbers'>): readonly (readonly [string, string])[] {
  const all = [
    ['平台计划编号', numbers?.plan ?? ''],
    ['平台任务编号', numbers?.task ?? ''],
  ] as const
  return all.filter(([, number]) => number !== '')
}
