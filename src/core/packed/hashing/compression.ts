import { type Code, constant, get, I, set, tee, V, whileTrue } from './assembler.ts'

/** Where the constants of SHA-256 lie in the memory of the module. */
export const CONSTANTS_AT = 0

/** What a compression is written in, four numbers side by side. */
const FOUR = {
  add: V.add,
  xor: V.xor,
  /** The bits of the first where the third has ones, else of the second. */
  select: (first: Code, second: Code, which: Code): Code => [...first, ...second, ...which, ...V.select],
  rotated: (word: Code, by: number): Code => [
    ...[...word, ...constant(by), ...V.shiftRight],
    ...[...word, ...constant(32 - by), ...V.shiftLeft, ...V.or],
  ],
  shifted: (word: Code, by: number): Code => [...word, ...constant(by), ...V.shiftRight],
  /** The constant at an address, and a place beyond it. */
  constant: (offset: number): Code => V.loadSame(offset),
} as const

/**
 * The rounds of SHA-256 (FIPS 180-4, section 6.2.2) of four texts over a block in sixteen locals and a state in eight, which hold the
 * working variables afterwards; `at` is a local of whole numbers that it may use.
 */
export function rounds(state: number, block: number, at: number): Code {
  const whole = sixteen(state, block, at, true)
  return [
    ...[...constant(CONSTANTS_AT), ...set(at)],
    ...whileTrue(
      [...get(at), ...constant(CONSTANTS_AT + 3 * SIXTEEN), ...I.isLess],
      [...whole, ...get(at), ...constant(SIXTEEN), ...I.add, ...set(at)],
    ),
    ...sixteen(state, block, at, false),
  ]
}

/** Sixteen constants of four bytes. */
const SIXTEEN = 64

/** Sixteen rounds, each of which leaves the word that comes sixteen later in the place of its own. */
function sixteen(state: number, block: number, at: number, goesOn: boolean): Code {
  const code: number[] = []
  const emit = (...parts: readonly Code[]) => {
    for (const part of parts) for (const byte of part) code.push(byte)
  }
  const { add, xor, select, rotated, shifted } = FOUR
  const three = (word: number, x: number, y: number, last: Code) => [
    ...[...rotated(get(word), x), ...rotated(get(word), y), ...xor, ...last, ...xor],
  ]
  for (let i = 0; i < 16; i++) {
    const place = (k: number) => state + ((k - i + 16) & 7)
    const [a, b, c, d] = [place(0), place(1), place(2), place(3)]
    const [e, f, g, h] = [place(4), place(5), place(6), place(7)]
    const word = block + i
    // t1, in the place of h.
    emit(get(h), three(e, 6, 11, rotated(get(e), 25)), add)
    emit(select(get(f), get(g), get(e)), add)
    emit(get(at), FOUR.constant(4 * i), add, get(word), add, tee(h))
    emit(get(d), add, set(d))
    // Majority: where a and b differ, c decides.
    emit(get(h), three(a, 2, 13, rotated(get(a), 22)), add)
    emit(select(get(c), get(b), [...get(a), ...get(b), ...xor]), add, set(h))
    if (!goesOn) continue
    const [near, far] = [block + ((i + 1) & 15), block + ((i + 14) & 15)]
    emit(get(word), three(near, 7, 18, shifted(get(near), 3)), add)
    emit(get(block + ((i + 9) & 15)), add, three(far, 17, 19, shifted(get(far), 10)), add, set(word))
  }
  return code
}
