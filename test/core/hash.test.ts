import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashAfter, hasher, hashLeaf, hashNode, sha256Hex } from '../../src/core/hash.ts'
import { bytesOfHex, hexOfBytes, hexOfWords, isDigest } from '../../src/core/hex.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 300 })

test('sha256Hex gives the digests that FIPS 180-4 and Rivest publish', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex('a'.repeat(1_000_000))).toBe(
    'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
  )
  expect(sha256Hex('3546311556112163624615351222,1')).toMatch(/^004e68eb/)
})

test('sha256Hex agrees with node:crypto at every length around the block borders', () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255)
    expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

test('sha256Hex agrees with node:crypto on any text and any bytes', () => {
  fc.assert(fc.property(anyText, text => sha256Hex(text) === createHash('sha256').update(text).digest('hex')))
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 500 }),
      b => sha256Hex(b) === createHash('sha256').update(b).digest('hex'),
    ),
  )
})

test('sha256Hex takes a lone surrogate as U+FFFD, as TextEncoder does', () => {
  for (const text of ['\ud800', 'a\udfffb', '\ud83d', '\udc00\ud800', '𠮷']) {
    expect(sha256Hex(text)).toBe(sha256Hex(new TextEncoder().encode(text)))
  }
})

test('hasher gives one digest however the input is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.uint8Array({ maxLength: 200 }))), pieces => {
      const whole = Buffer.concat(pieces.map(piece => Buffer.from(piece as Uint8Array)))
      const cut = hasher()
      for (const piece of pieces) cut.update(piece)
      expect(cut.hex()).toBe(sha256Hex(new Uint8Array(whole)))
    }),
  )
  expect(hexOfBytes(hasher().update('abc').bytes())).toBe(sha256Hex('abc'))
})

test('hashAfter is the hash of prefix and text together, call after call', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 5 }), (prefix, texts) => {
      const after = hashAfter(prefix)
      for (const text of texts) expect(hexOfWords(after(text))).toBe(sha256Hex(utf8(prefix, text)))
    }),
  )
})

test('hashLeaf and hashNode put their prefix byte before the content', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i & 255)
  expect(hexOfWords(hashLeaf(bytes, 7, 290))).toBe(sha256Hex(Uint8Array.of(0, ...bytes.subarray(7, 290))))
  const pair = Int32Array.from({ length: 18 }, (_, i) => 0x9e3779b9 * (i + 1))
  const both = bytesOfHex(hexOfWords(pair.subarray(2, 10)) + hexOfWords(pair.subarray(10)))
  expect(hexOfWords(hashNode(pair, 2))).toBe(sha256Hex(Uint8Array.of(1, ...both)))
})

test('isDigest knows 64 lowercase digits and nothing else', () => {
  expect(isDigest(sha256Hex(''))).toBe(true)
  for (const text of ['', 'A'.repeat(64), '0'.repeat(63), '0'.repeat(65), `${'0'.repeat(64)}\n`]) {
    expect(isDigest(text)).toBe(false)
  }
})

/** Encoded apart, so that a surrogate at the seam counts as it does in two texts. */
function utf8(...texts: readonly string[]): Uint8Array {
  return new Uint8Array(Buffer.concat(texts.map(text => Buffer.from(text))))
}
