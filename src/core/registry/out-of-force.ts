/** Words of a registration status that take a target out of force, and the reason code of the exclusion. */
const OUT_OF_FORCE: readonly (readonly [RegExp, string])[] = [
  [/注销/, 'deregistered'],
  [/吊销/, 'revoked'],
  [/撤销/, 'cancelled'],
  [/迁出/, 'moved-out'],
  [/停业|歇业|关闭|停产|停办|关停/, 'closed'],
  [/清算/, 'liquidating'],
  [/无效|失效|终止|竣工|完工|结束/, 'ended'],
]

/**
 * Why a target with this registration status (登记状态) may not be drawn, or null when it is in force. 吊销未注销 is
 * revoked, and not deregistered. A word that is not in the table is in force.
 */
export function outOfForce(status: string): string | null {
  if (status === '' || /存续|在营|在业|开业|在册/.test(status)) return null
  const word = status.replace(/未注销|未吊销/g, '')
  return OUT_OF_FORCE.find(([words]) => words.test(word))?.[1] ?? null
}
