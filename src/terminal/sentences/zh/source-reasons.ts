import type { FreezeSentences } from '../topics/freeze.ts'
import { listed } from './phrases.ts'

/** 要公布的随机源有什么问题。 */
export const SOURCE_REASONS: Pick<
  FreezeSentences['reasons'],
  | 'no-public-source'
  | 'source-without-form'
  | 'one-event-twice'
  | 'source-is-due'
  | 'source-is-known'
  | 'weak-seed'
  | 'twin-frozen'
  | 'unreadable-source'
> = {
  'no-public-source': ({ task, sources }) => [
    `任务“${task}”不能冻结：随机源（${listed(sources)}）都由本机关掌握，没有一个是公众可见、事先无人知道的`,
    '加一个公开的随机源，如 --source 骰子/25、福彩3D 第2026312期、drand/quicknet/轮次；各任务都用的可设规则 usual-sources。仅试用时用 ssj draw run 同时冻结并抽取',
  ],
  'source-without-form': ({ task, source }) => [
    `任务“${task}”不能冻结：随机源“${source}”没有写明掷几颗骰子`,
    `写作 ${source}/25`,
  ],
  'one-event-twice': ({ task, sources }) => [
    `任务“${task}”不能冻结：随机源（${listed(sources)}）是同一次开奖`,
    '只留一个，另加骰子或另一种彩票',
  ],
  'source-is-due': ({ task, source, due, now }) => [
    `任务“${task}”不能冻结：随机源“${source}”的值在 ${due} 已经产生，现在是 ${now}`,
    '冻结必须先于随机源：改用以后的一期、一轮或一天，如 福彩3D 下一期、骰子/25@明天的日期',
  ],
  'source-is-known': ({ task, source, draw, value }) => [
    `任务“${task}”不能冻结：随机源“${source}”的值已经知道，抽取 ${draw} 记有“${value}”`,
    `换一个随机源，或给这一次另起名称，如 ${source} 第2次`,
  ],
  'weak-seed': ({ task, outcomes, strata, dice, proposal }) => [
    `任务“${task}”不能冻结：随机源一共只有 ${outcomes} 种可能，对层 ${listed(strata)} 来说太少，事先反复试承诺可以左右谁被抽中`,
    `再加 ${dice} 颗骰子：--source '${proposal}'；确需如此的，用 --weak-seed --reason 理由 --approver 批准人，所有文书都会写明`,
  ],
  'twin-frozen': ({ task, draw }) => [
    `任务“${task}”不能冻结：抽取 ${draw} 已用同样的抽样框和随机源冻结，尚未抽取，事后可以挑一次来用`,
    '先抽取或用 ssj draw void 作废那一次，或换随机源；确需两次的，用 --reason 写明理由，记入台账',
  ],
  'unreadable-source': ({ task, source }) => [
    `任务“${task}”不能冻结：随机源“${source}”不能公布`,
    '改写随机源，如 骰子/25、福彩3D 第2026312期、名称:digits/5@2026-11-20 10:00#地点、drand/quicknet/轮次',
  ],
}
