/**
 * As much of the binary format of WebAssembly (W3C, Core Specification 2.0, section 5) as the hash of many rows and the loops
 * over them need: what runs is made of these lines, and no binary that nobody can read lies in the repository.
 */
export type Code = readonly number[]

/** A function of a module: its code leaves as many values as it has results. */
export interface WasmFunction {
  /** Exported under this name; null for one that only others call. */
  readonly name: string | null
  readonly parameters: number
  readonly results: 0 | 1
  /** Local variables behind the parameters: so many whole numbers, then so many vectors. */
  readonly integers: number
  readonly vectors: number
  readonly code: Code
}

/** The bytes of a module with these functions and a memory of so many pages of 64 KB, exported as `memory`. */
export function moduleBytes(functions: readonly WasmFunction[], pages: number): Uint8Array {
  const types = functions.map(({ parameters, results }) => [
    FUNCTION,
    ...vector(Array.from({ length: parameters }, () => [I32])),
    ...vector(Array.from({ length: results }, () => [I32])),
  ])
  const exported = functions.flatMap(({ name }, i) =>
    name === null ? [] : [[...text(name), 0, ...unsigned(i)]],
  )
  const bodies = functions.map(({ integers, vectors, code }) => {
    const body = [
      ...vector([
        [...unsigned(integers), I32],
        [...unsigned(vectors), V128],
      ]),
      ...code,
      END,
    ]
    return [...unsigned(body.length), ...body]
  })
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(5, vector([[0, ...unsigned(pages)]])),
    ...section(7, vector([[...text('memory'), 2, 0], ...exported])),
    ...section(10, vector(bodies)),
  ])
}

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
export const tee = (local: number): Code => [0x22, ...unsigned(local)]
export const constant = (value: number): Code => [0x41, ...signed(value)]
export const call = (index: number): Code => [0x10, ...unsigned(index)]

/** Instructions of whole numbers of 32 bits, their operands before them. */
export const I = {
  load: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  loadByte: (offset: number): Code => [0x2d, 0, ...unsigned(offset)],
  loadByteSigned: (offset: number): Code => [0x2c, 0, ...unsigned(offset)],
  store: (offset: number): Code => [0x36, 2, ...unsigned(offset)],
  storeByte: (offset: number): Code => [0x3a, 0, ...unsigned(offset)],
  isNought: [0x45],
  isSame: [0x46],
  isOther: [0x47],
  isLess: [0x49],
  isLessSigned: [0x48],
  isMore: [0x4b],
  isMoreSigned: [0x4a],
  /** How many noughts stand below the lowest one. */
  noughtsBelow: [0x68],
  ones: [0x69],
  add: [0x6a],
  subtract: [0x6b],
  multiply: [0x6c],
  remainder: [0x70],
  and: [0x71],
  or: [0x72],
  xor: [0x73],
  shiftLeft: [0x74],
  shiftRight: [0x76],
  rotateLeft: [0x77],
  /** The first operand where the third is not nought, else the second. */
  choose: [0x1b],
} as const satisfies Record<string, Code | ((offset: number) => Code)>

/** Instructions of four such numbers side by side. */
export const V = {
  load: (offset: number): Code => [0xfd, 0, 0, ...unsigned(offset)],
  store: (offset: number): Code => [0xfd, 0x0b, 0, ...unsigned(offset)],
  loadLane: (offset: number, lane: number): Code => [0xfd, 0x56, 0, ...unsigned(offset), lane],
  storeLane: (offset: number, lane: number): Code => [0xfd, 0x5a, 0, ...unsigned(offset), lane],
  /** One number of memory four times. */
  loadSame: (offset: number): Code => [0xfd, 0x09, 2, ...unsigned(offset)],
  zero: [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)],
  /** One number in all places, or one byte in all. */
  sameNumber: [0xfd, 0x11],
  sameByte: [0xfd, 0x0f],
  /** Of sixteen bytes: ones in the place of those that are alike in both operands, and the top bit of each as one number. */
  areSameBytes: [0xfd, 0x23],
  topBits: [0xfd, 0x64],
  lane: (lane: number): Code => [0xfd, 0x1b, lane],
  and: [0xfd, 0x4e],
  /** Bytes of each number the other way round. */
  swapBytes: [0xfd, 0x0d, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12],
  isMore: [0xfd, 0x3c],
  or: [0xfd, 0x50],
  xor: [0xfd, 0x51],
  /** The bits of the first operand where the third has ones, else of the second. */
  select: [0xfd, 0x52],
  shiftLeft: [0xfd, 0xab, 1],
  shiftRight: [0xfd, 0xad, 1],
  add: [0xfd, 0xae, 1],
  multiply: [0xfd, 0xb5, 1],
} as const satisfies Record<string, Code | ((offset: number, lane: number) => Code)>

/** Repeats while the condition holds; it is asked before. */
export function whileTrue(condition: Code, body: Code): Code {
  return [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1, ...body, 0x0c, 0, END, END]
}

export function whenTrue(condition: Code, body: Code, otherwise: Code = []): Code {
  return [...condition, 0x04, 0x40, ...body, ...(otherwise.length === 0 ? [] : [0x05, ...otherwise]), END]
}

export const giveBack = (value: Code): Code => [...value, 0x0f]

const FUNCTION = 0x60
const I32 = 0x7f
const V128 = 0x7b
const END = 0x0b

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content]
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()]
}

function text(name: string): Code {
  return [...unsigned(name.length), ...Array.from(name, character => character.charCodeAt(0))]
}

/** LEB128. */
function unsigned(value: number): Code {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) | 128)
  }
}

function signed(value: number): Code {
  const bytes: number[] = []
  for (let rest = value | 0; ; rest >>= 7) {
    const byte = rest & 127
    if ((rest >> 7 === 0 && (byte & 64) === 0) || (rest >> 7 === -1 && (byte & 64) !== 0))
      return [...bytes, byte]
    bytes.push(byte | 128)
  }
}
