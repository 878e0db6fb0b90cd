import {
  type Code,
  constant,
  get,
  I,
  set,
  tee,
  V,
  type WasmFunction,
  whenTrue,
  whileTrue,
} from './assembler.ts'

/** The same code for each number from 0 on. */
export const times = (count: number, code: (i: number) => Code): Code =>
  Array.from({ length: count }, (_, i) => code(i)).flat()

/** `padded(slot, from, length, byte, before)`: lays one text out as its blocks; gives how many these are. */
export function padded(): WasmFunction {
  const [slot, from, length, byte, before] = [0, 1, 2, 3, 4]
  const [to, i, total, end] = [5, 6, 7, 8]
  const hasByte = [...get(byte), ...constant(-1), ...I.isMoreSigned]
  const lengthByte = (shift: number): Code => [
    ...[...get(end), ...get(before), ...get(total), ...I.add, ...constant(3), ...I.shiftLeft],
    ...[...constant(24 - 8 * shift), ...I.shiftRight, ...I.storeByte(shift)],
  ]
  return {
    ...{ name: null, parameters: 5, results: 1, integers: 4, vectors: 0 },
    code: [
      ...[...get(slot), ...hasByte, ...I.add, ...set(to)],
      ...[...get(length), ...hasByte, ...I.add, ...set(total)],
      ...[
        ...get(total),
        ...constant(72),
        ...I.add,
        ...constant(6),
        ...I.shiftRight,
        ...constant(6),
        ...I.shiftLeft,
      ],
      ...[...get(slot), ...I.add, ...constant(4), ...I.subtract, ...set(end)],
      ...whenTrue(hasByte, [...get(slot), ...get(byte), ...I.storeByte(0)]),
      ...whileTrue(
        [...get(i), ...get(length), ...I.isLess],
        [
          ...[
            ...get(to),
            ...get(i),
            ...I.add,
            ...get(from),
            ...get(i),
            ...I.add,
            ...V.load(0),
            ...V.store(0),
          ],
          ...[...get(i), ...constant(16), ...I.add, ...set(i)],
        ],
      ),
      // What was copied beyond the end goes away again.
      ...[...get(to), ...get(length), ...I.add, ...tee(i), ...constant(0x80), ...I.storeByte(0)],
      ...[...get(i), ...constant(1), ...I.add, ...set(i)],
      ...whileTrue(
        [...get(i), ...get(end), ...I.isLess],
        [...get(i), ...V.zero, ...V.store(0), ...get(i), ...constant(16), ...I.add, ...set(i)],
      ),
      ...times(4, lengthByte),
      ...[
        ...get(end),
        ...constant(4),
        ...I.add,
        ...get(slot),
        ...I.subtract,
        ...constant(6),
        ...I.shiftRight,
      ],
    ],
  }
}
