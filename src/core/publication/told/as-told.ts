import { sortByBytes } from '../../bytes.ts'
import type { Commitment } from '../../draw/commitment/commitment.ts'
import type { AssignmentRow, SelectionRow } from '../../draw/folder/rows.ts'
import type { SubstitutionRow } from '../../draw/folder/tables.ts'
import { standingAfter } from '../../draw/substitution/standing.ts'
import type { Digest } from '../../ids.ts'
import type { DrawFacts } from '../draw-facts.ts'
import {
  commonIn,
  type DocumentInput,
  type DocumentWishes,
  officersIn,
  publicDraw,
} from '../papers/documents-of.ts'
import { type Papers, papersOf } from '../papers/papers-of.ts'
import type { TargetFacts } from '../people.ts'
import { maskText } from '../private-data.ts'
import { publicDrawFacts, publicTarget, type Showing } from '../public-facts.ts'
import { LAYING, type PaperForms, type ToldPapers } from './told-papers.ts'

/**
 * The papers of a folder, and `papers.json`: all that they say beside the files of the law, and nothing that they do
 * not. What the public may not read does not come that far. Of a sealed draw the archive has none: it shows what the
 * files that it may show do not. `laid` is told how many pages of common files, one for each target, were laid out.
 */
export function toldPapersOf(
  input: DocumentInput,
  wishes: DocumentWishes,
  { formats, encoding }: PaperForms,
  laid: (pages: number) => void = () => {},
): { readonly papers: Papers; readonly counts: PaperCounts; readonly told: ToldPapers | null } {
  const { archive, layout, showing } = wishes
  const officers = officersIn(input, wishes)
  const common = commonIn(input, wishes).map(archive ? visit => visit : withoutPeople)
  const targets = remembered<TargetFacts>(
    archive ? input.target : id => publicTarget(input.target(id), showing),
  )
  const inspectors = remembered(input.inspector)
  const departments = remembered(input.departmentName)
  const items = remembered(input.itemName)
  const times = remembered(id => input.timesBefore.get(id) ?? 0)
  const papers = papersOf(
    {
      ...{ ...input, common, target: targets.ask, inspector: inspectors.ask },
      ...{ departmentName: departments.ask, itemName: items.ask, timesBefore: { get: times.ask } },
    },
    { ...wishes, officers },
  )
  // What is told is what was asked for: all papers are laid out for it once, and whoever writes them asks nobody else.
  const counts = countsOf(papers, laid)
  if (archive && input.sealed) return { papers, counts, told: null }
  const shown = archive ? input.facts : publicDrawFacts(input.facts, showing)
  const { commitment: _, digest: _d, seed: _s, counts: _c, failed: _f, ...facts } = shown
  const [profile, list] = [archive ? 'archive' : 'public', layout] as const
  const told = {
    ...{ laying: LAYING, profile, formats, encoding, list, officers },
    showing: toldShowing(showing),
    facts,
    common,
    earlier: archive
      ? input.earlier
      : input.earlier.map(other => ({ ...other, reason: maskText(other.reason) })),
    year: archive ? input.year : input.year.map(publicDraw),
    departments: departments.all((id, name) => ({ id, name })),
    items: items.all((id, name) => ({ id, name })),
    targets: targets.all((id, of) => ({ id, ...of })),
    inspectors: archive ? inspectors.all((id, of) => ({ id, ...of })) : [],
    timesBefore: archive ? targets.all(id => ({ id, times: times.ask(id) })) : [],
    contact: archive ? input.contact : '',
  }
  return { papers, counts, told: { ...told, ...codesTold(input, archive) } }
}

/** How many papers there are that stand alone, and that are pages of one file with others. */
export interface PaperCounts {
  readonly alone: number
  readonly pages: number
}

/** Lays all papers out, and counts them. */
function countsOf({ documents, bundles }: Papers, laid: (pages: number) => void): PaperCounts {
  let [alone, pages] = [0, 0]
  for (const _ of documents) alone++
  for (const bundle of bundles.values()) for (const _ of bundle) laid(++pages)
  return { alone, pages }
}

