import type { Ending } from '../../draw/draw-state.ts'
import type { SubstitutionRow } from '../../draw/folder/tables.ts'
import { AT_ONCE, ENDED, type SeedOrigin, weakSentence } from '../draw-facts.ts'
import type { TargetFacts } from '../people.ts'
import { maskText } from '../private-data.ts'
import { publicDecision, type Showing } from '../public-facts.ts'
import { changesShown, publicChanges, reasonLabel } from './substitutions.ts'

/** An attempt at a task, as the notice of a later one counts it. */
export interface EarlierAttempt {
  readonly draw: string
  readonly attempt: number
  /** Why it is void. */
  readonly reason: string
  /** How it ended, where it was not made void. */
  readonly ended?: Ending
}

/** What became of a draw beside its result, as whoever reads it may know it. */
export interface Circumstances {
  readonly draw: string
  readonly attempt: number
  /** Why there was a further attempt, and the attempts before it. */
  readonly reason: string | null
  readonly earlier: readonly EarlierAttempt[]
  readonly void: { readonly reason: string; readonly approver: string } | null
  readonly committed: SeedOrigin['committed']
  /** Why its seed may be one that can be steered, and who approved. */
  readonly weak: SeedOrigin['weak']
  /** The department for which its seed found no teams. */
  readonly failed: string | null
  readonly changes: readonly SubstitutionRow[]
}

/** 本次为第2次抽取，原因：…: what a notice says of a further attempt; null for the first. */
function redrawNotice(attempt: number, reason: string | null): string | null {
  return attempt < 2 ? null : `本次为第${attempt}次抽取${reason === null ? '' : `，原因：${reason}`}`
}

/** The same for the public. */
export function publicCircumstances(happened: Circumstances, { officials }: Showing): Circumstances {
  const { reason, earlier, void: voided, weak, changes } = happened
  return {
    ...happened,
    reason: reason && maskText(reason),
    earlier: earlier.map(other => ({ ...other, reason: maskText(other.reason) })),
    void: voided && publicDecision(voided, officials),
    weak: weak && publicDecision(weak, officials),
    changes: changesShown(changes, officials),
  }
}

/** That a seed was used up and drew nobody. */
export function failedSentence(department: string): string {
  return `种子已登记，按此种子${department}组不成检查组：没有抽中任何检查对象；承诺只有一个种子，已经用掉，再次抽取须另行冻结并公布。`
}

function earlierSentence({ attempt, draw, reason, ended }: EarlierAttempt): string {
  const state = ended === undefined ? `已作废，原因：${reason}` : ENDED[ended]
  return `第${attempt}次抽取（${draw}）${state}。`
}

/** 抽取情况说明: what the public must be told of a draw beside its result; null where all went as it should. */
export function circumstances(
  { draw, attempt, reason, earlier, void: voided, committed, weak, failed, changes }: Circumstances,
  target: (id: string) => TargetFacts,
): string | null {
  const notice = redrawNotice(attempt, reason)
  const targets = publicChanges(changes)
  if (notice === null && voided === null && weak === null && failed === null && targets.length === 0)
    return null
  const named = (id: string) => `${target(id).name}（${id}）`
  return [
    '双随机抽查抽取情况说明',
    '',
    `抽取编号：${draw}`,
    ...(voided === null
      ? []
      : [`本次抽取已作废，原因：${voided.reason}；批准人：${voided.approver}。结果只供查阅。`]),
    ...(committed === 'at-once' ? [AT_ONCE] : []),
    ...(weak === null ? [] : [weakSentence(weak)]),
    ...(failed === null ? [] : [failedSentence(failed)]),
    ...(notice === null ? [] : [`${notice}。`]),
    ...earlier.map(earlierSentence),
    ...(targets.length === 0 ? [] : [`替换检查对象 ${targets.length} 次，递补次序在抽取时已由种子确定：`]),
    ...targets.map(
      row =>
        `  ${named(row.out)}退出，原因：${reasonLabel(row.reason)}；${row.in === '' ? '没有替补' : `由${named(row.in)}递补`}。`,
    ),
    '',
  ].join('\n')
}
