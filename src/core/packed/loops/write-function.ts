import {
  type Code,
  constant,
  get,
  giveBack,
  tee,
  V,
  type WasmFunction,
  whenTrue,
  whileTrue,
} from '../hashing/assembler.ts'
import {
  grow,
  isLess,
  isSame,
  load,
  minus,
  nought,
  plus,
  put,
  shifted,
  store,
  vectorAt,
} from './expressions.ts'
import { LAYOUT } from './layout.ts'

/**
 * `write(i, count, most)`: writes the ids from one on, up to, not with, another, as lines of the lists that their ways lead to;
 * gives where it stopped: where a list has as many lines as it may, which is then `full`, else at the end. A way is six words: its list, what
 * stands before the id and how long that is, what stands behind it; a list four: where it begins, its length, its lines,
 * and where their bounds stand.
 */
export function write(): WasmFunction {
  const [i, count, most] = [0, 1, 2]
  const [id, way, list, to, from, end, lines, base] = [3, 4, 5, 6, 7, 8, 9, 10]
  /** Sixteen bytes at a time: what is copied beyond the end is written over, or stands behind the last line. */
  const copy = (start: Code, length: Code): Code => [
    ...[...put(from, start), ...put(end, plus(get(to), length))],
    ...whileTrue(isLess(get(to), get(end)), [
      ...[...get(to), ...vectorAt(get(from)), ...V.store(0)],
      ...[...grow(to, constant(16)), ...grow(from, constant(16))],
    ]),
    ...put(to, get(end)),
  ]
  return {
    ...{ name: 'write', parameters: 3, results: 1, integers: 8, vectors: 0 },
    code: [
      ...store(nought, nought, LAYOUT.full),
      ...whileTrue(isLess(get(i), get(count)), [
        ...put(id, plus(constant(LAYOUT.ids), shifted(get(i), 4))),
        ...grow(i, constant(1)),
        ...whenTrue(
          [...load(get(id), 12), ...tee(way)],
          [
            ...put(list, load(get(way))),
            ...put(base, load(get(list))),
            ...put(to, plus(get(base), load(get(list), 4))),
            ...copy(load(get(way), 4), load(get(way), 8)),
            ...copy(load(get(id)), minus(load(get(id), 4), load(get(id)))),
            ...copy(load(get(way), 12), load(get(way), 16)),
            ...put(lines, load(get(list), 8)),
            ...put(from, plus(load(get(list), 12), shifted(get(lines), 3))),
            ...store(get(from), load(get(list), 4)),
            ...store(get(from), minus(minus(get(to), get(base)), constant(1)), 4),
            ...store(get(list), minus(get(to), get(base)), 4),
            ...grow(lines, constant(1)),
            ...store(get(list), get(lines), 8),
            ...whenTrue(isSame(get(lines), get(most)), [
              ...store(nought, get(list), LAYOUT.full),
              ...giveBack(get(i)),
            ]),
          ],
        ),
      ]),
      ...get(count),
    ],
  }
}
