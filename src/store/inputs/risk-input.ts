import type { Day } from '../../core/dates.ts'
import { daysAfter } from '../../core/dates.ts'
import type { EntryNumber, TargetId } from '../../core/ids.ts'
import { officeDay } from '../../core/office-time.ts'
import { outOfForce } from '../../core/registry/out-of-force.ts'
import { type RiskResult, riskResultOf } from '../../core/risk/grounds.ts'
import type { RiskProposal } from '../../core/risk/proposal-sheet.ts'
import { proposeRisk } from '../../core/risk/propose.ts'
import { type RiskTerms, riskTermsOf } from '../../core/rules/risk-terms.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { resultsByTarget, resultsStanding } from '../results/results.ts'
import { riskDecisions } from '../results/risk-decisions.ts'
import { ruleValues } from '../rules.ts'
import { AFTER_ALL } from '../standing-seats.ts'
import { responsibleFirms } from '../views/responsible-firms.ts'

/** What results ask for on a day, targets in byte order of their ids; and how many targets nothing is proposed of, by why. */
export interface RiskInput {
  readonly terms: RiskTerms
  readonly proposals: readonly RiskProposal[]
  readonly without: Readonly<Record<'unclassed' | 'unknown-class' | 'at-end' | 'gone', number>>
}

/** Reads what the results of every target ask for: memory holds the results of one target, but for firms that answer for others. */
export function riskInput(
  store: Store,
  day: Day,
  progress: (results: number, all: number) => void = () => {},
): RiskInput {
  const values = ruleValues(store)
  const terms = riskTermsOf(values)
  const { offset } = rulesOf(values)
  const { decidedKey, setHereBy } = riskDecisions(store)
  const sourceOf = sourceFinder(store, terms, setHereBy, offset)
  const without = { unclassed: 0, 'unknown-class': 0, 'at-end': 0, gone: 0 }
  const proposals: RiskProposal[] = []
  for (const [id, results] of resultsByFirm(store, day, terms, rulesOf(values).responsibleFirm, progress)) {
    const target = readRecord(store, 'targets', id)
    const isGone = target === null || outOfForce(target.get('status')) !== null
    const answer = proposeRisk(target?.get('risk') ?? '', results, decidedKey, terms)
    if (answer.kind === 'nothing') continue
    if (target === null || isGone) without.gone++
    else if (answer.kind !== 'proposal') without[answer.kind]++
    else {
      const get = (field: 'code' | 'uscc' | 'registration' | 'name') => target.get(field)
      proposals.push({
        ...{ id, code: get('code'), uscc: get('uscc'), registration: get('registration'), name: get('name') },
        ...{ from: answer.from, to: answer.to, moves: answer.moves, evidence: answer.evidence },
        source: answer.from === '' ? '' : sourceOf(id, answer.from),
      })
    }
  }
  return { terms, proposals: proposals.sort((a, b) => (a.id < b.id ? -1 : 1)), without }
}

/** The results that count of each target, by the id that it goes by today; those of products with the firm that answers for them. */
function* resultsByFirm(
  store: Store,
  day: Day,
  terms: RiskTerms,
  byFirm: boolean,
  progress: (results: number, all: number) => void,
): Generator<readonly [TargetId, readonly RiskResult[]]> {
  const since = daysAfter(day, -terms.lookBackDays)
  const moved = movedFirms(store, AFTER_ALL)
  const firms = byFirm ? responsibleFirms(store, AFTER_ALL) : new Map<TargetId, TargetId>()
  const shared = new Set<string>([...moved.values(), ...firms.values()])
  const held = new Map<TargetId, RiskResult[]>()
  const standing = resultsStanding(store)
  let done = 0
  for (const [target, all] of resultsByTarget(store)) {
    done += all.length
    progress(done, standing)
    const own = all.flatMap(one => riskResultOf(one, since, day, terms) ?? [])
    if (own.length === 0) continue
    const now = (moved.get(target) ?? target) as TargetId
    const firm = firms.get(now) ?? now
    if (firm === target && !shared.has(target)) yield [target, own]
    else held.set(firm, withAll(held.get(firm) ?? [], own))
  }
  yield* held
}

function withAll(all: RiskResult[], more: readonly RiskResult[]): RiskResult[] {
  for (const one of more) all.push(one)
  return all
}

/** Tells where the class that stands came from, in words of the office; `''` where it set the class itself. */
function sourceFinder(
  store: Store,
  { setHere }: RiskTerms,
  setHereBy: (target: string, entry: EntryNumber) => boolean,
  offset: string,
): (target: string, standing: string) => string {
  // Versions that stand and those that ended have an index each: without, every target is looked for among all.
  const versions = store.sql<{
    since: EntryNumber
    risk: string
    at: string
    actor: string
    file: string | null
  }>(
    `select since, risk, at, actor, json_extract(subject, '$.file') as file
     from (select version, since, risk from target where id = @target and until is null
           union all select version, since, risk from target where id = @target and until is not null)
     join entry on entry.number = since left join seal on seal.entry = entry.number
     order by version desc`,
  )
  return (target, standing) => {
    if (setHere) return ''
    let first: { since: EntryNumber; at: string; actor: string; file: string | null } | null = null
    for (const version of versions.all({ target })) {
      if (version.risk !== standing) break
      first = version
    }
    if (first === null || setHereBy(target, first.since)) return ''
    const by = first.file ?? first.actor
    return `${officeDay(first.at, offset)} ${by}（台账第${first.since}条）`
  }
}
