import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { sm3 } from './sm3.ts'

/** The curve that GB/T 32918.5-2017 recommends, and every device has. */
const Point = weierstrass({
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
})

const N = Point.CURVE().n

/** The id that is meant where nobody agreed on another one (GM/T 0009-2012, section 10). */
export const USUAL_ID = '1234567812345678'

/** A signature by SM2: both numbers, as 64 bytes. */
export type Sm2Signature = Uint8Array

/** The public key of 32 secret bytes, uncompressed: 0x04, x, y. Null where they are no key: nought, or as large as the order. */
export function sm2PublicKey(secret: Uint8Array): Uint8Array | null {
  const d = numberOf(secret)
  return secret.length !== 32 || d === 0n || d >= N - 1n ? null : Point.BASE.multiply(d).toBytes(false)
}

/** Whether these bytes are an uncompressed point of the curve. */
export function isSm2PublicKey(bytes: Uint8Array): boolean {
  return bytes.length === 65 && bytes[0] === 0x04 && pointOf(bytes) !== null
}

/**
 * Signs a message (GB/T 32918.2-2016, section 6) under the usual id. `chance` gives 40 new bytes each time it is asked: they
 * make the number that must never serve twice, and be known to nobody.
 */
export function sm2Sign(message: Uint8Array, secret: Uint8Array, chance: () => Uint8Array): Sm2Signature {
  const d = numberOf(secret)
  const e = numberOf(digestOf(message, sm2PublicKey(secret)!))
  for (;;) {
    const k = 1n + (numberOf(chance()) % (N - 1n))
    const r = mod(e + Point.BASE.multiply(k).toAffine().x)
    if (r === 0n || r + k === N) continue
    const s = mod(Point.Fn.inv(mod(1n + d)) * mod(k - r * d))
    if (s !== 0n) return Uint8Array.from([...bytesOf(r), ...bytesOf(s)])
  }
}

/** Whether a signature is this key's over the message, under the usual id (GB/T 32918.2-2016, section 7). */
export function sm2Verify(signature: Sm2Signature, message: Uint8Array, publicKey: Uint8Array): boolean {
  const point = pointOf(publicKey)
  const r = numberOf(signature.subarray(0, 32))
  const s = numberOf(signature.subarray(32))
  if (point === null || signature.length !== 64 || r === 0n || r >= N || s === 0n || s >= N) return false
  const t = mod(r + s)
  if (t === 0n) return false
  const sum = Point.BASE.multiplyUnsafe(s).add(point.multiplyUnsafe(t))
  return !sum.is0() && mod(numberOf(digestOf(message, publicKey)) + sum.toAffine().x) === r
}

/** SM3 of what stands for the signer, and the message (GB/T 32918.2-2016, section 5.5). */
function digestOf(message: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const id = new TextEncoder().encode(USUAL_ID)
  const { a, b, Gx, Gy } = Point.CURVE()
  const numbers = [a, b, Gx, Gy].flatMap(number => [...bytesOf(number)])
  const bits = 8 * id.length
  const signer = sm3(Uint8Array.from([bits >> 8, bits & 255, ...id, ...numbers, ...publicKey.subarray(1)]))
  const whole = new Uint8Array(signer.length + message.length)
  whole.set(signer)
  whole.set(message, signer.length)
  return sm3(whole)
}

function pointOf(bytes: Uint8Array): InstanceType<typeof Point> | null {
  try {
    return Point.fromBytes(bytes)
  } catch {
    return null
  }
}

function mod(number: bigint): bigint {
  const rest = number % N
  return rest < 0n ? rest + N : rest
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
}

function bytesOf(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * (31 - i))) & 255n))
}
