import { sortByBytes } from '../../bytes.ts'
import { commitmentDigest } from '../../draw/commitment/commitment.ts'
import { bytesIn, type Content, type OpenFolder, piecesOf } from '../../draw/folder/content.ts'
import { firstDifference } from '../../draw/folder/first-difference.ts'
import { RECORD_FILE, recordOrNull } from '../../draw/folder/record-file.ts'
import { SUMS_FILE } from '../../draw/folder/sums.ts'
import { type Differs, differs, lineDiffers } from '../../draw/verify/difference.ts'
import { LAW_FILES } from '../../draw/verify/law-files.ts'
import { readCommitment } from '../../draw/verify/read-parts.ts'
import type { Verdict } from '../../draw/verify/verdict.ts'
import { isObject } from '../../json.ts'
import type { Pieces } from '../../pieces.ts'
import { decodeUtf8 } from '../../text.ts'
import { statementOf } from '../draw-facts.ts'
import { PAGE_FILE } from '../export/page.ts'
import { announcementPapers, type Papers, papersOf } from '../papers/papers-of.ts'
import { inputFromTold, wishesFromTold } from './as-told.ts'
import { lawPartsOf } from './law-parts.ts'
import { pageDiffers } from './page-differs.ts'
import {
  type PaperForms,
  readTold,
  TOLD_FILE,
  type ToldAnnouncement,
  type ToldFacts,
  type ToldPapers,
} from './told-papers.ts'

/** What was found of the papers of a folder that agrees with the law. */
export interface PapersVerdict {
  readonly kind: 'papers'
  /** Whether they could be laid out again: another version of the program lays them out otherwise, older ones told nothing. */
  readonly laid: 'again' | 'by-another-version' | 'untold'
  /** What is byte for byte what follows from the files of the law and from `papers.json`. */
  readonly checked: readonly string[]
  /** What nobody looked at: nothing that it says is shown by anything. */
  readonly unchecked: readonly string[]
  /** A draw that its record says is void. */
  readonly void: { readonly reason: string } | null
  /** Whether it was frozen and drawn at once, as the record says: nothing was fixed in public before. */
  readonly atOnce: boolean
  /** Why a seed that can be steered was used, as the record says. */
  readonly weak: { readonly reason: string; readonly approver: string } | null
}

/** A paper as a file of a folder. */
export interface WrittenPaper {
  readonly file: string
  /** Its bytes, which may be gone over more than once; null where whoever lays papers out does not write it as the folder has it. */
  readonly content: Pieces | null
  /** Of a list that the page of a folder holds: its text. */
  readonly plain?: string
}

/** Writes papers as their files, one after the other; a format that it does not write is left out. */
export type PaperWriter = (papers: Papers, forms: PaperForms) => AsyncIterable<WrittenPaper>

/**
 * Lays out again all that people read in a folder that agrees with the law, and compares: what follows from the law with
 * the files of the law, what is the office's word with `papers.json` and `record.json`, so that no paper says another
 * thing than the others. What cannot be checked is named. `carried` are the page (without a folder in it), the verifier and
 * the law as this program carries them; none where they are not at hand.
 */
export async function papersVerdict(
  folder: OpenFolder,
  verdict: Exclude<Verdict, Differs>,
  write: PaperWriter,
  carried: ReadonlyMap<string, string>,
): Promise<PapersVerdict | Differs> {
  const record = recordOrNull(folder)
  const found = {
    kind: 'papers',
    checked: [],
    void: voidIn(record),
    weak: weakIn(record),
    atOnce: isAtOnce(record),
  } as const
  // However the folder came: disks list their files in orders of their own.
  const others = sortByBytes([...folder.keys()].filter(file => !OF_THE_LAW.has(file)))
  const bytes = bytesIn(folder, TOLD_FILE)
  if (bytes === undefined) return { ...found, laid: 'untold', unchecked: others }
  const read = readTold(bytes)
  if (read.kind === 'other-laying') return { ...found, laid: 'by-another-version', unchecked: others }
  if (read.kind === 'misread')
    return differs({ file: TOLD_FILE, check: 'told-form', column: read.path, found: read.found })
  const { told } = read
  const papers =
    read.kind === 'announced' ? announcedAgain(folder, read.told) : laidAgain(folder, verdict, read.told)
  if (papers === null) return { ...found, laid: 'untold', unchecked: others }
  const other = read.kind === 'announced' ? undefined : recordDiffers(record, read.told.facts)
  if (other !== undefined) return other
  const untold = read.kind === 'announced' ? undefined : weaknessUntold(verdict, read.told.facts)
  if (untold !== undefined) return untold
  const compared = await comparedWith(folder, write(papers, told))
  if (compared.kind === 'differs') return compared
  const { plain, checked } = compared
  const paged = pageDiffers(folder, plain, carried.get(PAGE_FILE))
  if (typeof paged !== 'boolean') return paged
  const own = [...(paged ? [PAGE_FILE] : []), ...others.filter(file => isCarried(folder, file, carried))]
  const known = new Set([...checked, TOLD_FILE, RECORD_FILE, ...own])
  return {
    ...found,
    laid: 'again',
    checked: [...checked, ...own],
    unchecked: others.filter(file => !known.has(file)),
  }
}

