import { COMMITMENT_FILE } from '../../draw/commitment/commitment.ts'
import { type Content, type OpenFolder, piecesOf } from '../../draw/folder/content.ts'
import { lineEnd, lineWindow } from '../../draw/folder/line-window.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS } from '../../draw/folder/tables.ts'
import { refusal } from '../../refusal.ts'
import { isUscc } from '../../registry/numbers/uscc.ts'
import { type PrivateData, privateDataIn } from '../private-data.ts'
import type { PublicationReasons } from '../reasons.ts'

const refuse = refusal<PublicationReasons>()

/**
 * Refuses to publish files of the law that hold a number of a person, in a code, a name or a stratum: they cannot be
 * masked, for everybody's ticket follows from their bytes. Older draws were frozen without this being asked.
 */
export function refusePrivateData(draw: string, files: OpenFolder): void {
  for (const file of [COMMITMENT_FILE, FRAME.file, EXCLUSIONS.file, POOL.file, RECUSALS.file]) {
    const content = files.get(file)
    const found = content && firstPrivate(content)
    if (found) throw refuse('private-data-published', { draw, file, kind: found.kind, text: found.masked })
  }
}

/** The first number of a person in the lines of a file. */
function firstPrivate(content: Content): PrivateData | undefined {
  const window = lineWindow(piecesOf(content))
  const isClean = cleanLines()
  try {
    for (;;) {
      let to = lineEnd(window, window.at)
      while (to < 0 && window.more()) to = lineEnd(window, window.at)
      const end = to < 0 ? window.end : to
      const line = new TextDecoder().decode(window.bytes.subarray(window.at, end))
      if (!isClean(line)) {
        const [found] = privateDataIn(line)
        if (found !== undefined) return found
      }
      if (to < 0) return undefined
      window.at = to + 1
    }
  } finally {
    window.close()
  }
}

/**
 * Tells lines that need not be looked at: those that differ from one without such numbers by the code of a firm alone. A code
 * with a true check character between two commas is part of no number of a person, unless it spells the word before one.
 */
function cleanLines(): (line: string) => boolean {
  const clean = new Set<string>()
  return line => {
    const [from, to] = codeIn(line)
    if (to === 0) return false
    const around = `${line.slice(0, from)}\n${line.slice(to)}`
    if (clean.has(around)) return true
    if (clean.size < MOST_KEPT && privateDataIn(line).length === 0) clean.add(around)
    return clean.has(around)
  }
}

const MOST_KEPT = 1 << 14

/** Where the first or second field of a line is the code of a firm; [0, 0] where neither is. */
function codeIn(line: string): readonly [number, number] {
  const comma = line.indexOf(',')
  for (const from of [0, comma + 1]) {
    const end = line.indexOf(',', from)
    const to = end < 0 ? line.length : end
    if (to - from !== CODE_LENGTH) continue
    const code = line.slice(from, to)
    if (isUscc(code) && !code.includes('TEL')) return [from, to]
  }
  return [0, 0]
}

const CODE_LENGTH = 18
