import { isObject, parseJson } from '../../json.ts'
import { decodeUtf8 } from '../../text.ts'
import { bytesIn, type OpenFolder } from './content.ts'

/** The file that tells how a draw came about: it decides nothing, but holds what proves a drand value (draw.md, section 4). */
export const RECORD_FILE = 'record.json'

/** The record of a folder by its keys; empty where the file is missing or not a JSON object. */
export function recordIn(folder: OpenFolder): Readonly<Record<string, unknown>> {
  return recordOrNull(folder) ?? {}
}

/** The same; null where the file is missing or not a JSON object. */
export function recordOrNull(folder: OpenFolder): Readonly<Record<string, unknown>> | null {
  const bytes = bytesIn(folder, RECORD_FILE)
  const value = bytes && parseJson(decodeUtf8(bytes) ?? '')
  return isObject(value) ? value : null
}
