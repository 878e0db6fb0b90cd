import { byBytes } from '../../bytes.ts'
import { bytesIn, type Content, digestOf, type OpenFolder } from '../../draw/folder/content.ts'
import { sumLine } from '../../draw/folder/sums.ts'
import { type Differs, differs, lineDiffers } from '../../draw/verify/difference.ts'
import { DIGEST } from '../../hex.ts'
import { decodeUtf8 } from '../../text.ts'

/** Labels and values of `bag-info.txt`: nothing in them may hold a line end. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

/** A folder as the payload of a bag (BagIt 1.0, RFC 8493), with manifests of SHA-256. The same files give the same bytes. */
export function bagOf<Of extends Content>(
  payload: ReadonlyMap<string, Of>,
  info: BagInfo,
): Map<string, Of | Uint8Array> {
  const data = new Map([...payload].map(([name, content]) => [`${DATA}${name}`, content] as const))
  const octets = [...payload.values()].reduce((sum, { length }) => sum + length, 0)
  const lines = [...info, ['Payload-Oxum', `${octets}.${payload.size}`] as const]
  const tags = new Map([
    [DECLARATION, encode(DECLARED)],
    [INFO, encode(lines.map(([label, value]) => `${label}: ${value}\n`).join(''))],
    [MANIFEST, encode(manifestOf(data))],
  ])
  return new Map<string, Of | Uint8Array>([...data, ...tags, [TAG_MANIFEST, encode(manifestOf(tags))]])
}

/** Whether a folder says that it is a bag, or was one before something was taken away. */
export function isBag(folder: OpenFolder): boolean {
  return folder.has(DECLARATION) || folder.has(MANIFEST)
}

/** What a bag carries, by its names without `data/`. */
export function payloadOf(bag: OpenFolder): OpenFolder {
  return new Map(
    [...bag]
      .filter(([name]) => name.startsWith(DATA))
      .map(([name, content]) => [name.slice(DATA.length), content]),
  )
}

/**
 * Where a bag first is not what its manifests say, or nothing. Its payload is proven before (by the draw's own files), so
 * a manifest that says otherwise is wrong; `bag-info.txt` is proven by nothing else.
 */
export function bagDiffers(bag: OpenFolder): Differs | undefined {
  const bytes = bytesIn(bag, DECLARATION)
  if (bytes === undefined) return differs({ file: DECLARATION, check: 'absent' })
  const names = [...bag.keys()]
  const tags = names.filter(name => !name.startsWith(DATA) && name !== TAG_MANIFEST)
  return (
    lineDiffers(DECLARATION, DECLARED, bytes) ??
    manifestDiffers(
      bag,
      MANIFEST,
      names.filter(name => name.startsWith(DATA)),
    ) ??
    manifestDiffers(bag, TAG_MANIFEST, tags)
  )
}

function manifestDiffers(bag: OpenFolder, file: string, names: readonly string[]): Differs | undefined {
  const bytes = bytesIn(bag, file)
  if (bytes === undefined) return differs({ file, check: 'absent' })
  const lines = (decodeUtf8(bytes) ?? new TextDecoder().decode(bytes)).split(/\r?\n/)
  const unlisted = new Set(names)
  for (const [i, found] of lines.entries()) {
    if (found === '' && i === lines.length - 1) break
    const [, listed, path] = LINE.exec(found) ?? []
    const at = { file, line: i + 1, found }
    if (listed === undefined || path === undefined) return differs({ ...at, check: 'sum-form' })
    const name = decoded(path)
    if (!unlisted.delete(name)) return differs({ ...at, check: bag.has(name) ? 'sum-name' : 'absent' })
    const actual = digestOf(bag.get(name)!)
    if (actual === listed) continue
    return name === INFO
      ? differs({ file: name, check: 'digest', expected: listed, found: actual })
      : differs({ ...at, check: 'digest', expected: actual, found: listed })
  }
  const [missing] = [...unlisted].sort(byBytes)
  return missing === undefined ? undefined : differs({ file, check: 'unlisted', expected: missing })
}

function manifestOf(files: OpenFolder): string {
  return [...files.keys()]
    .sort(byBytes)
    .map(name => sumLine(digestOf(files.get(name)!), encoded(name)))
    .join('')
}

/** Paths of a manifest: a line end and the percent sign itself are percent-encoded (RFC 8493, section 2.1.3). */
function encoded(path: string): string {
  return path.replace(/[%\r\n]/g, of => `%${of.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

function decoded(path: string): string {
  return path.replace(/%(25|0A|0D)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const DATA = 'data/'
const DECLARATION = 'bagit.txt'
const INFO = 'bag-info.txt'
const DECLARED = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
const MANIFEST = 'manifest-sha256.txt'
const TAG_MANIFEST = 'tagmanifest-sha256.txt'
const LINE = new RegExp(`^(${DIGEST}) +\\*?(.+)$`)
