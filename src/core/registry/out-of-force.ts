/** Words of a registration status that take a target out of force, and the reason code of the exclusion: the first that is found. */
export const OUT_OF_FORCE: readonly (readonly [words: readonly string[], reason: string])[] = [
  [['注销'], 'deregistered'],
  [['吊销'], 'revoked'],
  [['撤销'], 'cancelled'],
  [['迁出'], 'moved-out'],
  [['停业', '歇业', '关闭', '停产', '停办', '关停'], 'closed'],
  [['清算'], 'liquidating'],
  [['无效', '失效', '终止', '竣工', '完工', '结束'], 'ended'],
]

/** Words that say that a target is in force, whatever else its status says. */
export const IN_FORCE: readonly string[] = ['存续', '在营', '在业', '开业', '在册']

/** What a status says has not happened. */
export const NOT_YET: readonly string[] = ['未注销', '未吊销']

/**
 * Why a target with this registration status (登记状态) may not be drawn, or null when it is in force. 吊销未注销 is
 * revoked, and not deregistered. A word that is not in the table is in force.
 */
export function outOfForce(status: string): string | null {
  if (status === '' || IN_FORCE.some(word => status.includes(word))) return null
  const word = NOT_YET.reduce((text, words) => text.replaceAll(words, ''), status)
  return OUT_OF_FORCE.find(([words]) => words.some(one => word.includes(one)))?.[1] ?? null
}
