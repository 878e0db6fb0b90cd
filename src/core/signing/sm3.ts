/**
 * SM3 of the bytes, as 32 bytes (GB/T 32905-2016). Plain TypeScript beside the SHA-256 of the law, so that a signature is
 * checked by the same lines wherever they run; a test holds it equal to OpenSSL's.
 */
export function sm3(bytes: Uint8Array): Uint8Array {
  const state = INITIAL.slice()
  const padded = paddedEnd(bytes)
  const whole = bytes.length - (bytes.length % BLOCK)
  for (let at = 0; at < whole; at += BLOCK) compress(state, bytes, at)
  for (let at = 0; at < padded.length; at += BLOCK) compress(state, padded, at)
  const digest = new Uint8Array(32)
  const view = new DataView(digest.buffer)
  for (const [i, word] of state.entries()) view.setInt32(4 * i, word)
  return digest
}

const BLOCK = 64

const INITIAL = Int32Array.of(
  ...[0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600],
  ...[0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e],
)

/** What does not fill a block, with a one, noughts and the length in bits (section 5.2). */
function paddedEnd(bytes: Uint8Array): Uint8Array {
  const rest = bytes.length % BLOCK
  const end = new Uint8Array(rest < BLOCK - 8 ? BLOCK : 2 * BLOCK)
  end.set(bytes.subarray(bytes.length - rest))
  end[rest] = 0x80
  new DataView(end.buffer).setBigUint64(end.length - 8, 8n * BigInt(bytes.length))
  return end
}

const WORDS = new Int32Array(68)

/** One block into the state (section 5.3). */
function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  expand(bytes, at)
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight
  for (let j = 0; j < 64; j++) {
    const first = j < 16
    const a12 = turned(a, 12)
    const ss1 = turned((a12 + e + turned(first ? 0x79cc4519 : 0x7a879d8a, j % 32)) | 0, 7)
    const ff = first ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = first ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ a12) + (WORDS[j]! ^ WORDS[j + 4]!)) | 0
    const tt2 = (gg + h + ss1 + WORDS[j]!) | 0
    d = c
    c = turned(b, 9)
    b = a
    a = tt1
    h = g
    g = turned(f, 19)
    f = e
    e = tt2 ^ turned(tt2, 9) ^ turned(tt2, 17)
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i]! ^= word
}

type Eight = [number, number, number, number, number, number, number, number]

/** The block as words, and the words that follow from them (section 5.3.2). */
function expand(bytes: Uint8Array, at: number): void {
  for (let j = 0; j < 16; j++) {
    const i = at + 4 * j
    WORDS[j] = (bytes[i]! << 24) | (bytes[i + 1]! << 16) | (bytes[i + 2]! << 8) | bytes[i + 3]!
  }
  for (let j = 16; j < 68; j++) {
    const mixed = WORDS[j - 16]! ^ WORDS[j - 9]! ^ turned(WORDS[j - 3]!, 15)
    const spread = mixed ^ turned(mixed, 15) ^ turned(mixed, 23)
    WORDS[j] = spread ^ turned(WORDS[j - 13]!, 7) ^ WORDS[j - 6]!
  }
}

/** Turned to the left by so many bits. */
function turned(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
