import { decodeUtf8 } from '../../text.ts'
import { COMMITMENT_FILE, type Commitment } from '../commitment/commitment.ts'
import { parseCommitment } from '../commitment/parse-commitment.ts'
import { bytesIn, type OpenFolder } from '../folder/content.ts'
import { readTable } from '../folder/read-table.ts'
import { SPECS } from '../folder/spec.ts'
import type { Table } from '../folder/table.ts'
import type { AnnouncedSource } from '../seed/announced-source.ts'
import type { Seed, SeedLine, SeedProblem } from '../seed/seed.ts'
import { readSeedText, SEED_FILE } from '../seed/seed-file.ts'
import { type Differs, differs, lineDiffers } from './difference.ts'

/** The commitment of a draw folder, canonical and sound in itself (draw.md, section 3); else where it is not. */
export function readCommitment(
  folder: OpenFolder,
): { readonly kind: 'commitment'; readonly commitment: Commitment } | Differs {
  const file = COMMITMENT_FILE
  const read = readText(folder, file)
  if (read.kind === 'differs') return read
  const reading = parseCommitment(read.text)
  switch (reading.kind) {
    case 'commitment':
      return reading
    case 'unknown-spec':
      return differs({ file, check: 'spec', expected: SPECS.join(', '), found: reading.found })
    case 'flawed': {
      const { path, expected, found } = reading.flaw
      return differs({ file, check: 'commitment', column: path, expected, found })
    }
    case 'not-canonical':
      return lineDiffers(file, reading.canonical, read.bytes)!
    default:
      return reading satisfies never
  }
}

/** The rows of one table of a draw folder; it must be there, and canonical. */
export function readRows<Row>(
  folder: OpenFolder,
  table: Table<Row>,
): { readonly kind: 'rows'; readonly rows: readonly Row[] } | Differs {
  const { file } = table
  const bytes = bytesIn(folder, file)
  if (!bytes) return differs({ file, check: 'absent' })
  const reading = readTable(table, bytes)
  return reading.kind === 'rows' ? reading : differs({ file, ...reading.misreading })
}

/** The seed of a draw folder: one line for each source, in order, as the law writes it (section 4). */
export function readSeed(
  folder: OpenFolder,
  sources: readonly AnnouncedSource[],
): { readonly kind: 'seed'; readonly seed: Seed } | Differs {
  const file = SEED_FILE
  const read = readText(folder, file)
  if (read.kind === 'differs') return read
  const reading = readSeedText(sources, read.text)
  switch (reading.kind) {
    case 'seed':
      return reading
    case 'other-source': {
      const { line, expected, found } = reading
      return differs({ file, line, check: 'seed-source', expected, found })
    }
    case 'problem':
      return seedProblemDiffers(file, reading.problem, reading.lines)
    case 'not-canonical':
      return lineDiffers(file, reading.canonical, read.bytes)!
    default:
      return reading satisfies never
  }
}

/** What is wrong with a seed, in the file that is to blame for it. */
export function seedProblemDiffers(file: string, problem: SeedProblem, lines: readonly SeedLine[]): Differs {
  const i = lines.findIndex(({ source }) => source === problem.source)
  const found = 'found' in problem ? problem.found : (lines[i]?.value ?? '')
  const expected = problem.kind === 'form' ? problem.form : ''
  const place = file === SEED_FILE ? { file, line: i + 1 } : { file }
  return differs({ ...place, check: `seed-${problem.kind}`, column: problem.source, expected, found })
}

function readText(
  folder: OpenFolder,
  file: string,
): { readonly kind: 'text'; readonly text: string; readonly bytes: Uint8Array } | Differs {
  const bytes = bytesIn(folder, file)
  if (!bytes) return differs({ file, check: 'absent' })
  const text = decodeUtf8(bytes)
  return text === undefined ? differs({ file, check: 'utf8' }) : { kind: 'text', text, bytes }
}
