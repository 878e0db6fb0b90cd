import { type Code, constant, get, I, set, tee, V, whenTrue, whileTrue } from '../hashing/assembler.ts'

/** Words that the loops are written in: each leaves its value, or puts it into a local. */
export const plus = (a: Code, b: Code): Code => [...a, ...b, ...I.add]
export const minus = (a: Code, b: Code): Code => [...a, ...b, ...I.subtract]
export const both = (a: Code, b: Code): Code => [...a, ...b, ...I.and]
export const isLess = (a: Code, b: Code): Code => [...a, ...b, ...I.isLess]
export const isSame = (a: Code, b: Code): Code => [...a, ...b, ...I.isSame]
export const shifted = (a: Code, by: number): Code => [...a, ...constant(by), ...I.shiftLeft]
export const put = (local: number, value: Code): Code => [...value, ...set(local)]
export const grow = (local: number, by: Code): Code => put(local, plus(get(local), by))
export const load = (at: Code, offset = 0): Code => [...at, ...I.load(offset)]
export const store = (at: Code, value: Code, offset = 0): Code => [...at, ...value, ...I.store(offset)]
export const byteAt = (at: Code, offset = 0): Code => [...at, ...I.loadByte(offset)]
export const vectorAt = (at: Code): Code => [...at, ...V.load(0)]
/** Of sixteen bytes, one bit each: which are the same in both. */
export const sameIn = (a: Code, b: Code): Code => [...a, ...b, ...V.areSameBytes, ...V.topBits]
export const all16 = constant(0xffff)
export const nought = constant(0)

/** Moves the place in `at` on to the next byte of this value, sixteen at a time: where there is none before `end`, to it or beyond. */
export function seek(at: number, end: number, mask: number, byte: number): Code {
  const look = put(mask, sameIn(vectorAt(get(at)), [...constant(byte), ...V.sameByte]))
  return [
    ...look,
    ...whileTrue(both([...get(mask), ...I.isNought], isLess(get(at), get(end))), [
      ...grow(at, constant(16)),
      ...look,
    ]),
    ...grow(at, [...get(mask), ...I.noughtsBelow]),
  ]
}

/** Counts in `k` the bytes from two places on that are the same, sixteen at a time: where all of `most` are, so many or more. */
export function passSame(k: number, most: number, mask: number, one: number, other: number): Code {
  const differing: Code = [
    ...[...sameIn(vectorAt(plus(get(one), get(k))), vectorAt(plus(get(other), get(k)))), ...all16],
    ...[...I.xor, ...tee(mask), ...I.isNought],
  ]
  return [
    ...put(k, nought),
    ...whileTrue(both(isLess(get(k), get(most)), differing), grow(k, constant(16))),
    ...whenTrue(isLess(get(k), get(most)), grow(k, [...get(mask), ...I.noughtsBelow])),
  ]
}
