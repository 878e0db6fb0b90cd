import type { DrawState } from '../../draw/draw-state.ts'
import type { Digest, DrawNumber } from '../../ids.ts'
import { type Document, listDocument } from '../document.ts'

/** One of a year's draws, as the list of all of them has it. */
export interface DrawOfYear {
  readonly number: DrawNumber
  readonly task: string
  readonly attempt: number
  readonly digest: Digest
  readonly state: DrawState
  /** Days by the clock of the office; null where it has no seed. */
  readonly frozen: string
  readonly drawn: string | null
  /** Of one that lapsed: the last day on which it could be run. */
  readonly lapsed?: string
  /** Its seed is one that can be steered. */
  readonly weak?: boolean
  /** It was frozen and drawn at once: nothing was fixed in public before. */
  readonly atOnce?: boolean
  /** Why it is void. */
  readonly reason: string
}

const STATES: Readonly<Record<DrawState, string>> = {
  frozen: '已冻结，尚未抽取',
  drawn: '已抽取',
  void: '已作废',
  failed: '种子组不成检查组，无结果',
  lapsed: '逾期未抽取，已失效',
}

function stateText({ state, lapsed, weak, atOnce }: DrawOfYear): string {
  const until = state === 'lapsed' && lapsed !== undefined ? `（可抽取至 ${lapsed}）` : ''
  const seed = [...(atOnce === true ? ['冻结与抽取同时进行'] : []), ...(weak === true ? ['弱种子'] : [])]
  return `${STATES[state]}${until}${seed.length === 0 ? '' : `（${seed.join('，')}）`}`
}

/**
 * 年度抽取目录: every draw of the year by its number, without gaps, those that wait and those that are void too. Whoever
 * compares two folders of a year sees whether one of them left a draw out.
 */
export function yearOfDraws(draws: readonly DrawOfYear[]): Document {
  return listDocument('年度抽取目录', '年度抽取目录', '', {
    headings: [
      ...['序号', '抽取编号', '任务名称', '抽取次数', '状态', '冻结日期', '抽取日期'],
      ...['承诺摘要（SHA-256）', '作废原因'],
    ],
    rows: draws.map((draw, i) => [
      ...[String(i + 1), draw.number, draw.task, String(draw.attempt), stateText(draw)],
      ...[draw.frozen, draw.drawn ?? '', draw.digest, draw.reason],
    ]),
  })
}
