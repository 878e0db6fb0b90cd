import { begin, INITIAL, takeText } from '../../sha256.ts'
import { newLanes } from './lanes.ts'
import { LAYOUT, LONGEST } from './layout.ts'
import { PLAIN_HASHING } from './plain-hashing.ts'
import { type RowHashing, type TextsIn, withoutWaiting } from './row-hashing.ts'

/** The hash of rows four at a time, without that of whole files; null where the machine cannot. */
export function laneHashing(): Omit<RowHashing, 'digest'> | null {
  const lanes = newLanes()
  if (lanes === null) return null
  const { buffer } = lanes.memory
  const output = new Int32Array(buffer, LAYOUT.output)
  return withoutWaiting({
    root(leaves: TextsIn) {
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
    heads(key: string, texts: TextsIn, heads: Uint32Array) {
      if (!hashesAfter(key, texts)) {
        PLAIN_HASHING.heads(key, texts, heads)
        return
      }
      for (let i = 0; i < texts.count; i++) heads[i] = output[8 * i]!
    },
    digests(key: string, texts: TextsIn, digests: Int32Array) {
      if (hashesAfter(key, texts)) digests.set(output.subarray(0, 8 * texts.count))
      else PLAIN_HASHING.digests(key, texts, digests)
    },
  })

  /** Leaves the digests of H(key + text) in `output`; false where these texts are not for it. */
  function hashesAfter(key: string, texts: TextsIn): boolean {
    if (key.length !== 64 || !lay(buffer, texts)) return false
    const start = new Int32Array(buffer, LAYOUT.start, 8)
    const run = begin()
    takeText(run, key)
    start.set(run.state)
    lanes!.many(texts.count, -1, 64)
    start.set(INITIAL)
    return true
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
