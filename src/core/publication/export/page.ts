import { RECORD_FILE } from '../../draw/folder/record-file.ts'
import { LAW_FILES } from '../../draw/verify/law-files.ts'
import { parseJson } from '../../json.ts'
import { decodeUtf8 } from '../../text.ts'

/** The page that every export holds. */
export const PAGE_FILE = 'verify.html'

/** Where a page as built keeps the files of its folder. */
const EMPTY = '<script type="application/json" id="folder">null</script>'

/** Beyond this many bytes a page holds no files: it says so and asks for the folder. */
const MOST_BYTES = 48_000_000

/**
 * The page with the files of its own folder in it as data, so that it works by a double click, without network. What the
 * page needs is the draw and the list of names; nothing in it can end the element or run.
 */
export function pageWith(page: string, files: ReadonlyMap<string, Uint8Array | string>): string {
  const kept = [...files].filter(([name]) => NEEDED.has(name) || IS_LIST.test(name))
  const texts = kept.map(([name, content]) => [
    name,
    typeof content === 'string' ? content : decodeUtf8(content),
  ])
  const size = texts.reduce((sum, [, text]) => sum + (text?.length ?? 0), 0)
  const data = size > MOST_BYTES ? 'too-large' : texts.filter(([, text]) => text !== undefined)
  const json = JSON.stringify(data).replace(/[<>\u2028\u2029]/g, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  if (!page.includes(EMPTY)) throw new Error('verify.html has no place for the folder')
  return page.replace(EMPTY, () => EMPTY.replace('null', () => json))
}

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
