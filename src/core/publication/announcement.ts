import type { Commitment } from '../draw/commitment.ts'
import { redrawNotice } from './circumstances.ts'

/** The text for a notice board that fixes a draw before its seed exists: digest, sizes and the sources to come. */
export function announcement(
  number: string,
  attempt: number,
  /** Why it is not the first attempt. */
  again: string | null,
  commitment: Commitment,
  digest: string,
): string {
  const { task, strata, frame, exclusions, seedSources } = commitment
  const take = strata.reduce((sum, stratum) => sum + stratum.take, 0)
  const reserve = strata.reduce((sum, stratum) => sum + stratum.reserve, 0)
  const notice = redrawNotice(attempt, again)
  return [
    '双随机抽查抽取公告',
    '',
    `抽取编号：${number}（第${attempt}次抽取）`,
    ...(notice === null ? [] : [`${notice}。`]),
    `抽查任务：${task.name}（${task.id}）`,
    `抽样框：${frame.rows} 户；排除：${exclusions.rows} 户；拟抽取：${take} 户；替补：${reserve} 户`,
    ...strata.map(
      ({ stratum, size, take: drawn, reserve: spare }) =>
        `  ${stratum}：${size} 户中抽取 ${drawn} 户，替补 ${spare} 户`,
    ),
    `随机源（依次）：${seedSources.join('；')}`,
    `承诺摘要（SHA-256）：${digest}`,
    '',
    '抽样框、可匹配人员、回避关系和抽取数量已由上述摘要固定。随机源产生后，任何人都可据此重新计算并核对抽取结果。',
    '',
  ].join('\n')
}
