import { type Code, constant, get, I, set, V } from '../hashing/assembler.ts'

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
