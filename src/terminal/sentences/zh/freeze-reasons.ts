import { stratumNamed } from '../../../core/publication/stratum-name.ts'
import type { FreezeSentences } from '../topics/freeze.ts'
import { itemsNamed, lacking, listed, ruleText } from './phrases.ts'

/** What is said where a limit of the rules or of an item refuses a freeze. */
export const LIMIT_REASONS: Pick<
  FreezeSentences['reasons'],
  | 'item-rate-exceeded'
  | 'item-frequency-exceeded'
  | 'item-without-limit'
  | 'item-without-body'
  | 'item-without-basis'
  | 'caps-leave-too-few'
  | 'waiting-leave-too-few'
> = {
  'item-rate-exceeded': ({ task, item, name, limit, base, may, before, waiting, now, over, room }) => [
    `任务“${task}”不能冻结：一般事项 ${item}（${name}）的抽查比例上限为“${limit}”，${base} 户至多抽 ${may} 户；本年已抽 ${before} 户，${waiting === 0 ? '' : `已冻结未抽取的至多再抽 ${waiting} 户，`}本次至多再抽 ${now} 户，超出 ${over} 户`,
    room === 0
      ? '修订抽查事项清单，或改在以后的年度抽取'
      : `把本次抽取数降到 ${room} 户以内，或修订抽查事项清单`,
  ],
  'item-frequency-exceeded': ({ task, item, name, limit, most, targets, rule }) => [
    `任务“${task}”不能冻结：一般事项 ${item}（${name}）的抽查频次上限为“${limit}”，抽样框中有 ${targets} 户本年已抽 ${most} 次`,
    `用“已抽排除”排除这些对象，或把 item-frequency 设为“排除”。${ruleText(rule)}`,
  ],
  'item-without-body': ({ task, items, rule }) => [
    `任务“${task}”不能冻结：${itemsNamed(items)}没有写明检查主体`,
    `先在抽查事项清单中写明检查主体（或参检部门）。${ruleText(rule)}`,
  ],
  'item-without-basis': ({ task, items, rule }) => [
    `任务“${task}”不能冻结：${itemsNamed(items)}没有检查依据`,
    `先在抽查事项清单中写明检查依据。${ruleText(rule)}`,
  ],
  'item-without-limit': ({ task, item, name, lacks, rule }) => [
    `任务“${task}”不能冻结：一般事项 ${item}（${name}）没有写明${lacking(lacks)}的上限`,
    `在抽查事项清单中写明上限（如 5%、1次/年）。${ruleText(rule)}`,
  ],
  'caps-leave-too-few': ({ task, wanted, frame, capped, rules }) => [
    `任务“${task}”不能冻结：需要 ${wanted} 户，因年度上限排除 ${capped} 户后只剩 ${frame} 户`,
    `提高上限${frame === 0 ? '' : `，或把抽查数量降到 ${frame} 户以内`}。${rules.map(ruleText).join('；')}`,
  ],
  'waiting-leave-too-few': ({ task, wanted, frame, waiting, draws, rule }) => [
    `任务“${task}”不能冻结：需要 ${wanted} 户，只剩 ${frame} 户；另有 ${waiting} 户在已冻结未抽取的名单中（${draws.join('、')}），抽中即不得再抽`,
    `先抽取或作废 ${draws.join('、')}，再冻结。${ruleText(rule)}`,
  ],
}

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
    '写明一个公开的随机源，如 骰子/25、福彩3D 第2026312期、drand/quicknet/轮次；其他公开的事件写明形式，如 某彩票 第26135期:digits/7。计划中的任务写在年度计划的“随机源”一列，临时任务用 --source；各任务都用的可设规则 usual-sources（随机源）。仅试用时用 ssj draw run 同时冻结并抽取',
  ],
  'source-without-form': ({ task, source, example }) => [
    `任务“${task}”不能冻结：随机源“${source}”没有写明掷几颗骰子`,
    `写作 ${example}`,
  ],
  'one-event-twice': ({ task, sources, isCertain }) => [
    isCertain
      ? `任务“${task}”不能冻结：随机源（${listed(sources)}）是同一次开奖`
      : `任务“${task}”不能冻结：随机源（${listed(sources)}）一个写期号、一个写日期，可能是同一次开奖`,
    isCertain
      ? '只留一个，另加骰子或另一种彩票'
      : '两期都写期号或都写日期；是同一次的只留一个，另加骰子或另一种彩票',
  ],
  'source-is-due': ({ task, source, due, now }) => [
    `任务“${task}”不能冻结：随机源“${source}”的值在 ${due} 已经产生，现在是 ${now}`,
    '冻结必须先于随机源：改用以后的一期、一轮或一天，如 福彩3D 下一期、骰子/25@明天的日期',
  ],
  'source-is-known': ({ task, source, draw, value, another }) => [
    `任务“${task}”不能冻结：随机源“${source}”的值已经知道，抽取 ${draw} 记有“${value}”`,
    another === '' ? '换一个随机源，如下一期、下一轮' : `换一个随机源，或给这一次另起名称，如 ${another}`,
  ],
  'weak-seed': ({ task, outcomes, strata, dice, proposal }) => [
    `任务“${task}”不能冻结：随机源一共只有 ${outcomes} 种可能，对层 ${listed(strata.map(stratumNamed))} 来说太少，事先反复试承诺可以左右谁被抽中`,
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

/** 上级抽取派发的名单。 */
export const ASSIGNED_REASONS: Pick<
  FreezeSentences['reasons'],
  | 'assigned-not-whole'
  | 'assigned-not-taken'
  | 'assigned-other-proof'
  | 'assigned-altered'
  | 'assigned-left-out'
> = {
  'assigned-not-whole': ({ task, by, heading, value, expected }) => [
    `任务“${task}”不能冻结：名单由 ${by} 抽取派发，应当照单全部检查，“${heading}”现为“${value}”`,
    `“${heading}”应为“${expected}”；由本级抽取的，去掉“名单抽取机关”`,
  ],
  'assigned-not-taken': ({ task, by, mark }) => [
    `任务“${task}”不能冻结：名单由 ${by} 抽取派发，而台账里没有取入过摘要为 ${mark} 的名单`,
    '先用 ssj exchange take 取入名单，再把它给出的检查对象条件写进计划；由本级抽取的，去掉“名单抽取机关”',
  ],
  'assigned-other-proof': ({ task, commitment, proof }) => [
    `任务“${task}”不能冻结：名单取自承诺 ${commitment} 的抽取，计划的名单凭证写的是“${proof}”`,
    `名单凭证应为 ${commitment}`,
  ],
  'assigned-altered': ({ task, by, entry, added, removed }) => [
    `任务“${task}”不能冻结：${by} 派发的名单在取入（台账第 ${entry} 条）以后被改动：${[
      ...(added.length === 0 ? [] : [`多了 ${added.length} 个（${listed(added.slice(0, 5))}）`]),
      ...(removed.length === 0 ? [] : [`少了 ${removed.length} 个（${listed(removed.slice(0, 5))}）`]),
    ].join('，')}`,
    '多的把标记改成别的（如“撤”）；少的重新取入同一份名单。名单要改，由抽取机关另发一份',
  ],
  'assigned-left-out': ({ task, by, left }) => [
    `任务“${task}”不能冻结：${by} 派发的名单里有 ${left.length} 个既抽不到也没有写明排除：${listed(left.slice(0, 5))}`,
    '多半是监管部门不在任务的发起、配合部门之中：补上配合部门，或更正名录库',
  ],
}