/** The names of the papers, each of which is what lies in the folder, and the lists among them as text; or the first that is not. */
async function comparedWith(
  folder: OpenFolder,
  papers: AsyncIterable<WrittenPaper>,
): Promise<Differs | { kind: 'same'; checked: readonly string[]; plain: ReadonlyMap<string, string> }> {
  const plain = new Map<string, string>()
  const checked: string[] = []
  for await (const { file, content, plain: text } of papers) {
    if (text !== undefined) plain.set(file, text)
    if (content === null) continue
    const own = folder.get(file)
    if (own === undefined) return differs({ file, check: 'absent' })
    const different = fileDiffers(file, content, own)
    if (different !== undefined) return different
    checked.push(file)
  }
  return { kind: 'same', checked, plain }
}

/** The papers of a result folder; null where it holds no draw that they could tell of. */
function laidAgain(folder: OpenFolder, verdict: Exclude<Verdict, Differs>, told: ToldPapers): Papers | null {
  const law = lawPartsOf(folder, verdict.kind === 'failed' ? verdict.department : null)
  return law === null ? null : papersOf(inputFromTold(told, law), wishesFromTold(told))
}

/** The papers of a folder that only announces. */
function announcedAgain(folder: OpenFolder, { announced }: ToldAnnouncement): Papers | null {
  const read = readCommitment(folder)
  if (read.kind === 'differs') return null
  const { commitment } = read
  return announcementPapers({ ...announced, commitment, digest: commitmentDigest(commitment) })
}

/** Whether a file is the verifier or the law as this program carries it. */
function isCarried(folder: OpenFolder, file: string, carried: ReadonlyMap<string, string>): boolean {
  const own = file === PAGE_FILE ? undefined : carried.get(file)
  return own !== undefined && decodeUtf8(bytesIn(folder, file)!) === own
}

const OF_THE_LAW: ReadonlySet<string> = new Set([SUMS_FILE, ...LAW_FILES])

function fileDiffers(file: string, expected: Pieces, found: Content): Differs | undefined {
  if (!IS_BINARY.test(file)) return lineDiffers(file, expected, found)
  return firstDifference(expected, piecesOf(found)) === null ? undefined : differs({ file, check: 'paper' })
}

const IS_BINARY = /\.(?:xlsx|docx|ofd)$/

function voidIn(record: unknown): PapersVerdict['void'] {
  if (!isObject(record) || !isObject(record.void)) return null
  return { reason: String(record.void.reason ?? '') }
}

function isAtOnce(record: unknown): boolean {
  return isObject(record) && record.commitment === 'with-the-draw'
}

function weakIn(record: unknown): PapersVerdict['weak'] {
  if (!isObject(record) || !isObject(record.weakSeed)) return null
  const { reason, approver } = record.weakSeed
  return { reason: String(reason ?? ''), approver: String(approver ?? '') }
}

/** A seed that can be steered is used after its announcement only with an approval, which every paper tells. */
function weaknessUntold(
  verdict: Exclude<Verdict, Differs>,
  { circumstances }: ToldFacts,
): Differs | undefined {
  const isWeak = verdict.chance !== null && !verdict.chance.steerProof
  if (!isWeak || circumstances.committed === 'at-once' || circumstances.weak != null) return undefined
  return differs({ file: TOLD_FILE, check: 'told', column: 'circumstances.weak' })
}

/** What `record.json` and the papers both tell must be the same. */
function recordDiffers(record: unknown, facts: ToldFacts): Differs | undefined {
  if (!isObject(record)) return differs({ file: RECORD_FILE, check: 'absent' })
  const { frozen, drawn } = record
  const { committed, machine } = facts.circumstances
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['draw', facts.number, record.draw],
    ['attempt', facts.attempt, record.attempt],
    ['task', facts.task.id, record.task],
    ['frozen.at', facts.frozen.at, isObject(frozen) ? frozen.at : undefined],
    ['frozen.by', facts.frozen.by, isObject(frozen) ? frozen.by : undefined],
    ['drawn.at', facts.drawn.at, isObject(drawn) ? drawn.at : undefined],
    ['drawn.by', facts.drawn.by, isObject(drawn) ? drawn.by : undefined],
    ['commitment', committed === 'before' ? 'before-the-seed' : 'with-the-draw', record.commitment],
    ['seedFrom', machine ? 'this-machine' : 'announced-sources', record.seedFrom],
    ['statement', statementOf(facts.circumstances), record.statement],
    ['weakSeed', facts.circumstances.weak ?? null, record.weakSeed ?? null],
    ['witnesses', facts.witnesses, record.witnesses],
    ['enteredBy', facts.enteredBy ?? null, record.enteredBy ?? null],
    ['again', facts.again, record.again],
    ['void.reason', facts.void?.reason ?? null, isObject(record.void) ? record.void.reason : null],
    ['void.approver', facts.void?.approver ?? null, isObject(record.void) ? record.void.approver : null],
  ]
  for (const [column, told, recorded] of pairs) {
    const [expected, found] = [JSON.stringify(told), JSON.stringify(recorded) ?? '']
    if (expected !== found) return differs({ file: RECORD_FILE, check: 'told', column, expected, found })
  }
  return undefined
}
