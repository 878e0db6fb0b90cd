/** No text may be longer: it is hashed elsewhere. */
export const LONGEST = 4000

/** Where things lie in the memory of the module. */
export const LAYOUT = {
  /** Sixteen vectors: a block of four texts. */
  block: 256,
  /** Eight vectors: the states of the four, and as they were before the block. */
  states: 512,
  former: 640,
  /** Eight words: the state that each text begins with. */
  start: 768,
  /** Four texts with their padding. */
  slots: 1024,
  /** Two words for each text. */
  bounds: 20_480,
  output: 65_536,
  /** One and a quarter of a megabyte, and sixteen bytes to read beyond its end. */
  input: 262_144,
  inputSize: 1_310_720,
} as const

/** As many bytes have the blocks of one text. */
export const SLOT = 4096
export const PAGES = 25
