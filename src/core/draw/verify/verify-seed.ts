import { isObject, parseJson } from '../../json.ts'
import { decodeUtf8 } from '../../text.ts'
import type { Folder } from '../folder/sums.ts'
import { type Seed, type SeedLine, type SeedProblem, seedOfLines, seedText } from '../seed/seed.ts'
import { normalise } from '../seed/seed-source.ts'
import { signatureProblem } from '../seed/signatures.ts'
import { type Differs, differs, lineDiffers } from './difference.ts'
import { type Sums, sumDiffers } from './read-sums.ts'

export const SEED_FILE = 'seed.txt'
export const RECORD_FILE = 'record.json'

/** The seed of a folder: one line for each source, in order, as the law writes it; the checked kinds hold (section 4). */
export async function readSeed(
  folder: Folder,
  sums: Sums,
  sources: readonly string[],
): Promise<{ readonly kind: 'seed'; readonly seed: Seed } | Differs> {
  const file = SEED_FILE
  const bytes = folder.get(file)
  if (!bytes) return differs({ file, check: 'absent' })
  const text = decodeUtf8(bytes)
  if (text === undefined) return differs({ file, check: 'utf8' })
  const found = text.split('\n')
  const lines: SeedLine[] = []
  for (const [i, source] of sources.map(normalise).entries()) {
    const line = found[i] ?? ''
    if (!line.startsWith(`${source}=`)) {
      return differs({ file, line: i + 1, check: 'seed-source', expected: `${source}=`, found: line })
    }
    lines.push({ source, value: normalise(line.slice(source.length + 1)) })
  }
  const reading = seedOfLines(lines)
  if (reading.kind === 'problems') return problemDiffers(file, reading.problems[0], lines)
  const { seed } = reading
  const differing = lineDiffers(file, seedText(seed), bytes) ?? sumDiffers(sums, RECORD_FILE, 'unproven')
  if (differing) return differing
  const problem = await signatureProblem(seed, signaturesIn(folder.get(RECORD_FILE)))
  return problem ? problemDiffers(RECORD_FILE, problem, lines) : { kind: 'seed', seed }
}

function problemDiffers(file: string, problem: SeedProblem, lines: readonly SeedLine[]): Differs {
  const line = lines.findIndex(({ source }) => source === problem.source) + 1
  const found = 'found' in problem ? problem.found : (lines[line - 1]?.value ?? '')
  const place = { file, ...(file === SEED_FILE ? { line } : {}) }
  return differs({ ...place, check: `seed-${problem.kind}`, column: problem.source, found })
}

/** `signatures` of `record.json`, by source; none where the record is missing or holds none. */
function signaturesIn(record: Uint8Array | undefined): Readonly<Record<string, unknown>> {
  const value = record && parseJson(decodeUtf8(record) ?? '')
  return isObject(value) && isObject(value.signatures) ? value.signatures : {}
}
