import {
  type Code,
  constant,
  get,
  giveBack,
  I,
  type WasmFunction,
  whenTrue,
  whileTrue,
} from '../hashing/assembler.ts'
import { both, grow, isLess, minus, nought, passSame, put, seek, store } from './expressions.ts'
import { LAYOUT } from './layout.ts'

/**
 * `lines(at, end, most)`: finds whole lines, at most so many: where each begins, where its second field begins and ends, and whether
 * its first is another than that of the line before. Gives how many; where the next begins stands at `end`.
 */
export function lines(): WasmFunction {
  const [at, end, most] = [0, 1, 2]
  const [start, count, row, mask, comma, id, idEnd] = [3, 4, 5, 6, 7, 8, 9]
  const [before, lengthBefore, length, k, isOther] = [10, 11, 12, 13, 14]
  /** Goes on to a byte; where there is none before the end, the line is no whole one. */
  const find = (byte: number): Code => {
    return [
      ...seek(at, end, mask, byte),
      ...whenTrue([...isLess(get(at), get(end)), ...I.isNought], giveBack(get(count))),
    ]
  }
  const differs: Code = [
    ...put(isOther, [...get(length), ...get(lengthBefore), ...I.isOther]),
    ...whenTrue(
      [...get(isOther), ...I.isNought],
      [...passSame(k, length, mask, before, start), ...put(isOther, isLess(get(k), get(length)))],
    ),
  ]
  return {
    ...{ name: 'lines', parameters: 3, results: 1, integers: 12, vectors: 0 },
    code: [
      ...put(row, constant(LAYOUT.lines)),
      ...store(nought, get(at), LAYOUT.end),
      ...whileTrue(both(isLess(get(at), get(end)), isLess(get(count), get(most))), [
        ...put(start, get(at)),
        ...[...find(COMMA), ...put(comma, get(at)), ...grow(at, constant(1)), ...put(id, get(at))],
        ...[...find(COMMA), ...put(idEnd, get(at)), ...find(LF)],
        ...put(length, minus(get(comma), get(start))),
        ...put(isOther, nought),
        ...whenTrue(get(count), differs),
        ...[...store(get(row), get(start)), ...store(get(row), get(id), 4)],
        ...[...store(get(row), get(idEnd), 8), ...store(get(row), get(isOther), 12)],
        ...[...put(before, get(start)), ...put(lengthBefore, get(length))],
        ...[...grow(row, constant(16)), ...grow(count, constant(1)), ...grow(at, constant(1))],
        ...store(nought, get(at), LAYOUT.end),
      ]),
      ...get(count),
    ],
  }
}

const [COMMA, LF] = [44, 10]
