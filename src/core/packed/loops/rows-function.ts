import {
  type Code,
  constant,
  get,
  giveBack,
  I,
  set,
  tee,
  V,
  type WasmFunction,
  whenTrue,
  whileTrue,
} from '../hashing/assembler.ts'
import {
  all16,
  both,
  grow,
  isLess,
  isSame,
  load,
  minus,
  nought,
  plus,
  put,
  sameIn,
  shifted,
  store,
  vectorAt,
} from './expressions.ts'
import { IS_EMPTY, IS_ODD, LAYOUT, MOST_ROWS, RECORD_BYTE, SLOTS, UNIT_BYTE } from './layout.ts'

/**
 * `rows(i, at, end, cells)`: of rows from a place up to another, the first of which is the `i`th, where they end and what
 * becomes of each that was met before; stops at one that was not, and gives its number; how many there are where all were met.
 */
export function rows(): WasmFunction {
  const [i, at, end, cells] = [0, 1, 2, 3]
  const [start, mask, marks, units, k, hash, slot, entry, length, outcome] = [
    4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
  ]
  const [state, chunk, record, unit] = [14, 15, 16, 17]
  const look: Code = [
    ...put(chunk, vectorAt(get(at))),
    ...put(marks, sameIn(get(chunk), get(unit))),
    ...put(mask, sameIn(get(chunk), get(record))),
  ]
  const mixed: Code = [
    ...[
      ...get(state),
      ...get(chunk),
      ...V.xor,
      ...constant(FACTOR),
      ...V.sameNumber,
      ...V.multiply,
      ...tee(state),
    ],
    ...[...get(state), ...constant(15), ...V.shiftRight, ...V.xor, ...set(state)],
  ]
  const ends: Code = [
    ...[...put(units, constant(1)), ...V.zero, ...set(state), ...look],
    ...whileTrue(
      [...get(mask), ...I.isNought],
      [...grow(units, [...get(marks), ...I.ones]), ...[...mixed, ...grow(at, constant(16)), ...look]],
    ),
    ...put(k, [...get(mask), ...I.noughtsBelow]),
    ...grow(units, [
      ...both(get(marks), minus([...constant(1), ...get(k), ...I.shiftLeft], constant(1))),
      ...I.ones,
    ]),
    ...[...get(chunk), ...shifted(get(k), 4), ...V.load(LAYOUT.masks), ...V.and, ...set(chunk), ...mixed],
    ...grow(at, get(k)),
    ...put(length, minus(get(at), get(start))),
  ]
  const hashed: Code = [
    ...[...get(state), ...V.lane(0)],
    ...[1, 2, 3].flatMap(lane => [
      ...[...constant(FACTOR), ...I.multiply, ...constant(13), ...I.rotateLeft],
      ...[...get(state), ...V.lane(lane), ...I.add],
    ]),
    ...[...tee(hash), ...get(hash), ...constant(16), ...I.shiftRight, ...I.xor, ...set(hash)],
  ]
  const slotAt = (place: Code): Code => plus(constant(LAYOUT.slots), shifted(place, 2))
  /** The rest of a text, beside what is its own, is nought. */
  const isText: Code = [
    ...put(mask, load(get(entry), 4)),
    ...put(k, nought),
    ...whileTrue(
      both(
        [...plus(get(k), constant(15)), ...get(length), ...I.isLess],
        isSame(sameIn(vectorAt(plus(get(mask), get(k))), vectorAt(plus(get(start), get(k)))), all16),
      ),
      grow(k, constant(16)),
    ),
    ...whenTrue(
      [...plus(get(k), constant(15)), ...get(length), ...I.isLess, ...I.isNought],
      whenTrue(
        isSame(
          sameIn(vectorAt(plus(get(mask), get(k))), [
            ...vectorAt(plus(get(start), get(k))),
            ...[...shifted(minus(get(length), get(k)), 4), ...V.load(LAYOUT.masks), ...V.and],
          ]),
          all16,
        ),
        put(outcome, load(get(entry), 12)),
      ),
    ),
  ]
  const find: Code = [
    ...put(outcome, constant(-1)),
    ...put(slot, [...get(hash), ...constant(SLOTS - 1), ...I.and]),
    ...put(entry, load(slotAt(get(slot)))),
    ...whileTrue(both([...get(entry), ...nought, ...I.isOther], isSame(get(outcome), constant(-1))), [
      ...whenTrue(
        both(isSame(load(get(entry)), get(hash)), isSame(load(get(entry), 8), get(length))),
        isText,
      ),
      ...whenTrue(isSame(get(outcome), constant(-1)), [
        ...put(slot, both(plus(get(slot), constant(1)), constant(SLOTS - 1))),
        ...put(entry, load(slotAt(get(slot)))),
      ]),
    ]),
  ]
  const stop: Code = [
    ...[...store(nought, get(start), LAYOUT.row), ...store(nought, get(at), LAYOUT.end)],
    ...[...store(nought, get(hash), LAYOUT.hash), ...store(nought, slotAt(get(slot)), LAYOUT.slot)],
    ...giveBack(get(i)),
  ]
  return {
    ...{ name: 'rows', parameters: 4, results: 1, integers: 10, vectors: 4 },
    code: [
      ...[
        ...constant(RECORD_BYTE),
        ...V.sameByte,
        ...set(record),
        ...constant(UNIT_BYTE),
        ...V.sameByte,
        ...set(unit),
      ],
      ...whileTrue(
        both([...get(end), ...get(at), ...I.isLess, ...I.isNought], isLess(get(i), constant(MOST_ROWS))),
        [
          ...[...put(start, get(at)), ...ends],
          ...put(outcome, constant(IS_EMPTY)),
          ...whenTrue(
            get(length),
            whenTrue(isSame(get(units), get(cells)), [...hashed, ...find], put(outcome, constant(IS_ODD))),
          ),
          ...whenTrue(isSame(get(outcome), constant(-1)), stop),
          ...[...store(shifted(get(i), 3), get(outcome), LAYOUT.rows)],
          ...[...store(shifted(get(i), 3), get(at), LAYOUT.rows + 4)],
          ...[...grow(i, constant(1)), ...grow(at, constant(1))],
        ],
      ),
      ...store(nought, nought, LAYOUT.row),
      ...get(i),
    ],
  }
}

/** What rows are hashed with: what it spreads unevenly costs time, and decides nothing. */
const FACTOR = 0x9e3779b1 | 0
