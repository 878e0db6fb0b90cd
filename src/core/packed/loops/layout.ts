import { RECORD, UNIT } from '../../ledger.ts'

/** The marks between cells and between rows. */
export const [UNIT_BYTE, RECORD_BYTE] = [UNIT.charCodeAt(0), RECORD.charCodeAt(0)]

/** Where things lie in the memory of the loops; what only one of them needs lies where the other has its own. */
export const LAYOUT = {
  /** What a call has to tell: which list is full, or where it stopped, with the hash of that row and its place in the table. */
  full: 0,
  row: 4,
  end: 8,
  hash: 12,
  slot: 16,
  /** The value of each character of a code, below nought where it has none, and the weight of each place (GB 32100). */
  values: 256,
  weights: 512,
  /** Which bytes may stand in an id. */
  inIds: 768,
  /** Sixteen vectors: the first has no ones, each further one a byte more of them. */
  masks: 1024,
  /** Four words of each id: where it begins and ends, the number of its row, and whether it may stand as it is; then the way it goes. */
  ids: 4096,
  /** Four words of each line: where it begins, where its second field begins and ends, and whether its first is another than before. */
  lines: 4096,
  /** Two words of each row: what becomes of it, and where it ends. */
  rows: 4096,
  /** Rows that were met, by their hash: words that say where four words of each lie. */
  slots: 266_240,
  entries: 790_528,
  texts: 1_839_104,
  /** Behind what is asked for, at least. */
  input: 10_223_616,
  /** Of ids, and of lines, which need none of the three. */
  inputOfIds: 266_240,
} as const

/** As many ids, lines or rows pass at once, of so many bytes: more would have to be held twice. */
export const [MOST_ROWS, MOST_INPUT] = [16_384, 1 << 24] as const
/** So many different rows are remembered, of so many bytes. */
export const [MOST_KNOWN, SLOTS] = [1 << 16, 1 << 17] as const
export const TEXT_ROOM = LAYOUT.input - LAYOUT.texts

/** What becomes of a row that is no number: it is empty, or has not as many cells as it should have. */
export const [IS_EMPTY, IS_ODD] = [-2, -3] as const
