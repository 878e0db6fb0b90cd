import type { Commitment } from '../../draw/commitment/commitment.ts'
import { toldChance } from '../../draw/verify/basis.ts'

/** How much chance the announced sources hold, as version 2 of the law counts it, and whether that is enough. */
export function chanceText(commitment: Commitment): readonly string[] {
  const chance = toldChance(commitment)
  if (chance === null) return []
  const { outcomes, bits, steerProof, weak } = chance
  const told = steerProof
    ? '防操纵：事先反复试承诺，对任何一户入样概率的影响不超过其百分之一'
    : `不防操纵：对层 ${weak.join('、')} 而言可能的结果太少，事先反复试承诺可能左右入样概率`
  return [`种子共有 ${outcomes} 种可能（${bits} 位二进制数）；${told}`]
}
