/** A SHA-256 computation under way (FIPS 180-4): the chaining value, the block being filled, the bytes so far. */
export interface Run {
  readonly state: Int32Array
  /** Sixteen big-endian words of the block, then the room for the message schedule. */
  readonly words: Int32Array
  length: number
}

export function begin(): Run {
  return { state: INITIAL.slice(), words: new Int32Array(64), length: 0 }
}

/** Puts `run` where `to` stands, so that a common beginning is hashed once. */
export function rewind(run: Run, to: Run): void {
  for (let i = 0; i < 8; i++) run.state[i] = to.state[i]!
  for (let i = 0; i < 16; i++) run.words[i] = to.words[i]!
  run.length = to.length
}

export function takeByte(run: Run, byte: number): void {
  const at = run.length++ & 63
  run.words[at >> 2]! |= byte << (24 - 8 * (at & 3))
  if (at === 63) closeBlock(run)
}

export function takeBytes(run: Run, bytes: Uint8Array, from: number, to: number): void {
  let at = from
  while (at < to) {
    if ((run.length & 63) === 0 && to - at >= 64) {
      for (let i = 0; i < 16; i++, at += 4) {
        run.words[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
      }
      run.length += 64
      closeBlock(run)
    } else takeByte(run, bytes[at++]!)
  }
}

/** Four bytes at once, big-endian: digests that are hashed again. */
export function takeWord(run: Run, word: number): void {
  const at = run.length & 63
  const shift = 8 * (at & 3)
  run.words[at >> 2]! |= word >>> shift
  run.length += 4
  if (at >= 60) closeBlock(run)
  if (shift !== 0) run.words[(run.length & 63) >> 2]! |= word << (32 - shift)
}

/** The UTF-8 bytes of a text, written straight into the block; a lone surrogate counts as U+FFFD (as TextEncoder). */
export function takeText(run: Run, text: string): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      takeByte(run, unit)
    } else if (unit < 0x800) {
      takeByte(run, 0xc0 | (unit >> 6))
      takeByte(run, 0x80 | (unit & 63))
    } else {
      const point = text.codePointAt(i)!
      if (point > 0xffff) {
        i++
        takeByte(run, 0xf0 | (point >> 18))
        takeByte(run, 0x80 | ((point >> 12) & 63))
      } else takeByte(run, 0xe0 | (scalar(point) >> 12))
      takeByte(run, 0x80 | ((scalar(point) >> 6) & 63))
      takeByte(run, 0x80 | (scalar(point) & 63))
    }
  }
}

function scalar(point: number): number {
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
}

/** Pads (section 5.1.1) and gives the digest, which is the run's own state: the run is over. */
export function end(run: Run): Int32Array {
  const { length, words } = run
  takeByte(run, 0x80)
  if ((run.length & 63) > 56) closeBlock(run)
  words[14] = Math.floor(length / 0x20000000)
  words[15] = length << 3
  closeBlock(run)
  return run.state
}

/** One application of the compression function (sections 6.2.2 and 4.1.2); the block is empty afterwards. */
function closeBlock({ state, words: w }: Run): void {
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = (s1 + w[i - 7]! + s0 + w[i - 16]!) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const sigma1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const sigma0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t1 = (h + sigma1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
    const t2 = (sigma0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
  for (let i = 0; i < 16; i++) w[i] = 0
}

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes (section 5.3.3). */
// biome-ignore format: as the standard prints it
export const INITIAL = Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
)

/** The same of the cube roots of the first 64 primes (section 4.2.2). */
// biome-ignore format: as the standard prints it
export const K = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
)
