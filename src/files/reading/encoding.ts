import type { Encoding, FileProblem } from '../../core/file-problem.ts'
import { type Decoder, decoder, firstBadByte, type Piece, wholePieces } from './characters.ts'
import type { Content } from './content.ts'
import { LINE_ENDS, type LineEnd, noteLineEnds } from './csv/line-ends.ts'
import { markingDecoder } from './undecodable.ts'

/** How the bytes of a whole file become text: every byte of it was looked at. */
export interface TextFacts {
  readonly kind: 'text'
  readonly encoding: Encoding
  /** Length of the byte order mark, 0 where there is none. */
  readonly bom: number
  /** Some bytes are no text in it. */
  readonly damaged: boolean
  /** The line ends found anywhere, those inside quotes too. */
  readonly lineEnds: readonly LineEnd[]
  /** The beginning, in UTF-8: all of a short file, whole characters of a long one. */
  readonly head: Buffer
}

/**
 * Byte order mark, else strict UTF-8, else strict GB18030, each over the whole file: right on 10 000 of
 * 10 000 short GBK texts (ecosystem.md), and UTF-8 that was cut or spliced is declined, not read as mojibake. With
 * `skipBad` a few damaged lines are borne: then it is the encoding in which they are fewest.
 */
export async function findEncoding(
  content: Content,
  start: Buffer,
  wish?: Encoding,
  skipBad = false,
): Promise<TextFacts | FileProblem> {
  if (isUtf32(start)) return { kind: 'utf-32' }
  const mark = BOMS.find(([, bytes]) => start.subarray(0, bytes.length).equals(bytes))
  const bomOf = (encoding: Encoding) => (mark?.[0] === encoding ? mark[1].length : 0)
  const encodings = candidates(start, wish ?? mark?.[0])
  let furthest: BadByte | undefined
  for (const encoding of encodings) {
    const bom = bomOf(encoding)
    const found = await examine(content, encoding, bom)
    if (found.kind !== 'bad-byte') return found
    if (furthest === undefined || found.position > furthest.position) furthest = found
    if (encoding === 'utf-8' && found.textBefore) break
  }
  const borne = skipBad ? await leastDamaged(content, encodings, bomOf) : null
  if (borne !== null) return borne
  const { encoding, position, byte } = furthest!
  const line = await lineAt(content, encoding, position)
  return { kind: 'undecodable', encoding, position, byte, line }
}

/** The file in the encoding in which the fewest of its lines are damaged; null where that is more than a slip here and there. */
async function leastDamaged(
  content: Content,
  encodings: readonly Encoding[],
  bomOf: (encoding: Encoding) => number,
): Promise<TextFacts | null> {
  let best: { readonly found: TextFacts; readonly lines: number } | null = null
  for (const encoding of encodings) {
    const { decode, lines } = markingDecoder(encoding)
    let count = 0
    const counting: Decoder = bytes => {
      const text = decode(bytes)!
      for (let at = text.indexOf(LF); at >= 0; at = text.indexOf(LF, at + 1)) count++
      return text
    }
    const found = await examine(content, encoding, bomOf(encoding), counting)
    const most = Math.max(Math.min(MOST_DAMAGED, count / 2), count * DAMAGED_SHARE)
    if (found.kind !== 'text' || lines() > most || (best !== null && lines() >= best.lines)) continue
    best = { found: { ...found, damaged: true }, lines: lines() }
  }
  return best?.found ?? null
}

/** More damaged lines than these, and the file is in another encoding, or no text at all. */
const MOST_DAMAGED = 10
const DAMAGED_SHARE = 0.05

/** What `--encoding` names; undefined where it is none we read. */
export function encodingNamed(name: string): Encoding | undefined {
  return ENCODING_NAMES.get(name.toLowerCase())
}

const ENCODING_NAMES: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
])

