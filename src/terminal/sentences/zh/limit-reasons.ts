import type { FreezeSentences } from '../topics/freeze.ts'
import { itemsNamed, lacking, ruleText } from './phrases.ts'

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
