import { commitmentDigest } from '../core/draw/commitment.ts'
import type { Step } from '../core/draw/draw-again.ts'
import type { Stratum } from '../core/draw/folder.ts'
import type { SeedLine } from '../core/draw/seed.ts'
import { type Folder, readSums, SUMS, sumsText } from '../core/draw/sums.ts'
import { type Verdict, verify } from '../core/draw/verdict.ts'
import { readCommitment } from '../core/draw/verify-fixed.ts'
import { RECORD_FILE } from '../core/draw/verify-seed.ts'
import type { Finding } from '../core/publication/certificate.ts'
import { finder } from '../core/publication/finding.ts'
import { type OpenedDraw, openDraw } from '../core/publication/opened-draw.ts'
import { readRecord, type ToldOccasion } from '../core/publication/read-record.ts'
import { type CertificateCheck, verifyCertificate } from '../core/publication/verify-certificate.ts'
import { type Listed, namesIn } from './people-list.ts'

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

export interface Checked {
  readonly verdict: Verdict
  /** Every file that is not what SHA256SUMS says. */
  readonly changed: readonly string[]
  readonly milliseconds: number
}

export type Found =
  | { readonly kind: 'target'; readonly id: string; readonly name: string; readonly finding: Finding }
  | { readonly kind: 'several'; readonly targets: readonly { readonly id: string; readonly name: string }[] }

/** Reads and computes for the page, in a worker where there is one. It knows no document. */
export interface Engine {
  /** `view` is null where the folder holds no draw that can be read; `verify` says why. */
  open(
    files: readonly (readonly [string, Uint8Array])[],
    embedded: boolean,
  ): { readonly view: DrawView | null; readonly fixed: FixedView | null }
  verify(begins: (step: Step) => void): Promise<Checked>
  find(text: string): Found
  certificate(file: string, bytes: Uint8Array): Promise<CertificateCheck>
}

export function engine(): Engine {
  let folder: Folder = new Map()
  let draw: OpenedDraw | null = null
  let names: ReadonlyMap<string, Listed> = new Map()
  let find: ReturnType<typeof finder> | undefined
  return {
    open(files, embedded) {
      const opened = new Map(files)
      // A page cannot hold the sums of the folder it is a file of: those are checked when the folder is dropped.
      if (embedded) opened.set(SUMS, new TextEncoder().encode(sumsText(opened)))
      folder = opened
      draw = openDraw(folder)
      names = namesIn(folder)
      find = undefined
      return draw ? { view: viewOf(draw, names), fixed: null } : { view: null, fixed: fixedIn(folder) }
    },
    async verify(begins) {
      const start = performance.now()
      const verdict = await verify(folder, begins)
      return { verdict, changed: changedFiles(folder), milliseconds: performance.now() - start }
    },
    find(text) {
      if (draw === null) return { kind: 'several', targets: [] }
      find ??= finder(draw, unproven)
      const [id, ...others] = idsOf(draw, names, text)
      if (id === undefined || others.length > 0) {
        const ids = id === undefined ? [] : [id, ...others]
        return { kind: 'several', targets: ids.map(of => ({ id: of, name: names.get(of)?.name ?? '' })) }
      }
      return { kind: 'target', id, name: names.get(id)?.name ?? '', finding: find(id, true) }
    },
    certificate: (file, bytes) => verifyCertificate(file, bytes, folder),
  }
}

/** The whole frame is at hand, and verified: a tree over it would only take time. */
const unproven = (index: number) => ({ line: '', index, proof: [] })

function viewOf(draw: OpenedDraw, names: ReadonlyMap<string, Listed>): DrawView {
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

function fixedIn(folder: Folder): FixedView | null {
  const read = readCommitment(folder)
  if (read.kind === 'differs') return null
  const { task, strata, seedSources: sources } = read.commitment
  const occasion = readRecord(folder.get(RECORD_FILE))
  return { task, strata, sources, occasion, digest: commitmentDigest(read.commitment) }
}

const NOBODY: Listed = { name: '', departments: '' }

function countsOf(codes: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

function changedFiles(folder: Folder): string[] {
  const listed = readSums(folder)
  if (listed.kind === 'differs') return []
  return [...listed.sums].filter(([, sum]) => sum.listed !== sum.actual).map(([name]) => name)
}

/** The targets that a citizen may mean: a code as typed or in capitals, else an exact name, else a part of one. */
function idsOf(draw: OpenedDraw, names: ReadonlyMap<string, Listed>, text: string): readonly string[] {
  const wanted = text.normalize('NFKC').trim()
  const upper = wanted.toUpperCase()
  const known = [...draw.frame, ...(draw.exclusions ?? [])]
  for (const code of new Set([wanted, upper])) {
    if (known.some(({ target }) => target === code)) return [code]
  }
  const named = [...names].filter(([, { name }]) => name === wanted)
  const like = named.length > 0 ? named : [...names].filter(([, { name }]) => name.includes(wanted))
  if (like.length > 0) return like.map(([id]) => id).slice(0, MOST_NAMED)
  return LOOKS_LIKE_CODE.test(upper) ? [upper] : []
}

const MOST_NAMED = 20
const LOOKS_LIKE_CODE = /^[0-9A-Z-]{2,32}$/
