import type { Hasher } from '../../hash.ts'
import { bytesOfHex, hexOfWords } from '../../hex.ts'
import { begin, end, INITIAL, takeBytes, takeText } from '../../sha256.ts'
import { type Lanes, newLanes } from './lanes.ts'
import { LAYOUT, LONGEST } from './layout.ts'
import { PLAIN_HASHING } from './plain-hashing.ts'
import type { RowHashing, TextsIn } from './row-hashing.ts'

/** The hash of rows four at a time; null where the machine cannot. */
export function laneHashing(): RowHashing | null {
  const lanes = newLanes()
  if (lanes === null) return null
  const { buffer } = lanes.memory
  const output = new Int32Array(buffer, LAYOUT.output)
  return {
    root(leaves) {
      const { count } = leaves
      if (!lay(buffer, leaves)) return PLAIN_HASHING.root(leaves)
      lanes.many(count, 0, 0)
      for (let size = count; size > 1; size = (size + 1) >> 1) {
        const pairs = size >> 1
        const alone = (size & 1) === 1 ? output.slice(8 * (size - 1), 8 * size) : null
        lanes.above(pairs)
        if (alone !== null) output.set(alone, 8 * pairs)
      }
      return output.slice(0, 8)
    },
    heads(key, texts, heads) {
      if (key.length !== 64 || !lay(buffer, texts)) {
        PLAIN_HASHING.heads(key, texts, heads)
        return
      }
      const start = new Int32Array(buffer, LAYOUT.start, 8)
      const run = begin()
      takeText(run, key)
      start.set(run.state)
      lanes.many(texts.count, -1, 64)
      start.set(INITIAL)
      for (let i = 0; i < texts.count; i++) heads[i] = output[8 * i]!
    },
    digest: () => digest(lanes),
  }
}

/** Lays texts into the memory of the module, as far as they find room there. */
function lay(buffer: ArrayBuffer, { bytes, bounds, count }: TextsIn): boolean {
  const from = bounds[0]!
  const to = bounds[2 * count - 1]!
  if (to - from > LAYOUT.inputSize - 16) return false
  for (let i = 0; i < count; i++) if (bounds[2 * i + 1]! - bounds[2 * i]! > LONGEST) return false
  const places = new Uint32Array(buffer, LAYOUT.bounds, 2 * count)
  const shift = LAYOUT.input - from
  for (let i = 0; i < 2 * count; i++) places[i] = bounds[i]! + shift
  new Uint8Array(buffer, LAYOUT.input, to - from).set(bytes.subarray(from, to))
  return true
}

/** Whole blocks go through the module, what is left of a piece waits here for the next: others use the room in between. */
function digest(lanes: Lanes): Hasher {
  const { buffer } = lanes.memory
  const running = new Int32Array(buffer, LAYOUT.running, 8)
  const input = new Uint8Array(buffer, LAYOUT.input, LAYOUT.inputSize)
  const rest = new Uint8Array(64)
  running.set(INITIAL)
  let waiting = 0
  let taken = 0
  const take = (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length; ) {
      input.set(rest.subarray(0, waiting))
      const to = Math.min(bytes.length, from + LAYOUT.inputSize - waiting)
      input.set(bytes.subarray(from, to), waiting)
      const filled = waiting + to - from
      const whole = filled >> 6
      lanes.blocks(LAYOUT.input, whole)
      taken += 64 * whole
      waiting = filled - 64 * whole
      rest.set(input.subarray(64 * whole, filled))
      from = to
    }
  }
  const words = () => {
    const run = begin()
    run.state.set(running)
    run.length = taken
    takeBytes(run, rest, 0, waiting)
    return end(run)
  }
  const self: Hasher = {
    update(piece) {
      take(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
      return self
    },
    hex: () => hexOfWords(words()),
    bytes: () => bytesOfHex(hexOfWords(words())),
  }
  return self
}
