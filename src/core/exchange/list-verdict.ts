import type { Commitment } from '../draw/commitment/commitment.ts'
import { givenList } from '../draw/commitment/given-list.ts'
import type { OpenFolder } from '../draw/folder/content.ts'
import { EXCLUSIONS, FRAME } from '../draw/folder/tables.ts'
import { readCommitment, readRows } from '../draw/verify/read-parts.ts'
import { markWritten, targetsFixed } from '../freeze/assigned.ts'
import { type ListAbove, listCompared, type NoListAbove } from './drawn-above.ts'

/** The list that another level drew, as whoever checks has it: the folder of that draw, or a file. */
export type ListAtHand =
  | { readonly kind: 'folder'; readonly list: ListAbove | NoListAbove; readonly file: string }
  /** `numbers` are null where its headings are none that are known. */
  | { readonly kind: 'file'; readonly sha256: string; readonly numbers: ReadonlySet<string> | null }

/** Whether a draw took the list that it says it took. */
export type ListVerdict =
  /** The folder says of no list that another level drew it. */
  | { readonly kind: 'none-given' }
  | { readonly kind: 'no-list'; readonly why: NoListAbove; readonly file: string }
  /** The folder names another commitment, or none (empty); its condition another file. */
  | { readonly kind: 'other-proof' | 'other-file'; readonly said: string; readonly found: string }
  | {
      readonly kind: 'compared'
      readonly common: number
      /** In this draw, and not on the list. */
      readonly strange: readonly string[]
      /** On the list, and not in this draw: another district's, or left out. A file was taken whole. */
      readonly absent: readonly string[]
      readonly whole: boolean
    }
  /** The file is the one that was taken; its rows cannot be read here. */
  | { readonly kind: 'same-file' }

/** Judges a folder that is sound in itself against the list that it was given. */
export function listVerdict(payload: OpenFolder, hand: ListAtHand): ListVerdict {
  const read = readCommitment(payload)
  if (read.kind === 'differs') return { kind: 'none-given' }
  const { commitment } = read
  const given = givenList(commitment)
  if (given === null) return { kind: 'none-given' }
  if (hand.kind === 'folder') {
    const { list, file } = hand
    if (typeof list === 'string') return { kind: 'no-list', why: list, file }
    if (list.digest !== given.proof) return { kind: 'other-proof', said: given.proof, found: list.digest }
    return compared(payload, list.targets, false)
  }
  const mark = markIn(commitment)
  if (mark === '' || !hand.sha256.startsWith(mark))
    return { kind: 'other-file', said: mark, found: hand.sha256 }
  return hand.numbers === null ? { kind: 'same-file' } : compared(payload, hand.numbers, true)
}

/** Whether nothing speaks against it. */
export function listHolds(verdict: ListVerdict): boolean {
  if (verdict.kind === 'same-file') return true
  return (
    verdict.kind === 'compared' &&
    verdict.strange.length === 0 &&
    !(verdict.whole && verdict.absent.length > 0)
  )
}

function compared(payload: OpenFolder, list: ReadonlySet<string>, whole: boolean): ListVerdict {
  const own = targetsFixed(rowsIn(payload, FRAME), rowsIn(payload, EXCLUSIONS))
  return { kind: 'compared', ...listCompared(list, own), whole }
}

function rowsIn(payload: OpenFolder, table: typeof FRAME | typeof EXCLUSIONS) {
  if (!payload.has(table.file)) return []
  const read = table === FRAME ? readRows(payload, FRAME) : readRows(payload, EXCLUSIONS)
  return read.kind === 'differs' ? [] : read.rows
}

/** The digest in the condition by which a list was found; empty where the condition asks for something else. */
function markIn(commitment: Commitment): string {
  const terms = commitment.spec === 'ssj-draw/1' ? {} : commitment.terms
  return markWritten(terms.检查对象条件 ?? '')?.mark ?? ''
}
