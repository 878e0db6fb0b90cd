import type { Words } from '../words/words.ts'
import type { CertifiedInspection, CertifiedItem, CertifiedResult, CertifiedVisit } from './inspection.ts'
import { timeText } from './time-text.ts'

/** What one department does at the target, as people read it: who goes, and of each item what it is and what was found. */
export interface FollowedVisit {
  readonly department: string
  /** One line each. */
  readonly team: readonly string[]
  readonly items: readonly {
    readonly item: string
    readonly about: readonly string[]
    readonly result: readonly string[]
  }[]
}

/** What followed the draw, department by department. */
export function followedVisits(
  { visits }: Pick<CertifiedInspection, 'visits'>,
  words: Words,
): readonly FollowedVisit[] {
  return visits.map(visit => ({
    department: visit.department,
    team: teamLines(visit, words),
    items: visit.items.map(item => itemRow(item, words)),
  }))
}

/** Up to when it counts. */
export function asOfSentence({ asOf }: CertifiedInspection, words: Words): string {
  return words.followed.asOf(asOf.entry, timeText(asOf.at, words))
}

/** Whether the list was followed to its end, of what is due; undefined where nothing is. */
export function doneSentence({ visits }: CertifiedInspection, { followed }: Words): string | undefined {
  const due = visits.filter(visit => visit.due).flatMap(({ items }) => items)
  const published = publishedIn(due)
  if (due.length === 0) return undefined
  return published === due.length ? followed.done : followed.owing(due.length, published)
}

/** How many of these items have a result that is public. */
export function publishedIn(items: readonly CertifiedItem[]): number {
  return items.filter(({ result }) => result?.state === 'published').length
}

function teamLines({ people, team, host, due }: CertifiedVisit, { followed }: Words): string[] {
  return [
    teamText({ people, team }, followed),
    ...(host === null ? [] : [followed.host(host)]),
    ...(due ? [] : [followed.ended]),
  ]
}

function teamText(
  { people, team }: { readonly people: number; readonly team: readonly string[] },
  followed: Words['followed'],
): string {
  return team.length === 0 ? followed.hiddenTeam(people) : followed.team(people, team)
}

function itemRow(
  { code, name, basis, content, result }: CertifiedItem,
  words: Words,
): FollowedVisit['items'][number] {
  const { followed } = words
  return {
    item: code === '' ? followed.noItem : followed.item(code, name),
    about: [
      ...(basis === '' ? [] : [followed.basis(basis)]),
      ...(content === '' ? [] : [followed.content(content)]),
    ],
    result: result === null ? [followed.nothing] : resultLines(result, followed),
  }
}

function resultLines(result: CertifiedResult, followed: Words['followed']): string[] {
  const { inspected, published, text, corrections, went } = result
  const told = {
    published: followed.published(text, inspected, published),
    unpublished: followed.unpublished(inspected),
    withdrawn: followed.withdrawn(inspected),
  }[result.state]
  return [
    told,
    ...corrections.map(({ day, reason }) => followed.corrected(day, reason)),
    ...(went === null ? [] : [followed.went(teamText(went, followed))]),
  ]
}
