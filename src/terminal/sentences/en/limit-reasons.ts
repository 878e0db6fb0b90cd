import type { FreezeSentences } from '../topics/freeze.ts'
import { counted, itemsNamed, lacking, ruleText } from './phrases.ts'

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
    `cannot freeze task “${task}”: the 一般 item ${item} (${name}) has an upper limit of “${limit}”: at most ${may} of ${base} targets; ${before} were drawn this year${waiting === 0 ? '' : `, draws that are frozen and not yet run may add ${waiting},`} and this draw may add ${now}, which is ${over} too many`,
    `draw ${room === 0 ? 'in a later year' : `no more than ${room} this time`}, or revise the list of items`,
  ],
  'item-frequency-exceeded': ({ task, item, name, limit, most, targets, rule }) => [
    `cannot freeze task “${task}”: the 一般 item ${item} (${name}) may be inspected “${limit}”, and ${counted(targets, 'target')} in the frame have already been drawn ${counted(most, 'time')} this year`,
    `exclude them with 已抽排除 (--exclude-drawn), or set item-frequency to “排除”; ${ruleText(rule)}`,
  ],
  'item-without-body': ({ task, items, rule }) => [
    `cannot freeze task “${task}”: the list of items does not say who inspects (检查主体): ${itemsNamed(items)}`,
    `state 检查主体 (or 参检部门) in the list of items first; ${ruleText(rule)}`,
  ],
  'item-without-basis': ({ task, items, rule }) => [
    `cannot freeze task “${task}”: without a legal basis in the list of items: ${itemsNamed(items)}`,
    `state 检查依据 in the list of items first; ${ruleText(rule)}`,
  ],
  'item-without-limit': ({ task, item, name, lacks, rule }) => [
    `cannot freeze task “${task}”: the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}`,
    `state it in the list of items (5%, 1次/年); ${ruleText(rule)}`,
  ],
  'caps-leave-too-few': ({ task, wanted, frame, capped, rules }) => [
    `cannot freeze task “${task}”: it needs ${counted(wanted, 'target')}; the yearly caps exclude ${capped} and leave ${frame}`,
    `raise the cap${frame === 0 ? '' : `, or draw no more than ${frame}`}; ${rules.map(ruleText).join('; ')}`,
  ],
  'waiting-leave-too-few': ({ task, wanted, frame, waiting, draws, rule }) => [
    `cannot freeze task “${task}”: it needs ${counted(wanted, 'target')} and ${frame} are left; ${waiting} others stand in frames of draws that are frozen and not yet run (${draws.join(', ')}), and once drawn may not be drawn again`,
    `run ${draws.join(', ')} or make it void before; ${ruleText(rule)}`,
  ],
}
