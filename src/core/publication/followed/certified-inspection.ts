import { sortByBytes } from '../../bytes.ts'
import type { InspectorId } from '../../ids.ts'
import { besideDue, type Due, type DueResult } from '../../results/due.ts'
import type { Result } from '../../results/result.ts'
import { groupBy } from '../../tally.ts'
import type { Officers } from '../lists/public-list.ts'
import type { InspectorFacts } from '../people.ts'
import { maskText } from '../private-data.ts'
import { outcomeText } from '../results/outcome-text.ts'
import type { CertifiedInspection, CertifiedItem, CertifiedResult, CertifiedVisit } from './inspection.ts'
import { shownTeam } from './shown-team.ts'

/** What the office has on record of one target of a draw, and the names of that time. */
export interface InspectionFacts {
  /** What the draw asks for at the target as it stands; nothing of a void draw or one that fell out. */
  readonly due: readonly Due[]
  readonly results: readonly Result[]
  readonly department: (code: string) => string
  readonly item: (code: string) => Pick<CertifiedItem, 'name' | 'basis' | 'content'>
  readonly person: (id: InspectorId) => InspectorFacts
  /** A text about the target as the public reads it. */
  readonly text: (written: string) => string
  /** Whether a published result has been public for as long as the rules say. */
  readonly isOver: (result: Result) => boolean
}

/** Lays out what followed a draw at one target, as a paper that goes from hand to hand may tell it; null where there is nothing. */
export function certifiedInspection(
  facts: InspectionFacts,
  told: Pick<CertifiedInspection, 'asOf' | 'officers' | 'substitutions'>,
): CertifiedInspection | null {
  const { results } = facts
  const all = [...besideDue(facts.due, { at: () => results, all: () => results, count: results.length })]
  const visits = [...groupBy(all, visitOf).values()].map(own => visit(own, facts, told.officers))
  if (visits.length === 0) return null
  const { asOf, officers, substitutions } = told
  return { asOf, officers, substitutions, visits }
}

function visitOf(one: DueResult): string {
  return `${one.kind} ${(one.kind === 'due' ? one.due : one.result).department}`
}

function visit(own: readonly DueResult[], facts: InspectionFacts, officers: Officers): CertifiedVisit {
  const [first] = own as [DueResult]
  const { department } = first.kind === 'due' ? first.due : first.result
  const team = first.kind === 'due' ? first.due.team : wentTo(first.result)
  return {
    department: maskText(facts.department(department)),
    due: first.kind === 'due',
    host: first.kind === 'due' ? first.due.host : null,
    ...teamShown(team, facts, officers),
    items: own.map(one => item(one, team, facts, officers)),
  }
}

/** The public results of a visit that was not drawn, as a paper that goes from hand to hand may tell them: nobody was seated. */
export function certifiedCase(
  results: readonly Result[],
  facts: Omit<InspectionFacts, 'due' | 'results'>,
  officers: Officers,
): CertifiedVisit {
  const all = { ...facts, due: [], results }
  const [first] = results as [Result]
  const team = wentTo(first)
  return {
    department: maskText(facts.department(first.department)),
    due: true,
    host: null,
    ...teamShown(team, all, officers),
    items: results.map(result => item({ kind: 'stray', result }, team, all, officers)),
  }
}

/** Who is on record as having gone; nobody in rows of version 0.1.0 that name none. */
function wentTo({ went, seated }: Result): readonly InspectorId[] {
  return (went.length > 0 ? went : seated) as readonly InspectorId[]
}

function teamShown(ids: readonly InspectorId[], { person }: InspectionFacts, officers: Officers) {
  return { people: ids.length, team: shownTeam(officers, ids.map(person)) }
}

function item(
  one: DueResult,
  team: readonly InspectorId[],
  facts: InspectionFacts,
  officers: Officers,
): CertifiedItem {
  const { item: code } = one.kind === 'due' ? one.due : one.result
  const { name, basis, content } = code === '' ? NO_ITEM : facts.item(code)
  const result = one.result === null ? null : resultShown(one.result, team, facts, officers)
  return { code, name: maskText(name), basis: maskText(basis), content: maskText(content), result }
}

const NO_ITEM = { name: '', basis: '', content: '' }

function resultShown(
  result: Result,
  team: readonly InspectorId[],
  facts: InspectionFacts,
  officers: Officers,
): CertifiedResult {
  const { inspected, outcomes, found, steps, published } = result
  const state = stateShown(result, facts)
  const own = wentTo(result)
  const went = own.length === 0 || same(own, team) ? null : teamShown(own, facts, officers)
  if (state !== 'published')
    return { state, inspected, published: '', outcomes: [], text: '', corrections: [], went }
  return {
    state,
    inspected,
    published: published ?? '',
    outcomes,
    text: outcomeText(outcomes, facts.text(found)),
    corrections: steps.flatMap(({ step, day, reason }) =>
      step === 'corrected' ? [{ day, reason: facts.text(reason) }] : [],
    ),
    went,
  }
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return sortByBytes([...one]).join() === sortByBytes([...other]).join()
}

function stateShown(result: Result, { isOver }: InspectionFacts): CertifiedResult['state'] {
  if (result.state === 'taken-down') return 'withdrawn'
  if (result.state !== 'published') return 'unpublished'
  return isOver(result) ? 'withdrawn' : 'published'
}
