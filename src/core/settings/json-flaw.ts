/** Where a text stops to be JSON (RFC 8259), for whoever wrote it by hand. */
export interface JsonFlaw {
  /** Line and column of the first character that is none of JSON, both from 1; a column is a character, whatever its bytes. */
  readonly line: number
  readonly column: number
  /** What stands there: what other notations have and JSON has not, an end before its time, or the character itself. */
  readonly what: 'comment' | 'trailing-comma' | 'quote' | 'unquoted' | 'end' | 'character'
  readonly character: string
}

/** The first flaw of a text that `JSON.parse` refuses; null where there is none. Linear, and as deep as the text is. */
export function jsonFlaw(text: string): JsonFlaw | null {
  const scan: Scan = { text, at: 0, open: [], expected: 'value' }
  for (;;) {
    skipBlank(scan)
    if (scan.at === text.length) return scan.expected === 'nothing' ? null : flawAt(scan, 'end')
    const flaw = AT[scan.expected](scan, text[scan.at]!)
    if (flaw !== null) return flawAt(scan, flaw)
  }
}

interface Scan {
  readonly text: string
  at: number
  /** The brackets that stand open. */
  readonly open: ('{' | '[')[]
  expected: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma' | 'nothing'
}

type Found = JsonFlaw['what'] | null

/** At each place: takes what JSON has there, or says what stands there instead. */
const AT: Readonly<Record<Scan['expected'], (scan: Scan, next: string) => Found>> = {
  key: (scan, next) => (next === '}' ? trailing(scan) : key(scan, next)),
  'key-or-end': (scan, next) => (next === '}' ? close(scan) : key(scan, next)),
  colon: (scan, next) => (next === ':' ? take(scan, 1, 'value') : strange(next)),
  comma(scan, next) {
    const [closing, then] = scan.open.at(-1) === '{' ? (['}', 'key'] as const) : ([']', 'value'] as const)
    if (next === ',') return take(scan, 1, then)
    return next === closing ? close(scan) : strange(next)
  },
  value: (scan, next) => (next === ']' && scan.open.at(-1) === '[' ? trailing(scan) : value(scan, next)),
  'value-or-end': (scan, next) => (next === ']' ? close(scan) : value(scan, next)),
  nothing: (_, next) => strange(next),
}

function key(scan: Scan, next: string): Found {
  if (next === '"') return takeString(scan, 'colon')
  return WORD.test(next) ? 'unquoted' : strange(next)
}

function value(scan: Scan, next: string): Found {
  if (next === '"') return takeString(scan, afterValue(scan))
  if (next === '{' || next === '[') {
    scan.open.push(next)
    return take(scan, 1, next === '{' ? 'key-or-end' : 'value-or-end')
  }
  SCALAR.lastIndex = scan.at
  const [scalar] = SCALAR.exec(scan.text) ?? []
  if (scalar !== undefined) return take(scan, scalar.length, afterValue(scan))
  return WORD.test(next) ? 'unquoted' : strange(next)
}

function takeString(scan: Scan, then: Scan['expected']): Found {
  STRING.lastIndex = scan.at
  const [written] = STRING.exec(scan.text) as RegExpExecArray
  scan.at += written.length
  if (scan.text[scan.at] === '"') return take(scan, 1, then)
  return scan.at === scan.text.length ? 'end' : 'character'
}

/** A comma stands before the bracket that closes: it is the one to be told. */
function trailing(scan: Scan): JsonFlaw['what'] {
  do scan.at--
  while (scan.text[scan.at] !== ',')
  return 'trailing-comma'
}

function close(scan: Scan): null {
  scan.open.pop()
  return take(scan, 1, afterValue(scan))
}

function take(scan: Scan, length: number, then: Scan['expected']): null {
  scan.at += length
  scan.expected = then
  return null
}

const afterValue = ({ open }: Scan): Scan['expected'] => (open.length === 0 ? 'nothing' : 'comma')

function strange(next: string): JsonFlaw['what'] {
  if (next === '/' || next === '#') return 'comment'
  return QUOTES.has(next) ? 'quote' : 'character'
}

function skipBlank(scan: Scan): void {
  while (BLANK.has(scan.text[scan.at] ?? '')) scan.at++
}

function flawAt({ text, at }: Scan, what: JsonFlaw['what']): JsonFlaw {
  const before = text.slice(0, at).split(/\r\n|[\r\n]/)
  const character = text.codePointAt(at)
  return {
    line: before.length,
    column: [...before.at(-1)!].length + 1,
    what,
    character: character === undefined ? '' : String.fromCodePoint(character),
  }
}

const BLANK: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r'])
/** Marks that people and word processors put around a text instead of `"`. */
const QUOTES: ReadonlySet<string> = new Set(["'", '`', '“', '”', '‘', '’', '＂', '「', '『'])
const WORD = /[\p{L}\p{N}_$+.-]/u
/** What else a value may be; a word or a number that goes on is another one. */
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\p{L}\p{N}_$+.-])/uy
/** From a quotation mark to the next, or to what no string can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a string cannot hold
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/y
