import {
  type Code,
  constant,
  get,
  giveBack,
  I,
  tee,
  type WasmFunction,
  whenTrue,
  whileTrue,
} from '../hashing/assembler.ts'
import {
  both,
  byteAt,
  grow,
  isLess,
  isSame,
  minus,
  nought,
  passSame,
  plus,
  put,
  seek,
  store,
} from './expressions.ts'
import { LAYOUT, MOST_ROWS, RECORD_BYTE, UNIT_BYTE } from './layout.ts'

/**
 * `ids(at, end, isPublic)`: finds the ids of a piece, each of which must come after the one before, and the numbers of their
 * rows; gives how many there are, or −1 where something of it is odd. A record mark stands at its end.
 */
export function ids(): WasmFunction {
  const [at, end, isPublic] = [0, 1, 2]
  const [start, count, row, number, k, mask, most] = [3, 4, 5, 6, 7, 8, 9]
  const [before, lengthBefore, length, sum, isFine, value] = [10, 11, 12, 13, 14, 15]
  const odd = giveBack(constant(-1))
  const findUnit: Code = [
    ...seek(at, end, mask, UNIT_BYTE),
    ...whenTrue([...get(at), ...get(end), ...I.isLess, ...I.isNought], odd),
  ]
  const inOrder: Code = [
    ...put(most, [
      ...get(length),
      ...get(lengthBefore),
      ...isLess(get(length), get(lengthBefore)),
      ...I.choose,
    ]),
    ...passSame(k, most, mask, before, start),
    ...whenTrue(
      isLess(get(k), get(most)),
      whenTrue(isLess(byteAt(plus(get(start), get(k))), byteAt(plus(get(before), get(k)))), odd),
      whenTrue(isLess(get(length), get(lengthBefore)), odd),
    ),
  ]
  const readNumber: Code = [
    ...[...put(number, nought), ...put(k, plus(get(at), constant(1)))],
    ...whileTrue(isLess([...minus(byteAt(get(k)), constant(ZERO)), ...tee(value)], constant(10)), [
      ...put(number, plus([...get(number), ...constant(10), ...I.multiply], get(value))),
      ...grow(k, constant(1)),
    ]),
    ...put(value, minus(minus(get(k), get(at)), constant(2))),
    ...whenTrue(
      [
        ...isLess(get(value), constant(9)),
        ...I.isNought,
        ...byteAt(get(k)),
        ...constant(RECORD_BYTE),
        ...I.isOther,
        ...I.or,
      ],
      odd,
    ),
  ]
  const isCode: Code = whenTrue(
    both(isSame(get(length), constant(18)), isLess(minus(byteAt(get(start), 8), constant(65)), constant(26))),
    [
      ...[...put(sum, nought), ...put(mask, nought), ...put(most, nought)],
      ...whileTrue(isLess(get(most), constant(17)), [
        ...put(value, [...byteAt(plus(get(start), get(most))), ...I.loadByteSigned(LAYOUT.values)]),
        ...put(mask, [...get(mask), ...get(value), ...I.or]),
        ...grow(sum, [...get(value), ...byteAt(get(most), LAYOUT.weights), ...I.multiply]),
        ...grow(most, constant(1)),
      ]),
      ...put(isFine, [
        ...[...get(mask), ...nought, ...I.isLessSigned, ...I.isNought],
        ...[
          ...minus(constant(31), [...get(sum), ...constant(31), ...I.remainder]),
          ...constant(31),
          ...I.remainder,
        ],
        ...[...byteAt(get(start), 17), ...I.loadByteSigned(LAYOUT.values), ...I.isSame],
        ...I.and,
      ]),
    ],
  )
  const isPlain: Code = whenTrue(
    [...get(isFine), ...get(isPublic), ...I.or, ...I.isNought],
    [
      ...put(most, get(start)),
      ...whileTrue(
        both(isLess(get(most), get(at)), [...byteAt(get(most)), ...I.loadByte(LAYOUT.inIds)]),
        grow(most, constant(1)),
      ),
      ...put(isFine, both(isSame(get(most), get(at)), isLess(get(start), get(at)))),
    ],
  )
  return {
    ...{ name: 'ids', parameters: 3, results: 1, integers: 13, vectors: 0 },
    code: [
      ...put(row, constant(LAYOUT.ids)),
      ...whileTrue(both(isLess(get(at), get(end)), isLess(get(count), constant(MOST_ROWS))), [
        ...put(start, get(at)),
        ...findUnit,
        ...put(length, minus(get(at), get(start))),
        ...whenTrue(get(count), inOrder),
        ...readNumber,
        ...[...put(isFine, nought), ...isCode, ...isPlain],
        ...[...store(get(row), get(start)), ...store(get(row), get(at), 4)],
        ...[...store(get(row), get(number), 8), ...store(get(row), get(isFine), 12)],
        ...[...grow(row, constant(16)), ...grow(count, constant(1))],
        ...[
          ...put(before, get(start)),
          ...put(lengthBefore, get(length)),
          ...put(at, plus(get(k), constant(1))),
        ],
      ]),
      ...get(count),
    ],
  }
}

const ZERO = 48
