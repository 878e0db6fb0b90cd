import seedrandom from 'seedrandom'
import { isDigest } from '../../hex.ts'
import type { Digest } from '../../ids.ts'

/** Chance as draw.md, section 6 knows it: 32 random bits at a time. */
export interface Rng {
  int32(): number
}

/**
 * The ARC4 generator of the npm package `seedrandom`, version 3. Its key schedule maps many texts to one
 * stream (`'8'` and `'888888'`, say), so it must never be given anything but a digest.
 */
export function rngFrom(key: Digest): Rng {
  if (!isDigest(key))
    throw new TypeError('a generator is only ever keyed with 64 lowercase hexadecimal digits')
  return seedrandom(key)
}

/**
 * A whole number from 0 up to, not including, `n`, each equally likely: u mod n, where a u from the incomplete
 * last run of n is drawn again. Takes nothing from the generator when there is no choice.
 */
export function below(n: number, rng: Rng): number {
  if (n === 1) return 0
  const whole = 2 ** 32 - (2 ** 32 % n)
  let u = rng.int32() >>> 0
  while (u >= whole) u = rng.int32() >>> 0
  return u % n
}

/** Draws one of the first `size` names and moves the last of them to its place: the hat holds `size - 1` then. */
export function drawName(hat: Int32Array, size: number, rng: Rng): number {
  const place = below(size, rng)
  const name = hat[place]!
  hat[place] = hat[size - 1]!
  return name
}
