import { existsSync } from 'node:fs'
import { COMMITMENT_FILE } from '../../core/draw/commitment/commitment.ts'
import { bytesIn } from '../../core/draw/folder/content.ts'
import { bytesToRead } from '../../core/draw/verify/bytes-to-read.ts'
import type { Differs } from '../../core/draw/verify/difference.ts'
import { otherThanAnnounced } from '../../core/draw/verify/same-commitment.ts'
import type { Verdict } from '../../core/draw/verify/verdict.ts'
import type { FilePath } from '../../core/file-path.ts'
import { drawnAgainPacked } from '../../core/packed/drawing/drawn-again-packed.ts'
import { bagVerdict, type DrawFolder } from '../../core/publication/export/bag-verdict.ts'
import { type PapersVerdict, papersVerdict } from '../../core/publication/told/papers-verdict.ts'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readOneFile } from '../../files/folder.ts'
import { carriedFiles } from '../../files/page.ts'
import { isFile } from '../../files/text-file.ts'
import { writtenPapers } from '../../files/writing/documents.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { verdictLines } from '../../terminal/reports/verdict.ts'
import { drawIn } from '../draw-in.ts'
import { isOfNoDraw, signedFolder } from '../key/signed-folder.ts'
import { rowHashing } from '../row-hashing.ts'
import { sparingMemory } from '../sparing.ts'
import type { Answer } from './answer.ts'
import { answerAgainst } from './verify-against.ts'
import { answerList } from './verify-list.ts'
import { verifyPapers } from './verify-papers.ts'
import { answerSigned, type SignerOptions } from './verify-signed.ts'
import { answerWitnessed, type PolicyOptions, verifyCheckpoint } from './verify-witnessed.ts'

const refuse = refusal<FileReasons>()

export interface VerifyOptions extends PolicyOptions, SignerOptions {
  /** What was announced before the seed: `commitment.json`, or the folder or zip that holds it. */
  readonly commitment?: string
  /** The list that another level drew: the folder of its draw, or the file that was taken. */
  readonly list?: string
}

/** verify — draw again, compare. Works from an exported folder or zip alone; a stranger needs no database. */
export async function verifyDraw(desk: Desk, path: string, options: VerifyOptions = {}): Promise<number> {
  sparingMemory()
  const { commitment: announced } = options
  if (options.policy !== undefined && isNoteFile(desk.path(path)))
    return verifyCheckpoint(desk, path, options)
  const watch = watching(desk)
  const folder = drawIn(desk.path(path), watch.read)
  if (isOfNoDraw(folder)) return verifyPapers(desk, path, folder, options)
  watch.begin(folder)
  const verdict = (await bagVerdict(folder, drawnAgainPacked(rowHashing(desk)))) satisfies Verdict
  const other = announced === undefined ? undefined : await otherThan(desk.path(announced), folder)
  const law = verdict.kind === 'differs' ? verdict : (other ?? verdict)
  const papers = law.kind === 'differs' ? null : await papersIn(folder, law)
  watch.end()
  const last = papers?.kind === 'differs' ? papers : law
  const same = announced === undefined ? {} : { commitment: announced }
  const read = papers?.kind === 'papers' ? papers : null
  const { kind: _, ...laid } = read ?? { kind: null }
  const answers = await answersBeside(desk, path, folder, options)
  const besides = {
    ...(read === null ? {} : { papers: laid }),
    ...Object.fromEntries(answers.map(([name, { data }]) => [name, data])),
  }
  desk.result({ folder: path, ...last, ...same, ...besides }, () => [
    ...verdictLines(desk, path, last, announced, read),
    ...answers.flatMap(([, { lines }]) => lines),
  ])
  return last.kind === 'differs' || answers.some(([, { holds }]) => !holds) ? 1 : 0
}

/** What else was asked of a folder, each by its name in the answer: its ledger, its list, who signed it. */
async function answersBeside(
  desk: Desk,
  path: string,
  folder: DrawFolder,
  options: VerifyOptions,
): Promise<readonly (readonly [name: string, answer: Answer])[]> {
  const { policy, against, list } = options
  const found: readonly (readonly [string, Answer | null])[] = [
    ['witnessed', policy === undefined ? null : answerWitnessed(desk, folder.payload, options)],
    ['against', against === undefined ? null : answerAgainst(desk, path, against)],
    ['list', list === undefined ? null : await answerList(desk, folder.payload, list)],
    ['signed', answerSigned(desk, path, () => signedFolder(folder), options)],
  ]
  return found.flatMap(([name, answer]) => (answer === null ? [] : [[name, answer] as const]))
}

/** What people read in the folder, laid out again. */
function papersIn(
  { payload }: DrawFolder,
  verdict: Exclude<Verdict, Differs>,
): Promise<PapersVerdict | Differs> {
  return papersVerdict(payload, verdict, writtenPapers, carriedFiles())
}

/** Shows how much was read of what is too large to be held. */
function watching(desk: Desk) {
  let progress = progressOf(desk, desk.say.verify.checking)
  let read = 0
  return {
    read(bytes: number) {
      read += bytes
      progress.at(read)
    },
    begin({ whole }: DrawFolder) {
      progress = progressOf(desk, desk.say.verify.checking, bytesToRead(whole))
    },
    end: () => progress.end(),
  }
}

async function otherThan(announced: FilePath, { payload }: DrawFolder): Promise<Differs | undefined> {
  if (isCommitment(announced))
    return otherThanAnnounced(new Map([[COMMITMENT_FILE, readOneFile(announced)]]), payload)
  const before = drawIn(announced)
  const verdict = await bagVerdict(before)
  return verdict.kind === 'differs' ? verdict : otherThanAnnounced(before.payload, payload)
}

/** The bytes of a commitment: the file itself, or of the folder or zip that holds it. */
export function announcedCommitment(path: FilePath): Uint8Array {
  if (!existsSync(path.full) || isCommitment(path)) return readOneFile(path)
  const commitment = bytesIn(drawIn(path).payload, COMMITMENT_FILE)
  if (commitment === undefined) throw refuse('not-a-folder', { path: path.written })
  return commitment
}

/** Neither a folder nor a zip of one: a checkpoint by itself. */
function isNoteFile(path: FilePath): boolean {
  return isFile(path) && isCommitment(path)
}

/** A file that is no zip (which begins with `PK`) is taken for the commitment itself. */
function isCommitment(path: FilePath): boolean {
  if (!isFile(path)) return false
  const [first, second] = readOneFile(path)
  return first !== 0x50 || second !== 0x4b
}
