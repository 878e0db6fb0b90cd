import { type Content, piecesOf } from '../../draw/folder/content.ts'
import { isObject, parseJson } from '../../json.ts'
import { textLines } from '../text-lines.ts'

/**
 * Some of what `papers.json` tells, as it passes: the values of these keys of the whole, as far as the file is written as
 * `toldText` writes it. What nobody asked for, which may be a line for every target drawn, is not held.
 */
export function toldParts(content: Content, keys: readonly string[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>()
  let key = ''
  let lines: string[] = []
  const finish = () => {
    if (lines.length === 0) return
    const value = parseJson(`{${lines.join('\n').replace(/,$/, '')}}`)
    if (isObject(value)) found.set(key, value[key])
    lines = []
  }
  for (const line of textLines(piecesOf(content))) {
    const begun = KEY.exec(line)?.[1]
    if (begun !== undefined || line === '}') {
      finish()
      key = begun ?? ''
    }
    if (begun === undefined ? lines.length > 0 && line !== '}' : keys.includes(begun)) lines.push(line)
  }
  return found
}

/** A key of the whole stands behind one blank. */
const KEY = /^ "([a-zA-Z]+)":/