const BOMS: readonly (readonly [Encoding, Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['gb18030', Buffer.from([0x84, 0x31, 0x95, 0x33])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
]

/** Its byte order mark, or a beginning in which every four bytes are one character of the first plane. */
function isUtf32(start: Buffer): boolean {
  if (start.length < 8) return false
  if (start.readUInt32LE(0) === 0xfeff || start.readUInt32BE(0) === 0xfeff) return true
  const [little, big] = [(at: number) => start.readUInt32LE(at), (at: number) => start.readUInt32BE(at)]
  return [little, big].some(unit => {
    for (let at = 0; at + 4 <= Math.min(start.length, 256); at += 4)
      if (unit(at) < 9 || unit(at) > 0xffff) return false
    return true
  })
}

function candidates(start: Buffer, known: Encoding | undefined): readonly Encoding[] {
  if (known) return [known]
  const little = asciiUnits(start, 0)
  const big = asciiUnits(start, 1)
  const obvious = start.length / 2 / 16
  if (little >= obvious && little > 8 * big) return ['utf-16le']
  if (big >= obvious && big > 8 * little) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/** Two-byte units that are ASCII text when the low byte stands at `low`; a Chinese table is full of them. */
function asciiUnits(bytes: Buffer, low: 0 | 1): number {
  let count = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const byte = bytes[i + low]!
    if (bytes[i + 1 - low] === 0 && byte >= 0x09 && byte < 0x7f) count++
  }
  return count
}

/**
 * `textBefore`: what went before was UTF-8 beyond chance, so the file is damaged UTF-8 and must not be tried
 * as GB18030, which would find other characters in the same bytes. In GBK text an accidental UTF-8 character
 * of three bytes has odds of about one in twenty; eight without a slip do not happen.
 */
interface BadByte {
  readonly kind: 'bad-byte'
  readonly encoding: Encoding
  readonly position: number
  readonly byte: number
  readonly textBefore: boolean
}

async function examine(
  content: Content,
  encoding: Encoding,
  bom: number,
  decode: Decoder = decoder(encoding),
): Promise<TextFacts | FileProblem | BadByte> {
  const seen = new Set<LineEnd>()
  const head: Buffer[] = []
  let headLength = 0
  for await (const piece of wholePieces(content.chunks(), encoding, bom)) {
    const text = decode(piece.bytes)
    if (text === undefined) return badByte(piece, encoding, Buffer.concat(head), decode)
    if (text.includes(0)) return { kind: 'binary', position: piece.at + firstNul(piece.bytes, encoding) }
    noteLineEnds(text, seen)
    if (headLength < HEAD_BYTES) {
      head.push(text)
      headLength += text.length
    }
  }
  if (headLength === 0) return { kind: 'empty' }
  const lineEnds = LINE_ENDS.filter(end => seen.has(end))
  return { kind: 'text', encoding, bom, damaged: false, lineEnds, head: Buffer.concat(head) }
}

const HEAD_BYTES = 1 << 16

function badByte(piece: Piece, encoding: Encoding, head: Buffer, decode: Decoder): BadByte {
  const position = firstBadByte(piece, encoding)
  const byte = piece.bytes[position - piece.at] ?? 0
  const before = decode(piece.bytes.subarray(0, position - piece.at)) ?? Buffer.alloc(0)
  const textBefore =
    (Buffer.concat([head, before])
      .toString()
      .match(/[\u0800-\uffff]/g)?.length ?? 0) >= 8
  return { kind: 'bad-byte', encoding, position, byte, textBefore }
}

/** The number of the line that a position stands in; CR LF is one line end. */
async function lineAt(content: Content, encoding: Encoding, position: number): Promise<number> {
  const width = encoding.startsWith('utf-16') ? 2 : 1
  let [line, at, unit, before] = [1, 0, 0, 0]
  for await (const chunk of content.chunks()) {
    for (const byte of chunk) {
      if (at >= position) return line
      unit = encoding === 'utf-16le' && at % 2 === 1 ? unit | (byte << 8) : (unit << 8) | byte
      if (++at % width !== 0) continue
      if (unit === CR || (unit === LF && before !== CR)) line++
      before = unit
      unit = 0
    }
  }
  return line
}

const CR = 0x0d
const LF = 0x0a

function firstNul(bytes: Buffer, encoding: Encoding): number {
  if (encoding === 'utf-8' || encoding === 'gb18030') return bytes.indexOf(0)
  for (let i = 0; ; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return i
}
