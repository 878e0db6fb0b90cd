import { COMMITMENT_FILE } from '../draw/commitment/commitment.ts'
import { bytesIn, type OpenFolder } from '../draw/folder/content.ts'
import { recordIn } from '../draw/folder/record-file.ts'
import { SELECTION, SUBSTITUTIONS_OF } from '../draw/folder/tables.ts'
import { isStanding, standingAfter } from '../draw/substitution/standing.ts'
import { readRows } from '../draw/verify/read-parts.ts'
import type { Verdict } from '../draw/verify/verdict.ts'
import { sha256Hex } from '../hash.ts'
import type { Digest } from '../ids.ts'
import { isObject } from '../json.ts'
import type { Layout } from './layout.ts'
import { readLayout } from './read-layout.ts'

/** A list that another level drew, as the folder of its draw shows it. */
export interface ListAbove {
  /** The digest of its commitment, by which it is known. */
  readonly digest: Digest
  /** Its number there, or empty. */
  readonly draw: string
  /** Who is to be inspected: drawn or called in, and not fallen out. */
  readonly targets: ReadonlySet<string>
}

/** Why a folder gives no list. */
export type NoListAbove = 'differs' | 'not-drawn' | 'no-teams' | 'void'

const WITHOUT: Readonly<Partial<Record<Verdict['kind'], NoListAbove>>> = {
  differs: 'differs',
  committed: 'not-drawn',
  failed: 'no-teams',
}

/** The list in the folder of a draw whose verdict is at hand; or why there is none. */
export function listAbove(payload: OpenFolder, verdict: Verdict): ListAbove | NoListAbove {
  const none = WITHOUT[verdict.kind]
  if (none !== undefined || verdict.kind !== 'agrees') return none ?? 'differs'
  const record = recordIn(payload)
  if (isObject(record.void)) return 'void'
  const selection = readRows(payload, SELECTION)
  if (selection.kind === 'differs') return 'differs'
  const table = SUBSTITUTIONS_OF[verdict.spec]
  const changes = payload.has(table.file) ? readRows(payload, table) : { kind: 'rows' as const, rows: [] }
  if (changes.kind === 'differs') return 'differs'
  const standing = standingAfter([], changes.rows)
  return {
    digest: sha256Hex(bytesIn(payload, COMMITMENT_FILE)!),
    draw: typeof record.draw === 'string' ? record.draw : '',
    targets: new Set(selection.rows.flatMap(row => (isStanding(row, standing) ? [row.target] : []))),
  }
}

/** `selection.csv` of such a folder, as a list to be taken. */
export const SELECTION_LAYOUT: Layout = readLayout({
  layout: 'selection',
  system: SELECTION.file,
  of: 'targets',
  key: ['target'],
  columns: Object.keys(SELECTION.columns).map(heading =>
    heading === 'target' ? { heading, from: 'id', read: 'uscc', must: true } : { heading },
  ),
}) as Layout

/** The place of the target in a line of it. */
export const SELECTION_TARGET = Object.keys(SELECTION.columns).indexOf('target')

/** How a list and the targets of a draw that takes it differ. */
export interface ListCompared {
  /** Drawn here, and not on the list. */
  readonly strange: readonly string[]
  /** On the list, and not in this draw: of another district, or left out. */
  readonly absent: readonly string[]
  /** On both. */
  readonly common: number
}

export function listCompared(list: ReadonlySet<string>, own: ReadonlySet<string>): ListCompared {
  const strange = [...own].filter(target => !list.has(target))
  const absent = [...list].filter(target => !own.has(target))
  return { strange, absent, common: own.size - strange.length }
}
