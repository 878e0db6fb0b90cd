import { type Code, call, constant, get, I, set, tee, V, type WasmFunction, whileTrue } from './assembler.ts'
import { rounds } from './compression.ts'
import { LAYOUT, SLOT } from './layout.ts'
import { padded, times } from './single-functions.ts'

/** Takes the block of four texts into their states. */
function compressFour(): WasmFunction {
  const [at, state, block] = [0, 1, 9]
  const [states, blocks] = [LAYOUT.states, LAYOUT.block]
  return {
    ...{ name: null, parameters: 0, results: 0, integers: 1, vectors: 24 },
    code: [
      ...times(8, i => [...constant(0), ...V.load(states + 16 * i), ...set(state + i)]),
      ...times(16, i => [...constant(0), ...V.load(blocks + 16 * i), ...set(block + i)]),
      ...rounds(state, block, at),
      ...times(8, i => [
        ...[...constant(0), ...constant(0), ...V.load(states + 16 * i), ...get(state + i), ...V.add],
        ...V.store(states + 16 * i),
      ]),
    ],
  }
}

function many(): WasmFunction {
  const [count, byte, before] = [0, 1, 2]
  const [i, at, most, own, b] = [3, 4, 5, 6, 7]
  const [sizes, mask] = [8, 9]
  const textOf = (l: number): Code => [
    ...[...get(i), ...constant(l), ...I.add, ...get(count), ...constant(1), ...I.subtract],
    ...[...get(i), ...constant(l), ...I.add, ...get(count), ...I.isLess, ...I.choose],
    ...[...constant(3), ...I.shiftLeft, ...set(at)],
    ...[...constant(LAYOUT.slots + l * SLOT), ...get(at), ...I.load(LAYOUT.bounds)],
    ...[...get(at), ...I.load(LAYOUT.bounds + 4), ...get(at), ...I.load(LAYOUT.bounds), ...I.subtract],
    ...[...get(byte), ...get(before), ...call(PADDED), ...tee(own)],
    ...[...get(most), ...get(own), ...get(most), ...I.isMore, ...I.choose, ...set(most)],
    // How many blocks the text has, in its lane of a vector in memory.
    ...[...constant(0), ...get(own), ...I.store(SIZES + 4 * l)],
  ]
  return {
    ...{ name: 'many', parameters: 3, results: 0, integers: 5, vectors: 2 },
    code: whileTrue(
      [...get(i), ...get(count), ...I.isLess],
      [
        ...[...constant(0), ...set(most)],
        ...times(4, textOf),
        ...[...constant(0), ...V.load(SIZES), ...set(sizes)],
        ...times(8, k => [
          ...constant(0),
          ...constant(0),
          ...V.loadSame(LAYOUT.start + 4 * k),
          ...V.store(LAYOUT.states + 16 * k),
        ]),
        ...[...constant(0), ...set(b)],
        ...whileTrue(
          [...get(b), ...get(most), ...I.isLess],
          [
            ...times(16, t => [
              ...[...constant(0), ...get(b), ...constant(6), ...I.shiftLeft, ...tee(at)],
              ...[...V.zero, ...V.loadLane(LAYOUT.slots + 4 * t, 0)],
              ...times(3, l => [
                ...set(mask),
                ...get(at),
                ...get(mask),
                ...V.loadLane(LAYOUT.slots + (l + 1) * SLOT + 4 * t, l + 1),
              ]),
              ...[...tee(mask), ...get(mask), ...V.swapBytes, ...V.store(LAYOUT.block + 16 * t)],
            ]),
            ...times(8, k => [
              ...constant(0),
              ...constant(0),
              ...V.load(LAYOUT.states + 16 * k),
              ...V.store(LAYOUT.former + 16 * k),
            ]),
            ...call(COMPRESS_FOUR),
            // A text that has ended keeps its state.
            ...[...get(sizes), ...get(b), ...V.sameNumber, ...V.isMore, ...set(mask)],
            ...times(8, k => [
              ...[...constant(0), ...constant(0), ...V.load(LAYOUT.states + 16 * k), ...constant(0)],
              ...[
                ...V.load(LAYOUT.former + 16 * k),
                ...get(mask),
                ...V.select,
                ...V.store(LAYOUT.states + 16 * k),
              ],
            ]),
            ...[...get(b), ...constant(1), ...I.add, ...set(b)],
          ],
        ),
        ...output(i),
        ...[...get(i), ...constant(4), ...I.add, ...set(i)],
      ],
    ),
  }
}

/** Writes the four states as four digests, the first at the index in a local. */
function output(i: number): Code {
  return times(4, l =>
    times(8, k => [
      ...[...get(i), ...constant(5), ...I.shiftLeft, ...constant(0), ...V.load(LAYOUT.states + 16 * k)],
      ...V.storeLane(LAYOUT.output + 32 * l + 4 * k, l),
    ]),
  )
}

function above(): WasmFunction {
  const [count, i, at, word] = [0, 1, 2, 3]
  const store = (t: number): Code => [
    ...set(word + 2),
    ...constant(0),
    ...get(word + 2),
    ...V.store(LAYOUT.block + 16 * t),
  ]
  /** Word t of four pairs of digests. */
  const load = (t: number): Code => [
    ...[...get(at), ...V.zero, ...V.loadLane(LAYOUT.output + 4 * t, 0)],
    ...times(3, l => [
      ...set(word + 2),
      ...get(at),
      ...get(word + 2),
      ...V.loadLane(LAYOUT.output + 64 * (l + 1) + 4 * t, l + 1),
    ]),
    ...set(word + (t & 1)),
  ]
  const high = (local: number): Code => [...get(local), ...constant(8), ...V.shiftRight]
  const low = (local: number): Code => [...get(local), ...constant(24), ...V.shiftLeft]
  const fixed = (value: number): Code => [...constant(value), ...V.sameNumber]
  return {
    ...{ name: 'above', parameters: 1, results: 0, integers: 2, vectors: 3 },
    code: whileTrue(
      [...get(i), ...get(count), ...I.isLess],
      [
        ...[...get(i), ...constant(6), ...I.shiftLeft, ...set(at)],
        ...times(8, k => [
          ...constant(0),
          ...constant(0),
          ...V.loadSame(LAYOUT.start + 4 * k),
          ...V.store(LAYOUT.states + 16 * k),
        ]),
        // 0x01, then sixteen words, each a byte later than its place.
        ...[...load(0), ...high(word), ...fixed(0x01000000), ...V.or, ...store(0)],
        ...times(15, t => [
          ...load(t + 1),
          ...low(word + (t & 1)),
          ...high(word + ((t + 1) & 1)),
          ...V.or,
          ...store(t + 1),
        ]),
        ...call(COMPRESS_FOUR),
        // The last byte, the end of the text, and its length: 65 bytes.
        ...[...low(word + 1), ...fixed(0x00800000), ...V.or, ...store(0)],
        ...times(14, t => [...V.zero, ...store(t + 1)]),
        ...[...fixed(8 * 65), ...store(15)],
        ...call(COMPRESS_FOUR),
        ...output(i),
        ...[...get(i), ...constant(4), ...I.add, ...set(i)],
      ],
    ),
  }
}

/** Four words in memory beside the states. */
const SIZES = 832

const COMPRESS_FOUR = 0
const PADDED = 1
/** The functions of the module; what of them is exported, `Lanes` says. */
export const LANE_FUNCTIONS: readonly WasmFunction[] = [compressFour(), padded(), many(), above()]
