import { type AnnouncedSource, sourceOf } from './announced-source.ts'
import { type Seed, type SeedLine, type SeedProblem, seedOfLines, seedText } from './seed.ts'
import { normalise } from './seed-source.ts'

/** Where a draw folder keeps its seed: one line for each announced source, in their order (draw.md, section 4). */
export const SEED_FILE = 'seed.txt'

/** Accepts the text of `seed.txt` only if it is what the law writes; otherwise says where it departs. */
export function readSeedText(sources: readonly AnnouncedSource[], text: string): SeedTextReading {
  const found = text.split('\n')
  const lines: SeedLine[] = []
  for (const [i, source] of sources.map(announced => sourceOf(announced).name).entries()) {
    const expected = `${source}=`
    const line = found[i] ?? ''
    if (!line.startsWith(expected)) return { kind: 'other-source', line: i + 1, expected, found: line }
    lines.push({ source, value: normalise(line.slice(expected.length)) })
  }
  const reading = seedOfLines(sources, lines)
  if (reading.kind === 'problems') return { kind: 'problem', problem: reading.problems[0], lines }
  const canonical = seedText(reading.seed)
  return text === canonical ? reading : { kind: 'not-canonical', canonical }
}

export type SeedTextReading =
  | { readonly kind: 'seed'; readonly seed: Seed }
  /** A line does not begin with the source whose turn it is. */
  | {
      readonly kind: 'other-source'
      readonly line: number
      readonly expected: string
      readonly found: string
    }
  | { readonly kind: 'problem'; readonly problem: SeedProblem; readonly lines: readonly SeedLine[] }
  /** The values are sound, but not written as in `canonical`. */
  | { readonly kind: 'not-canonical'; readonly canonical: string }
