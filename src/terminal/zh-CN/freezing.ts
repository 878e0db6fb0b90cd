import type { ReasonSentences } from '../sentence.ts'
import { rulesZh } from './rules.ts'

const { named } = rulesZh.words
const LACKS = { rate: '抽查比例', frequency: '抽查频次' } as const
const lacking = (lacks: readonly ('rate' | 'frequency')[]) =>
  lacks.map(lack => LACKS[lack] ?? lack).join('和')

const reasons: Pick<
  ReasonSentences,
  | 'item-not-in-force'
  | 'item-rate-exceeded'
  | 'item-frequency-exceeded'
  | 'item-without-limit'
  | 'caps-leave-too-few'
  | 'missing-cause'
  | 'unlisted-cause'
> = {
  'item-not-in-force': ({ task, item, state }) => [
    `任务“${task}”不能冻结：抽查事项“${item}”${state === 'absent' ? '不在抽查事项清单中' : '已标为无效'}`,
    '清单之外不得检查：先修订抽查事项清单，或修改任务的抽查事项',
  ],
  'item-rate-exceeded': ({ task, item, name, limit, base, may, before, now, over, room }) => [
    `任务“${task}”不能冻结：一般事项 ${item}（${name}）的抽查比例上限为“${limit}”，${base} 户至多抽 ${may} 户；本年已抽 ${before} 户，本次至多再抽 ${now} 户，超出 ${over} 户`,
    `把本次抽取数降到 ${room} 户以内，或修订抽查事项清单`,
  ],
  'item-frequency-exceeded': ({ task, item, name, limit, most, targets, rule }) => [
    `任务“${task}”不能冻结：一般事项 ${item}（${name}）的抽查频次上限为“${limit}”，抽样框中有 ${targets} 户本年已抽 ${most} 次`,
    `用“已抽排除”排除这些对象，或把 item-frequency 设为“排除”。${named(rule)}`,
  ],
  'item-without-limit': ({ task, item, name, lacks, rule }) => [
    `任务“${task}”不能冻结：一般事项 ${item}（${name}）没有写明${lacking(lacks)}的上限`,
    `在抽查事项清单中写明上限（如 5%、1次/年）。${named(rule)}`,
  ],
  'caps-leave-too-few': ({ task, wanted, frame, capped, rules }) => [
    `任务“${task}”不能冻结：需要 ${wanted} 户，因年度上限排除 ${capped} 户后只剩 ${frame} 户`,
    `提高上限，或把抽查数量降到 ${frame} 户以内。${rules.map(named).join('；')}`,
  ],
  'missing-cause': ({ task, rule }) => [
    `任务“${task}”不能冻结：专项检查没有写明原因`,
    `用“检查原因”或 --cause 写明。${named(rule)}`,
  ],
  'unlisted-cause': ({ task, cause, rule }) => [
    `任务“${task}”不能冻结：检查原因“${cause}”不在检查原因之列`,
    named(rule),
  ],
}

const words = {
  withdrawn: (reason: string, count: number) => `其中部门因“${reason}”不参加检查 ${count} 户次`,
  unlimited: (item: string, name: string, lacks: readonly ('rate' | 'frequency')[]) =>
    `一般事项 ${item}（${name}）没有写明${lacking(lacks)}的上限，未作比对`,
  ruleWas: (rule: string, title: string, value: string) => `规则 ${rule}（${title}）：${value}`,
  quota: '应抽',
  countCut: (wanted: number, all: number) => `任务要抽 ${wanted} 户，抽样框只有 ${all} 户，全部抽取`,
  causeless: '专项检查没有写明原因',
  itemVersion: (item: string, name: string, since: number) =>
    `事项 ${item} ${name}（台账第 ${since} 条的版本）`,
}

export const freezingZh = { reasons, words }
export type FreezingSentences = typeof freezingZh
