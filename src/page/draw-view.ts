import { commitmentDigest } from '../core/draw/commitment/commitment.ts'
import { RECORD_FILE } from '../core/draw/folder/record-file.ts'
import type { Stratum } from '../core/draw/folder/rows.ts'
import type { Folder } from '../core/draw/folder/sums.ts'
import { nameOfSource } from '../core/draw/seed/announced-source.ts'
import type { SeedLine } from '../core/draw/seed/seed.ts'
import { SEED_FILE } from '../core/draw/seed/seed-file.ts'
import { readCommitment } from '../core/draw/verify/read-parts.ts'
import type { OpenedDraw } from '../core/publication/certificate/opened-draw.ts'
import { readRecord, type ToldOccasion } from '../core/publication/export/read-record.ts'
import { countBy } from '../core/tally.ts'
import { decodeUtf8 } from '../core/text.ts'
import type { Listed } from './people-list.ts'

/** What a folder shows before anything is checked. */
export interface DrawView {
  readonly task: { readonly id: string; readonly name: string }
  readonly occasion: ToldOccasion | null
  readonly digest: string
  readonly selectKey: string
  readonly seed: readonly SeedLine[]
  readonly strata: readonly Stratum[]
  readonly frame: number
  /** How many by reason code; null where the exclusions are not shown. */
  readonly excluded: readonly (readonly [code: string, count: number])[] | null
  readonly targets: readonly ListedTarget[]
  readonly substitutions: readonly { readonly out: string; readonly in: string; readonly reason: string }[]
}

/** What a folder fixes that shows no draw: announced, or under seal. */
export type FixedView = Pick<DrawView, 'task' | 'digest' | 'strata' | 'occasion'> & {
  readonly sources: readonly string[]
  /** Lines of a seed that, so the folder says, found no teams. */
  readonly usedUp: readonly string[]
}

export interface ListedTarget extends Listed {
  readonly stratum: string
  readonly rank: number
  readonly target: string
  readonly ticket: string
  readonly status: 'drawn' | 'reserve'
  /** What became of it after the draw: the last substitution that names it. */
  readonly since: 'out' | 'in' | null
}

/** A draw as its folder tells it; names are those of the public list. */
export function viewOf(draw: OpenedDraw, names: ReadonlyMap<string, Listed>): DrawView {
  const { commitment, folder, digest, selectKey, seed, frame, exclusions, selection, substitutions } = draw
  return {
    task: commitment.task,
    occasion: readRecord(folder.get(RECORD_FILE)),
    digest,
    selectKey,
    seed: seed.lines,
    strata: commitment.strata,
    frame: frame.length,
    excluded: exclusions && countsOf(exclusions.map(({ reason }) => reason.split(':')[0]!)),
    targets: selection.map(row => ({
      ...row,
      ...(names.get(row.target) ?? NOBODY),
      since: sinceOf(row.target, substitutions),
    })),
    substitutions: substitutions
      .filter(({ kind }) => kind === 'target')
      .map(({ out, in: into, reason }) => ({ out, in: into, reason })),
  }
}

function sinceOf(target: string, substitutions: OpenedDraw['substitutions']): ListedTarget['since'] {
  const last = substitutions.findLast(
    row => row.kind === 'target' && (row.out === target || row.in === target),
  )
  if (last === undefined) return null
  return last.out === target ? 'out' : 'in'
}

/** What a folder fixes; null where its commitment cannot be read. */
export function fixedIn(folder: Folder): FixedView | null {
  const read = readCommitment(folder)
  if (read.kind === 'differs') return null
  const { task, strata, seedSources } = read.commitment
  const sources = seedSources.map(nameOfSource)
  const occasion = readRecord(folder.get(RECORD_FILE))
  const seed = decodeUtf8(folder.get(SEED_FILE) ?? new Uint8Array()) ?? ''
  const usedUp = seed.split('\n').filter(line => line !== '')
  return { task, strata, sources, usedUp, occasion, digest: commitmentDigest(read.commitment) }
}

const NOBODY: Listed = { name: '', departments: '' }

function countsOf(codes: readonly string[]): (readonly [string, number])[] {
  return [...countBy(codes, code => code)].sort(([, a], [, b]) => b - a)
}
