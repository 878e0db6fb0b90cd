/** Whether drand can have a round of this number: it is hashed as eight bytes. */
export function isDrandRound(round: bigint): boolean {
  return round > 0n && round < 2n ** 64n
}

/** When a round of drand's quicknet is due, in seconds since 1970 (its chain information: first round and period). */
export function secondsOfRound(round: bigint): bigint {
  return 1_692_803_367n + (round - 1n) * 3n
}
