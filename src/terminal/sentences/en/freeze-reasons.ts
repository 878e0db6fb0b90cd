import { stratumNamedEn } from '../../../core/publication/stratum-name.ts'
import type { FreezeSentences } from '../topics/freeze.ts'
import { counted, itemsNamed, lacking, listed, ruleText } from './phrases.ts'

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

/** What is wrong with the sources of a draw that is announced. */
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
    `task “${task}” cannot be frozen: the office knows or writes the value of every seed source (${listed(sources)}); none is a public event that nobody knows beforehand`,
    'name a public source, such as 骰子/25, 福彩3D 第2026312期 or drand/quicknet/ROUND; any other public event with its form, such as NAME:digits/7. A task of the plan has it in the column 随机源, an ad-hoc task with --source; those of all tasks are set by the rule usual-sources. For a mere trial freeze and draw at once with ssj draw run',
  ],
  'source-without-form': ({ task, source, example }) => [
    `task “${task}” cannot be frozen: the seed source “${source}” does not say how many dice are thrown`,
    `write ${example}`,
  ],
  'one-event-twice': ({ task, sources, isCertain }) => [
    isCertain
      ? `task “${task}” cannot be frozen: its seed sources (${listed(sources)}) are one drawing`
      : `task “${task}” cannot be frozen: its seed sources (${listed(sources)}) go by a number and by a day, and may be one drawing`,
    isCertain
      ? 'keep one of them, and add dice or another lottery'
      : 'name both by their numbers or both by their days; of one drawing keep one, and add dice or another lottery',
  ],
  'source-is-due': ({ task, source, due, now }) => [
    `task “${task}” cannot be frozen: the value of the seed source “${source}” was known at ${due}, and it is ${now}`,
    'freezing comes before the seed: announce a later drawing, round or day',
  ],
  'source-is-known': ({ task, source, draw, value, another }) => [
    `task “${task}” cannot be frozen: the value of the seed source “${source}” is known already; draw ${draw} has “${value}” on record`,
    another === ''
      ? 'announce another source, such as the next drawing or round'
      : `announce another source, or name this event otherwise, such as ${another}`,
  ],
  'weak-seed': ({ task, outcomes, strata, dice, proposal }) => [
    `task “${task}” cannot be frozen: its seed has only ${outcomes} possible values, too few for ${listed(strata.map(stratumNamedEn))}; trying out commitments beforehand could decide who is drawn`,
    `add ${dice} dice: --source '${proposal}'; where it must be so, give --weak-seed --reason TEXT --approver NAME, and every paper will say so`,
  ],
  'twin-frozen': ({ task, draw }) => [
    `task “${task}” cannot be frozen: draw ${draw} is frozen with the same frame and the same seed sources and has not been run; afterwards one could be chosen`,
    'run it or void it with ssj draw void first, or announce other sources; where both are needed, say why with --reason, which goes into the ledger',
  ],
  'unreadable-source': ({ task, source }) => [
    `task “${task}” cannot be frozen: its seed source “${source}” cannot be announced`,
    'write it anew, as 骰子/25, 福彩3D 第2026312期, NAME:digits/5@2026-11-20 10:00#PLACE or drand/quicknet/ROUND',
  ],
}

/** A list that another level drew: why it is not frozen as it is. */
export const ASSIGNED_REASONS: Pick<
  FreezeSentences['reasons'],
  | 'assigned-not-whole'
  | 'assigned-not-taken'
  | 'assigned-other-proof'
  | 'assigned-altered'
  | 'assigned-left-out'
> = {
  'assigned-not-whole': ({ task, by, heading, value, expected }) => [
    `cannot freeze task “${task}”: its list was drawn by ${by} and is inspected as it is, and ${heading} is “${value}”`,
    `${heading} must be “${expected}”; where this office draws, leave 名单抽取机关 empty`,
  ],
  'assigned-not-taken': ({ task, by, mark }) => [
    `cannot freeze task “${task}”: its list was drawn by ${by}, and no list of the digest ${mark} was ever taken`,
    'take it with ssj exchange take and put the condition that it prints into the plan; where this office draws, leave 名单抽取机关 empty',
  ],
  'assigned-other-proof': ({ task, commitment, proof }) => [
    `cannot freeze task “${task}”: its list is from the draw with commitment ${commitment}, and 名单凭证 says “${proof}”`,
    `名单凭证 must be ${commitment}`,
  ],
  'assigned-altered': ({ task, by, entry, added, removed }) => [
    `cannot freeze task “${task}”: the list of ${by} was altered since it was taken (entry ${entry}): ${[
      ...(added.length === 0 ? [] : [`${added.length} more (${listed(added.slice(0, 5))})`]),
      ...(removed.length === 0 ? [] : [`${removed.length} fewer (${listed(removed.slice(0, 5))})`]),
    ].join(', ')}`,
    'give those that are too many another value (撤), and take the same list again for those that are missing; another list is for whoever drew it to send',
  ],
  'assigned-left-out': ({ task, by, left }) => [
    `cannot freeze task “${task}”: ${left.length} of the list of ${by} would be neither drawn nor excluded by name: ${listed(left.slice(0, 5))}`,
    'their departments are probably none of the task: add 配合部门, or correct the registry',
  ],
}
