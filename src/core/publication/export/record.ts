import type { CarriedCheckpoint } from '../../ledger/carried.ts'

/** What belongs to the occasion of a draw and decides nothing (draw.md, section 0: `record.json`). */
export interface DrawOccasion {
  readonly draw: string
  readonly attempt: number
  readonly task: string
  readonly frozen: LedgerPlace
  readonly drawn: LedgerPlace
  /** Whether the commitment stood before the seed, and whether the seed is this machine's. */
  readonly commitment: 'before-the-seed' | 'with-the-draw'
  readonly seedFrom: 'announced-sources' | 'this-machine'
  readonly again: { readonly draw: string; readonly reason: string; readonly approver: string } | null
  readonly void: { readonly reason: string; readonly approver: string } | null
  /** The same in plain words. */
  readonly statement: string
  readonly witnesses: readonly string[]
  /** The two people who read the dice and entered them, each alone; not there where nobody was asked. */
  readonly enteredBy?: readonly string[]
  /** A source whose value is kept until the visits are done, the lines of the others, and when it was opened. */
  readonly sealed: {
    readonly source: string
    readonly given: readonly string[]
    readonly revealed: LedgerPlace | null
  } | null
  readonly signatures: Readonly<Record<string, string>>
  /** Targets of the registry when the frame was frozen, and those the task was not about; null in older draws. */
  readonly registry: RegistryCounts | null
  /** The rules that it was frozen under, and the items with the entry their version is valid since; null and none in older draws. */
  readonly rules: Readonly<Record<string, string>> | null
  readonly items: readonly { readonly code: string; readonly name: string; readonly since: number }[]
  readonly program: string
  /** That the seed found no teams (draw-2.md, section 8); not there where it did. */
  readonly outcome?: 'no-teams'
  /** Why the seed may be one that can be steered, and who approved; not there where it cannot. */
  readonly weakSeed?: { readonly reason: string; readonly approver: string }
  /** Under version 2 of the law: how many substitutions there are, and the digest of the whole file (draw-2.md, section 8). */
  readonly substitutions?: { readonly count: number; readonly sha256: string } | null
  /** Checkpoints of the ledger that hold the draw; left out where none is on record. */
  readonly checkpoints?: readonly CarriedCheckpoint[]
}

/** When, by whom, and where in the ledger. */
export interface LedgerPlace {
  readonly at: string
  readonly by: string
  readonly entry: number
  readonly ledger: string
}

/** `elsewhere`: of other departments; `outside`: not within the task's conditions. */
export interface RegistryCounts {
  readonly targets: number
  readonly elsewhere: number
  readonly outside: number
}

/** `record.json`: the bytes of {@link DrawOccasion}, keys in its order. */
export function recordText(occasion: DrawOccasion): string {
  const inOrder = Object.fromEntries(KEYS.map(key => [key, occasion[key]]))
  return `${JSON.stringify(inOrder, null, 2)}\n`
}

const KEYS = [
  'draw',
  'attempt',
  'task',
  'frozen',
  'drawn',
  'commitment',
  'seedFrom',
  'statement',
  'witnesses',
  'enteredBy',
  'sealed',
  'again',
  'void',
  'signatures',
  'registry',
  'rules',
  'items',
  'program',
  'outcome',
  'weakSeed',
  'substitutions',
  'checkpoints',
] as const satisfies readonly (keyof DrawOccasion)[]
