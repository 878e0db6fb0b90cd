import type { Day } from '../../dates.ts'
import { isDay } from '../../dates.ts'
import { type Content, piecesOf } from '../../draw/folder/content.ts'
import { parseJson } from '../../json.ts'
import { whole } from '../../pieces.ts'
import { list, object, orNull, text, textThat } from '../../shape.ts'
import { textLines } from '../text-lines.ts'
import type { PublicResult } from './public-result.ts'

/** Where a folder of published results keeps them for programs: what its lists and its page say, a line of JSON for each. */
export const RESULTS_FILE = 'results.jsonl'

const SPEC = 'ssj-results/1'

/** The bytes of the file: who published it and on which day, then a line for each result. */
export function resultsFile(
  results: Iterable<PublicResult>,
  { office, today }: { readonly office: string; readonly today: Day },
): Uint8Array {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = [encoder.encode(`${JSON.stringify({ spec: SPEC, office, day: today })}\n`)]
  let lines: string[] = []
  for (const result of results) {
    if (lines.push(`${JSON.stringify(result)}\n`) < AT_ONCE) continue
    parts.push(encoder.encode(lines.join('')))
    lines = []
  }
  parts.push(encoder.encode(lines.join('')))
  return whole(parts)
}

const AT_ONCE = 1000

/** The results of one target in one draw, read as the file passes; null where it is no such file. */
export function resultsIn(
  content: Content,
  { draw, code }: Pick<PublicResult, 'draw' | 'code'>,
): readonly PublicResult[] | null {
  const lines = textLines(piecesOf(content))
  const first = parseJson(lines.next().value ?? '')
  if (HEAD(first) !== undefined || (first as { spec: string }).spec !== SPEC) return null
  const mark = JSON.stringify(code)
  const found: PublicResult[] = []
  for (const line of lines) {
    if (!line.includes(mark)) continue
    const value = parseJson(line)
    if (RESULT(value) !== undefined) return null
    const result = value as PublicResult
    if (result.draw === draw && result.code === code) found.push(result)
  }
  return found
}

const dayOrNone = textThat('day', value => value === '' || isDay(value))
const HEAD = object<string>({ spec: text, office: text, day: textThat('day', isDay) })
const RESULT = object<string>({
  ...{ draw: text, code: text, department: text, item: text },
  found: orNull(
    object<string>({
      inspected: dayOrNone,
      outcomes: list(text),
      text,
      published: dayOrNone,
      corrections: list(object({ day: text, reason: text })),
    }),
  ),
})
