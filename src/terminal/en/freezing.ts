import type { FreezingSentences } from '../zh-CN/freezing.ts'
import { rulesEn } from './rules.ts'

const { named } = rulesEn.words
const lacking = (lacks: readonly ('rate' | 'frequency')[]) => lacks.join(' and ')

export const freezingEn: FreezingSentences = {
  reasons: {
    'item-not-in-force': ({ task, item, state }) => [
      `cannot freeze task “${task}”: item “${item}” ${state === 'absent' ? 'is not in the list of items' : 'is marked as not valid'}`,
      'nothing outside the list is inspected: revise the list of items, or the items of the task',
    ],
    'item-rate-exceeded': ({ task, item, name, limit, base, may, before, now, over, room }) => [
      `cannot freeze task “${task}”: the 一般 item ${item} (${name}) has an upper limit of “${limit}”, at most ${may} of ${base} targets; ${before} were drawn this year, this draw brings up to ${now} more: ${over} too many`,
      `draw no more than ${room} this time, or revise the list of items`,
    ],
    'item-frequency-exceeded': ({ task, item, name, limit, most, targets, rule }) => [
      `cannot freeze task “${task}”: the 一般 item ${item} (${name}) may come “${limit}”, and ${targets} targets of the frame were drawn ${most} times this year`,
      `leave them out with 已抽排除 (--exclude-drawn), or set item-frequency to “排除”; ${named(rule)}`,
    ],
    'item-without-limit': ({ task, item, name, lacks, rule }) => [
      `cannot freeze task “${task}”: the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}`,
      `state it in the list of items (5%, 1次/年); ${named(rule)}`,
    ],
    'caps-leave-too-few': ({ task, wanted, frame, capped, rules }) => [
      `cannot freeze task “${task}”: it needs ${wanted} targets; the yearly caps exclude ${capped} and leave ${frame}`,
      `raise the cap, or ask for no more than ${frame}; ${rules.map(named).join('; ')}`,
    ],
    'missing-cause': ({ task, rule }) => [
      `cannot freeze task “${task}”: a 专项 task without a cause`,
      `name it in 检查原因 or with --cause; ${named(rule)}`,
    ],
    'unlisted-cause': ({ task, cause, rule }) => [
      `cannot freeze task “${task}”: the cause “${cause}” is not among the causes of visits`,
      named(rule),
    ],
  },
  words: {
    withdrawn: (reason, count) => `departments kept away (${reason}): ${count}`,
    unlimited: (item, name, lacks) =>
      `the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}: not compared`,
    ruleWas: (rule, title, value) => `rule ${rule} (${title}): ${value}`,
    quota: 'exact',
    countCut: (wanted, all) => `the task asks for ${wanted} targets, the frame has ${all}: all are taken`,
    causeless: 'a 专项 task without a cause',
    itemVersion: (item, name, since) => `item ${item} ${name} (as of entry ${since})`,
  },
}