/** The codes of the visits that the archive's papers show. */
function codesTold({ standing, codeOf }: DocumentInput, archive: boolean): Pick<ToldPapers, 'codes'> {
  if (!archive || codeOf === undefined) return {}
  const visits = new Map(
    standing.seats.map(({ target, department }) => [`${target}\n${department}`, { target, department }]),
  )
  const codes = sortByBytes([...visits.keys()]).flatMap(key => {
    const { target, department } = visits.get(key)!
    const code = codeOf(target, department)
    return code === '' ? [] : [{ target, department, code }]
  })
  return codes.length === 0 ? {} : { codes }
}

function toldShowing({ officials, personWords }: Showing): ToldPapers['showing'] {
  return { officials, personWords: sortByBytes([...personWords]) }
}

/** A common visit as the public may know it: which departments come, and nobody's number. */
function withoutPeople(visit: DocumentInput['common'][number]): DocumentInput['common'][number] {
  const departments = sortByBytes([...new Set(visit.team.map(({ department }) => department))])
  const { target, host, guest, items, sealed } = visit
  const team = departments.map(department => ({ target, department, seat: 0, inspector: '' }))
  return { target, host, guest, shared: [], team, lacks: [], items, sealed }
}

/** A lookup that keeps what it gave, in byte order of what it was asked for. */
function remembered<T>(ask: (id: string) => T) {
  const known = new Map<string, T>()
  return {
    ask: (id: string): T => {
      const value = known.get(id) ?? ask(id)
      known.set(id, value)
      return value
    },
    all: <Row>(row: (id: string, value: T) => Row): Row[] =>
      sortByBytes([...known.keys()]).map(id => row(id, known.get(id)!)),
  }
}

/** What the papers of a folder take from the files of the law. */
export interface LawParts {
  readonly commitment: Commitment
  readonly digest: Digest
  readonly seed: DrawFacts['seed']
  readonly selection: readonly SelectionRow[]
  /** None where the folder does not show who was seated. */
  readonly assignment: readonly AssignmentRow[]
  readonly changes: readonly SubstitutionRow[]
  readonly counts: DrawFacts['counts']
  readonly sealed: boolean
  /** The department for which the seed finds no teams; null of a draw that was made. */
  readonly failed: DrawFacts['failed']
}

/** What papers are laid out from, put together again from the files of the law and what `papers.json` tells. */
export function inputFromTold(told: ToldPapers, law: LawParts): DocumentInput {
  const { commitment, digest, seed, counts, selection, assignment, changes, sealed, failed } = law
  const targets = new Map(told.targets.map(({ id, ...facts }) => [id, facts]))
  const inspectors = new Map(told.inspectors.map(({ id, ...facts }) => [id, facts]))
  const departments = new Map(told.departments.map(({ id, name }) => [id, name]))
  const items = new Map(told.items.map(({ id, name }) => [id, name]))
  return {
    facts: { ...told.facts, commitment, digest, seed, counts, failed },
    selection,
    changes,
    standing: standingAfter(assignment, changes),
    sealed,
    earlier: told.earlier,
    year: told.year,
    common: told.common.map(visit => ({ ...visit, sealed: false })),
    target: id => targets.get(id) ?? { ...NOBODY, code: id },
    inspector: id => inspectors.get(id) ?? { ...NO_ONE, name: id },
    departmentName: code => departments.get(code) ?? code,
    itemName: code => items.get(code) ?? code,
    timesBefore: new Map(told.timesBefore.map(({ id, times }) => [id, times])),
    contact: told.contact,
    ...(told.codes === undefined ? {} : { codeOf: codesIn(told.codes) }),
  }
}

function codesIn(codes: NonNullable<ToldPapers['codes']>): NonNullable<DocumentInput['codeOf']> {
  const known = new Map(codes.map(({ target, department, code }) => [`${target}\n${department}`, code]))
  return (target, department) => known.get(`${target}\n${department}`) ?? ''
}

/** A target that `papers.json` does not tell of: its code alone, which no paper of ours would show so. */
const NOBODY = {
  ...{ code: '', name: '', address: '', authority: '', type: '', station: '', representative: '', phone: '' },
  departments: [],
}
const NO_ONE = { name: '', certificate: '', department: '', station: '', leader: false }

/** How the papers of a folder were wished, as `papers.json` tells. */
export function wishesFromTold({ profile, list, officers, showing }: ToldPapers): DocumentWishes {
  const { officials, personWords } = showing
  return {
    archive: profile === 'archive',
    layout: list,
    officers,
    showing: { officials, personWords: new Set(personWords) },
  }
}
