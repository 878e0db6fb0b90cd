import { type Content, piecesOf } from '../../draw/folder/content.ts'
import { RECORD_FILE } from '../../draw/folder/record-file.ts'
import { LAW_FILES } from '../../draw/verify/law-files.ts'
import { parseJson } from '../../json.ts'
import { encodedPieces, inParts, type Pieces } from '../../pieces.ts'

/** The page that every export holds. */
export const PAGE_FILE = 'verify.html'

/** Where a page as built keeps the files of its folder. */
const EMPTY = '<script type="application/json" id="folder">null</script>'

const BEFORE = EMPTY.slice(0, EMPTY.indexOf('null'))

/** Beyond this many units a page holds no files: it says so and asks for the folder. */
const MOST_UNITS = 48_000_000

/**
 * The page with the files of its own folder in it as data, so that it works by a double click, without network: its bytes,
 * made anew each time they are asked for. What the page needs is the draw and the list of names; nothing in it can end the
 * element or run. Files that are not UTF-8 are left out.
 */
export function pageWith(page: string, files: ReadonlyMap<string, Content | string>): Pieces {
  const at = page.indexOf(EMPTY)
  if (at < 0) throw new Error('verify.html has no place for the folder')
  const [head, tail] = [page.slice(0, at + BEFORE.length), page.slice(at + BEFORE.length + 'null'.length)]
  const kept = [...files].filter(([name]) => NEEDED.has(name) || IS_LIST.test(name))
  const told = kept.map(([name, content]) => ({ name, content, units: unitsOf(content) }))
  const size = told.reduce((sum, { units }) => sum + (units ?? 0), 0)
  const sound = told.filter(({ units }) => units !== undefined)
  return encodedPieces({
    *[Symbol.iterator]() {
      yield head
      if (size > MOST_UNITS) yield '"too-large"'
      else yield* jsonOf(sound)
      yield tail
    },
  })
}

/** The files as JSON, a piece at a time: `[["name","text"],…]`. */
function* jsonOf(files: readonly { readonly name: string; readonly content: Content | string }[]) {
  let before = '['
  for (const { name, content } of files) {
    yield `${before}[${quoted(name)},"`
    for (const text of textsOf(content)) yield quoted(text).slice(1, -1)
    yield '"]'
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[<>\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** How many units of UTF-16 a file has as a text; undefined where it is none. What cannot fit is not read for it. */
function unitsOf(content: Content | string): number | undefined {
  if (typeof content === 'string') return content.length
  if (content.length > 3 * MOST_UNITS) return content.length
  try {
    let units = 0
    for (const text of textsOf(content)) units += text.length
    return units
  } catch {
    return undefined
  }
}

/** A file as texts that follow on each other, no character cut in two. */
function* textsOf(content: Content | string): Generator<string> {
  if (typeof content === 'string') {
    yield content
    return
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (const piece of inParts(piecesOf(content), AT_ONCE, true)) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

/** So many bytes are a text at a time: what is longer is not collected at once. */
const AT_ONCE = 1 << 16

/** The files that a page holds, and the page without them. None where it holds none that can be read. */
export function embeddedIn(page: string): {
  readonly files: readonly (readonly [string, string])[]
  readonly empty: string
} {
  const found = EMBEDDED.exec(page)
  const value = found === null ? undefined : parseJson(found[1]!)
  const empty = found === null ? page : page.replace(found[0], () => EMPTY)
  if (!Array.isArray(value)) return { files: [], empty }
  const isFile = (entry: unknown): entry is readonly [string, string] =>
    Array.isArray(entry) && entry.length === 2 && entry.every(part => typeof part === 'string')
  return { files: value.filter(isFile), empty }
}

/** No `<` stands in the data. */
const EMBEDDED = /<script type="application\/json" id="folder">([^<]*)<\/script>/

/** Lists for people that give targets their names. */
export const IS_LIST = /^[^/]*名单\.csv$/

const NEEDED: ReadonlySet<string> = new Set([RECORD_FILE, ...LAW_FILES])
