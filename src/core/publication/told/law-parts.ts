import { type Commitment, commitmentDigest } from '../../draw/commitment/commitment.ts'
import type { OpenFolder } from '../../draw/folder/content.ts'
import { recordIn } from '../../draw/folder/record-file.ts'
import type { SelectionRow } from '../../draw/folder/rows.ts'
import type { Table } from '../../draw/folder/table.ts'
import { ASSIGNMENT, SELECTION, SUBSTITUTIONS_OF } from '../../draw/folder/tables.ts'
import { nameOfSource } from '../../draw/seed/announced-source.ts'
import { readCommitment, readRows, readSeed } from '../../draw/verify/read-parts.ts'
import { isObject } from '../../json.ts'
import type { DrawFacts } from '../draw-facts.ts'
import type { LawParts } from './as-told.ts'

/**
 * What papers take from the files of a folder that agrees with the law; null where it holds no draw that is fixed. `failed`
 * is the department for which its seed was found to have no teams.
 */
export function lawPartsOf(folder: OpenFolder, failed: LawParts['failed']): LawParts | null {
  const read = readCommitment(folder)
  if (read.kind === 'differs') return null
  const { commitment } = read
  const selection = rowsIn(folder, SELECTION)
  const underSeal = sealedIn(folder)
  const sealed = underSeal !== null
  if (selection === null && !sealed && failed === null) return null
  return {
    commitment,
    digest: commitmentDigest(commitment),
    seed: sealed ? givenUnderSeal(underSeal, commitment) : seedIn(folder, commitment),
    selection: selection ?? [],
    assignment: rowsIn(folder, ASSIGNMENT) ?? [],
    changes: rowsIn(folder, SUBSTITUTIONS_OF[commitment.spec]) ?? [],
    counts: selection === null && sealed ? fixedCounts(commitment) : countsIn(selection ?? []),
    sealed,
    failed,
  }
}

function rowsIn<Row>(folder: OpenFolder, table: Table<Row>): readonly Row[] | null {
  const read = readRows(folder, table)
  return read.kind === 'rows' ? read.rows : null
}

function seedIn(folder: OpenFolder, commitment: Commitment): DrawFacts['seed'] {
  const read = readSeed(folder, commitment.seedSources)
  return read.kind === 'seed' ? read.seed.lines.map(({ source, value }) => ({ source, value })) : []
}

/** What `record.json` says of a draw that nobody outside may compute yet; null of any other. */
function sealedIn(folder: OpenFolder): Readonly<Record<string, unknown>> | null {
  const { sealed } = recordIn(folder)
  return isObject(sealed) && sealed.revealed === null ? sealed : null
}

/** The lines of the other sources, which stand in `record.json`. */
function givenUnderSeal(
  sealed: Readonly<Record<string, unknown>>,
  { seedSources }: Commitment,
): DrawFacts['seed'] {
  const given = Array.isArray(sealed.given) ? sealed.given.map(String) : []
  return seedSources.map(nameOfSource).map(source => {
    const line = given.find(text => text.startsWith(`${source}=`))
    return { source, value: line === undefined ? null : line.slice(source.length + 1) }
  })
}

function countsIn(selection: readonly SelectionRow[]): DrawFacts['counts'] {
  const drawn = selection.filter(({ status }) => status === 'drawn').length
  return { drawn, reserve: selection.length - drawn }
}

/** How many will be drawn and held in reserve: the commitment says so before anybody is. */
function fixedCounts({ strata }: Commitment): DrawFacts['counts'] {
  const sum = (of: 'take' | 'reserve') => strata.reduce((all, stratum) => all + stratum[of], 0)
  return { drawn: sum('take'), reserve: sum('reserve') }
}
